namespace Campaign.Api.Evaluation;

/// <summary>Bands, caps and conditions under which reviews are decided, with their legal source.</summary>
/// <param name="ExcellentCapPercent">Excellent at most this percentage of those rated good or better within the group; null: no
/// cap.</param>
public sealed record RuleSetView(
    string Code,
    int Version,
    [property: CodeOf("subject-kinds")] string SubjectKind,
    string Name,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    IReadOnlyList<BandView> Bands,
    decimal? ExcellentCapPercent,
    string Source,
    bool Verified
);

/// <param name="From">Lowest score of the rank, 0–100, inclusive.</param>
public sealed record BandView([property: CodeOf("ranks")] string Rank, decimal From);

/// <param name="State">One of <see cref="PeriodStates"/>.</param>
public sealed record PeriodView(
    Guid Id,
    Guid CampaignId,
    string Name,
    DateOnly From,
    DateOnly To,
    Guid UnitId,
    string UnitPath,
    string UnitName,
    string MemberRuleSet,
    string UnitRuleSet,
    string State,
    PeriodCounts Counts,
    long Version
)
{
    /// <summary>What the caller may do with it now: <c>enrol</c>, <c>propose</c>, <c>decide</c>, each within their own units.</summary>
    public IReadOnlyList<string> May { get; init; } = [];
}

public sealed record PeriodCounts(int Reviews, int Proposed, int Decided, IReadOnlyDictionary<string, int> ByRank);

/// <summary>Opens a period; the rule sets in force on its last day apply unless named (<c>code/version</c>).</summary>
public sealed record OpenPeriod(
    Guid CampaignId,
    string Name,
    DateOnly From,
    DateOnly To,
    Guid UnitId,
    string? MemberRuleSet,
    string? UnitRuleSet
);

/// <summary>Enrols all active members and all units of the subtree; repeating it adds only who is missing.</summary>
public sealed record Enrol(string Under);

/// <param name="State">One of <see cref="ReviewStates"/>.</param>
public sealed record ReviewView(
    Guid Id,
    Guid PeriodId,
    [property: CodeOf("subject-kinds")] string SubjectKind,
    Guid SubjectId,
    string SubjectName,
    Guid UnitId,
    string UnitPath,
    string UnitName,
    string State,
    Scores? Self,
    Scores? Proposal,
    DecisionView? Decision,
    Evidence Evidence,
    long Version
)
{
    /// <summary>What the caller may do with it now: <c>self-rate</c>, <c>propose</c>.</summary>
    public IReadOnlyList<string> May { get; init; } = [];
}

/// <param name="Common">0–30: common criteria.</param>
/// <param name="Task">0–70: task results.</param>
public sealed record Scores(decimal Common, decimal Task, string? Comment);

public sealed record DecisionView(
    decimal Score,
    [property: CodeOf("ranks")] string Rank,
    string RuleSet,
    DateOnly DecidedOn,
    string DecidedBy,
    string? OverrideReason
);

/// <summary>What the system knows of the subject in the period.</summary>
/// <param name="Awards">Within the period.</param>
public sealed record Evidence(
    int SessionsExpected,
    int SessionsAttended,
    int SessionsExcused,
    int AssignmentsOnTime,
    int AssignmentsLate,
    int AssignmentsOpen,
    int Awards
)
{
    /// <summary>Promises (kế hoạch làm theo) that were kept in the period, every deed by its day.</summary>
    public int CommitmentsOnTime { get; init; }

    /// <summary>Promises that were kept in the period, with a deed after its day.</summary>
    public int CommitmentsLate { get; init; }

    /// <summary>A unit's meetings of the period whose quality it confirmed.</summary>
    public int SessionsScored { get; init; }

    /// <summary>Percent of the points that those meetings could reach, 1 decimal; null without any.</summary>
    public decimal? SessionQuality { get; init; }
}

/// <summary>The collective's proposals, at most 5,000 a call.</summary>
public sealed record Propose(IReadOnlyList<Proposal> Items);

public sealed record Proposal(Guid ReviewId, Scores Scores);

/// <summary>Decides every proposed review of one kind in a subtree as one cap group.</summary>
/// <param name="OverrideReason">Needed to exceed the cap.</param>
/// <param name="On">Null is today.</param>
public sealed record Decide(string Under, [property: CodeOf("subject-kinds")] string SubjectKind, string? OverrideReason, DateOnly? On);

/// <param name="ByRank">Number decided per rank.</param>
public sealed record DecideResult(int Decided, IReadOnlyDictionary<string, int> ByRank);

/// <summary>Periods, reviews and decisions, through the gateway.</summary>
public sealed class EvaluationClient(HttpClient http) : ApiClient(http, Contracts.Resources.Evaluation)
{
    public Task<Page<RuleSetView>> RuleSetsAsync(CancellationToken ct = default) => GetAsync<Page<RuleSetView>>("rule-sets", ct);

    public Task<Page<PeriodView>> PeriodsAsync(
        Guid? campaign = null,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) => GetAsync<Page<PeriodView>>(Query("periods", ("campaign", campaign), ("cursor", cursor), ("limit", limit)), ct);

    public Task<PeriodView> PeriodAsync(Guid id, CancellationToken ct = default) => GetAsync<PeriodView>($"periods/{id}", ct);

    public Task<PeriodView> OpenPeriodAsync(OpenPeriod period, string? key = null, CancellationToken ct = default) =>
        PostAsync<PeriodView>("periods", period, ct, key);

    public Task<PeriodView> EnrolAsync(Guid period, Enrol enrol, string? key = null, CancellationToken ct = default) =>
        PostAsync<PeriodView>($"periods/{period}/enrol", enrol, ct, key);

    public Task<Page<ReviewView>> ReviewsAsync(
        Guid period,
        string? under = null,
        string? subjectKind = null,
        string? state = null,
        string? rank = null,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) =>
        GetAsync<Page<ReviewView>>(
            Query(
                "reviews",
                ("period", period),
                ("under", under),
                ("subjectKind", subjectKind),
                ("state", state),
                ("rank", rank),
                ("cursor", cursor),
                ("limit", limit)
            ),
            ct
        );

    public Task<ReviewView> ReviewAsync(Guid id, CancellationToken ct = default) => GetAsync<ReviewView>($"reviews/{id}", ct);

    public Task<ReviewView> SelfRateAsync(Guid id, Scores scores, string? key = null, CancellationToken ct = default) =>
        PostAsync<ReviewView>($"reviews/{id}/self-rating", scores, ct, key);

    public Task<Directive.CountResult> ProposeAsync(Guid period, Propose proposals, string? key = null, CancellationToken ct = default) =>
        PostAsync<Directive.CountResult>($"periods/{period}/proposals", proposals, ct, key);

    /// <summary>Problem <c>cap-exceeded</c> (409) names by how many the group exceeds the cap.</summary>
    public Task<DecideResult> DecideAsync(Guid period, Decide decide, string? key = null, CancellationToken ct = default) =>
        PostAsync<DecideResult>($"periods/{period}/decisions", decide, ct, key);
}
