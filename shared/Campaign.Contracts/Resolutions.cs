namespace Campaign.Contracts;

/// <summary>
/// A session was closed with a resolution that asks for something: each item becomes a commitment of the same id. Told once.
/// The aggregate id is the session's id.
/// </summary>
[PublishedBy(Resources.Session)]
public sealed record SessionResolved : CampaignEvent
{
    /// <summary>Most items of one session.</summary>
    public const int MaxItems = 20;

    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }
    public required string Topic { get; init; }
    public required DateOnly HeldOn { get; init; }

    /// <summary>1 to <see cref="MaxItems"/>.</summary>
    public required IReadOnlyList<ResolvedItem> Items { get; init; }
}

/// <summary>What, who, by when, and how it is measured.</summary>
public sealed record ResolvedItem
{
    public required Guid Id { get; init; }
    public required string What { get; init; }

    /// <summary>The unit that answers for it, or that the member answers in.</summary>
    public required Guid UnitId { get; init; }

    public required string UnitPath { get; init; }

    /// <summary>The member who answers for it; none when the unit does.</summary>
    public Guid? MemberId { get; init; }

    public required DateOnly DueOn { get; init; }
    public required decimal Target { get; init; }
    public required string Measure { get; init; }
}

/// <summary>
/// How far a commitment that a session resolved has come: every change of it, the later version winning. The aggregate id is the
/// commitment's id, which is that of the session's item.
/// </summary>
[PublishedBy(Resources.Directive)]
public sealed record CommitmentProgressed : CampaignEvent
{
    public required Guid SessionId { get; init; }

    /// <summary><c>open</c>, <c>fulfilled</c> or <c>withdrawn</c>.</summary>
    public required string State { get; init; }

    public required decimal Target { get; init; }
    public required decimal Done { get; init; }
    public required DateOnly DueOn { get; init; }

    /// <summary>The day on which the target was reached.</summary>
    public DateOnly? ReachedOn { get; init; }
}

/// <summary>
/// The unit confirmed how good its meeting was, by the rules of the day; told again when it was confirmed anew after a correction, the
/// later version winning. The aggregate id is the session's id.
/// </summary>
[PublishedBy(Resources.Session)]
public sealed record SessionQualityConfirmed : CampaignEvent
{
    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }

    /// <summary>Of the Session service's catalogue <c>session-kinds</c>.</summary>
    public required string Kind { get; init; }

    public required DateOnly HeldOn { get; init; }
    public required int Points { get; init; }

    /// <summary>What could be reached by the rules that applied; more than 0.</summary>
    public required int MaxPoints { get; init; }
}
