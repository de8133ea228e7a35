namespace Campaign.Contracts;

/// <summary>A campaign was opened. The aggregate id is the campaign's id.</summary>
[PublishedBy(Resources.Directive)]
public sealed record CampaignOpened : CampaignEvent
{
    public required string Name { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>Topics that sessions of the campaign choose from.</summary>
    public required IReadOnlyList<string> Topics { get; init; }
}

/// <summary>A document was issued to units. The aggregate id is the directive's id.</summary>
[PublishedBy(Resources.Directive)]
public sealed record DirectiveIssued : CampaignEvent
{
    /// <summary>Normalised symbol, e.g. <c>39-KH/TU</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>Code of the document type, e.g. <c>KH</c>.</summary>
    public required string DocumentType { get; init; }

    public required string Title { get; init; }

    public required string Issuer { get; init; }

    public required DateOnly SignedOn { get; init; }

    /// <summary>The superior document that this one carries out.</summary>
    public Guid? CarriesOutId { get; init; }

    /// <summary>How many units it is addressed to; 0 for a document that is only recorded (a superior body's).</summary>
    public required int Units { get; init; }
}

/// <summary>A unit is asked for one thing by a day. The aggregate id is the assignment's id; the district is the unit's.</summary>
[PublishedBy(Resources.Directive)]
public sealed record AssignmentIssued : CampaignEvent
{
    public required Guid DirectiveId { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }

    /// <summary>One of <see cref="RequirementKinds"/>.</summary>
    public required string Requirement { get; init; }

    public required string Title { get; init; }

    public required DateOnly DueOn { get; init; }
}

/// <summary>The unit confirmed that it has received and understood what is asked. The aggregate id is the assignment's id.</summary>
[PublishedBy(Resources.Directive)]
public sealed record AssignmentAcknowledged : CampaignEvent
{
    public required Guid DirectiveId { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }
    public required DateOnly AcknowledgedOn { get; init; }
}

/// <summary>
/// What was asked has been done: the unit reported, or held the session. It may be returned (<see cref="AssignmentReturned"/>) and be
/// completed again with a later version. The aggregate id is the assignment's id.</summary>
[PublishedBy(Resources.Directive)]
public sealed record AssignmentCompleted : CampaignEvent
{
    public required Guid DirectiveId { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }
    public required string Requirement { get; init; }
    public required DateOnly CompletedOn { get; init; }
    public required bool OnTime { get; init; }

    /// <summary>The session that completed it, where the assignment asked for one.</summary>
    public Guid? SessionId { get; init; }
}

/// <summary>
/// The due day passed and the assignment is not complete; told again when a due day that was put off passes too. The aggregate id is the
/// assignment's id.
/// </summary>
[PublishedBy(Resources.Directive)]
public sealed record AssignmentOverdue : CampaignEvent
{
    public required Guid DirectiveId { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }
    public required DateOnly DueOn { get; init; }
}

/// <summary>A superior sent the work back: what was completed is open again. The aggregate id is the assignment's id.</summary>
[PublishedBy(Resources.Directive)]
public sealed record AssignmentReturned : CampaignEvent
{
    public required Guid DirectiveId { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }
    public required string Requirement { get; init; }
    public required string Reason { get; init; }

    /// <summary>The day by which it is to be mended; later than before, or as before.</summary>
    public required DateOnly DueOn { get; init; }
}

/// <summary>The issuer no longer asks for it: nothing is open and nothing counts. The aggregate id is the assignment's id.</summary>
[PublishedBy(Resources.Directive)]
public sealed record AssignmentRecalled : CampaignEvent
{
    public required Guid DirectiveId { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }
    public required string Requirement { get; init; }
    public required string Reason { get; init; }
}

/// <summary>
/// The due day was put off: what was overdue is in time again until it has passed. The aggregate id is the assignment's id.
/// </summary>
[PublishedBy(Resources.Directive)]
public sealed record AssignmentExtended : CampaignEvent
{
    public required Guid DirectiveId { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }

    public required DateOnly DueOn { get; init; }
}

/// <summary>
/// Everything that a unit or its head promised (kế hoạch làm theo) and did not withdraw has been done, and somebody above confirmed it.
/// Told once. The aggregate id is the commitment's id.
/// </summary>
[PublishedBy(Resources.Directive)]
public sealed record CommitmentFulfilled : CampaignEvent
{
    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }

    /// <summary>The member who answered for it as the unit's head; none when the unit itself promised.</summary>
    public Guid? HeadId { get; init; }

    /// <summary>The document that it carries out.</summary>
    public Guid? DirectiveId { get; init; }

    /// <summary>The day on which the last deed was done.</summary>
    public required DateOnly FulfilledOn { get; init; }

    /// <summary>Every deed was done by its day.</summary>
    public required bool OnTime { get; init; }

    /// <summary>Deeds that were confirmed.</summary>
    public required int Deeds { get; init; }

    /// <summary>Deeds that were withdrawn.</summary>
    public required int Withdrawn { get; init; }
}
