namespace Campaign.Contracts;

/// <summary>A review was decided by the competent body. The aggregate id is the review's id.</summary>
[PublishedBy(Resources.Evaluation)]
public sealed record ReviewDecided : CampaignEvent
{
    public required Guid PeriodId { get; init; }

    /// <summary>The year that the period ends in.</summary>
    public required int Year { get; init; }

    /// <summary>One of <see cref="SubjectKinds"/>.</summary>
    public required string SubjectKind { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>The unit itself, or the member's unit at the time.</summary>
    public required Guid UnitId { get; init; }

    public required string UnitPath { get; init; }

    /// <summary>0–100.</summary>
    public required decimal Score { get; init; }

    /// <summary>One of <see cref="Ranks"/>.</summary>
    public required string Rank { get; init; }

    /// <summary>The rule set and version that it was decided under, e.g. <c>party-2025/1</c>.</summary>
    public required string RuleSet { get; init; }

    public required DateOnly DecidedOn { get; init; }
}
