using Campaign.ServiceDefaults.Audit;

namespace Campaign.City.Facts;

/// <summary>A campaign as Directive opened it.</summary>
[NotAudited]
public sealed class CampaignFact
{
    public required Guid Id { get; init; }
    public required string Name { get; set; }
    public required DateOnly From { get; set; }
    public required DateOnly To { get; set; }
    public required long Version { get; set; }
}

/// <summary>A document that was issued or taken on record.</summary>
[NotAudited]
public sealed class DocumentFact
{
    public required Guid Id { get; init; }
    public required Guid CampaignId { get; init; }
    public required string District { get; init; }
    public required string Symbol { get; init; }
    public required string DocumentType { get; init; }
    public required string Title { get; init; }
    public required string Issuer { get; init; }
    public required DateOnly SignedOn { get; init; }
    public Guid? CarriesOutId { get; init; }
    public required int Units { get; init; }
}

/// <summary>
/// How far an assignment has come. Its events may arrive in any order: each sets its own flag, the latest version wins, and
/// the figures follow from the flags.
/// </summary>
[NotAudited]
public sealed class AssignmentFact
{
    public required string District { get; init; }
    public required Guid Id { get; init; }
    public required Guid CampaignId { get; init; }
    public required Guid DirectiveId { get; init; }
    public required string UnitPath { get; init; }
    public bool Issued { get; set; }

    /// <summary>Taken back by the issuer: counts for nothing.</summary>
    public bool Recalled { get; set; }

    public bool Acknowledged { get; set; }
    public bool Completed { get; set; }
    public bool OnTime { get; set; }

    /// <summary>Version that says whether it is complete: it may be returned and completed again.</summary>
    public long CompletedVersion { get; set; }

    /// <summary>Version that says whether the due day has passed: it may be put off.</summary>
    public long OverdueVersion { get; set; }

    /// <summary>The due day passed before it was complete; <see cref="IsOverdue"/> is what is open of that.</summary>
    public bool PassedDueDay { get; set; }

    public bool IsOverdue => PassedDueDay && !Completed;
}

/// <summary>A unit that a campaign asks something of, and whether it has taken anything up.</summary>
[NotAudited]
public sealed class AddressedUnit
{
    public required string District { get; init; }
    public required Guid CampaignId { get; init; }
    public required Guid UnitId { get; init; }
    public bool Reached { get; set; }
}

/// <summary>A session on the calendar or held.</summary>
[NotAudited]
public sealed class SessionFact
{
    public required string District { get; init; }
    public required Guid Id { get; init; }
    public required Guid CampaignId { get; init; }
    public required string UnitPath { get; init; }
    public required string Kind { get; init; }
    public required string Topic { get; set; }

    /// <summary>It does not take place, so it is not among the scheduled.</summary>
    public bool Cancelled { get; set; }

    /// <summary>Null until it was held.</summary>
    public DateOnly? HeldOn { get; set; }

    public int Expected { get; set; }
    public int Present { get; set; }

    /// <summary>Of the session when these figures were told: older ones are ignored.</summary>
    public long FiguresVersion { get; set; }
}

/// <summary>A review as last decided.</summary>
[NotAudited]
public sealed class ReviewFact
{
    public required string District { get; init; }
    public required Guid Id { get; init; }
    public required Guid CampaignId { get; init; }
    public required int Year { get; init; }
    public required string SubjectKind { get; init; }
    public required string Rank { get; set; }
    public required long Version { get; set; }
}

/// <summary>An award, valid unless revoked; revocation may be heard of first.</summary>
[NotAudited]
public sealed class AwardFact
{
    public required string District { get; init; }
    public required Guid Id { get; init; }
    public required Guid CampaignId { get; init; }
    public string SubjectKind { get; set; } = "";
    public string SubjectName { get; set; } = "";
    public string UnitPath { get; set; } = "";
    public string Title { get; set; } = "";
    public string Decision { get; set; } = "";
    public DateOnly GrantedOn { get; set; }
    public bool Granted { get; set; }
    public bool Revoked { get; set; }

    public bool Counts => Granted && !Revoked;
}
