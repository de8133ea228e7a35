namespace Campaign.Contracts;

/// <summary>Someone was put forward for an award. The aggregate id is the nomination's id.</summary>
[PublishedBy(Resources.Recognition)]
public sealed record NominationSubmitted : CampaignEvent
{
    /// <summary>One of <see cref="SubjectKinds"/>.</summary>
    public required string SubjectKind { get; init; }

    public required Guid SubjectId { get; init; }
    public required string UnitPath { get; init; }
    public required string Title { get; init; }
}

/// <summary>An award was granted by a signed decision. The aggregate id is the award's id.</summary>
[PublishedBy(Resources.Recognition)]
public sealed record AwardGranted : CampaignEvent
{
    /// <summary>One of <see cref="SubjectKinds"/>.</summary>
    public required string SubjectKind { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>As on the certificate.</summary>
    public required string SubjectName { get; init; }

    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }

    /// <summary>Code of the title or form of commendation, e.g. <c>giay-khen</c>.</summary>
    public required string Title { get; init; }

    /// <summary>The title in words, as on the certificate, e.g. <c>Giấy khen</c>.</summary>
    public string? TitleName { get; init; }

    /// <summary>Number of the decision, e.g. <c>812-QĐ/QU</c>.</summary>
    public required string Decision { get; init; }

    public required DateOnly GrantedOn { get; init; }
}

/// <summary>
/// An award was annulled (Law 06/2022/QH15: fraud, forged dossier, standard not met). The aggregate id is the award's id.
/// </summary>
[PublishedBy(Resources.Recognition)]
public sealed record AwardRevoked : CampaignEvent
{
    public required string SubjectKind { get; init; }
    public required Guid SubjectId { get; init; }
    public required string UnitPath { get; init; }
    public required DateOnly RevokedOn { get; init; }
}
