namespace Campaign.Contracts;

/// <summary>A session was put on the calendar. The aggregate id is the session's id.</summary>
[PublishedBy(Resources.Session)]
public sealed record SessionScheduled : CampaignEvent
{
    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }

    /// <summary>Of the Session service's catalogue <c>session-kinds</c>.</summary>
    public required string Kind { get; init; }

    public required string Topic { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    public Guid? AssignmentId { get; init; }
}

/// <summary>
/// The time, place, topic or form of a session that has not opened yet was changed. The aggregate id is the session's id.
/// </summary>
[PublishedBy(Resources.Session)]
public sealed record SessionChanged : CampaignEvent
{
    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }

    /// <summary>Of the Session service's catalogue <c>session-kinds</c>.</summary>
    public required string Kind { get; init; }

    public required string Topic { get; init; }
    public required string Place { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    public required int PlannedMinutes { get; init; }
    public Guid? AssignmentId { get; init; }
}

/// <summary>A session that had not opened yet does not take place. The aggregate id is the session's id.</summary>
[PublishedBy(Resources.Session)]
public sealed record SessionCancelled : CampaignEvent
{
    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }

    /// <summary>Of the Session service's catalogue <c>session-kinds</c>.</summary>
    public required string Kind { get; init; }

    public required string Topic { get; init; }

    /// <summary>UTC: when it would have begun.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The assignment that it was to answer, which asks for a session again.</summary>
    public Guid? AssignmentId { get; init; }
}

/// <summary>One participant checked in to an open session. The aggregate id is the session's id.</summary>
[PublishedBy(Resources.Session)]
public sealed record MemberCheckedIn : CampaignEvent
{
    public required Guid MemberId { get; init; }
    public required string UnitPath { get; init; }
}

/// <summary>
/// A session took place and is closed. Carries the attendance summary, not the rows. The aggregate id is the session's id.
/// </summary>
[PublishedBy(Resources.Session)]
public sealed record SessionHeld : CampaignEvent
{
    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }

    /// <summary>Of the Session service's catalogue <c>session-kinds</c>.</summary>
    public required string Kind { get; init; }

    public required string Topic { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required int Minutes { get; init; }

    /// <summary>Participants who were expected: exempted members are not among them.</summary>
    public required int Expected { get; init; }

    public required int Present { get; init; }
    public required int Excused { get; init; }
    public required int Absent { get; init; }

    /// <summary>The assignment that asked for this session, where there is one.</summary>
    public Guid? AssignmentId { get; init; }
}

/// <summary>
/// The attendance of a session that is closed was put right. Carries the figures as they are now, like <see cref="SessionHeld"/>; the
/// people follow as <see cref="AttendanceTaken"/> with the same version. The aggregate id is the session's id.
/// </summary>
[PublishedBy(Resources.Session)]
public sealed record AttendanceCorrected : CampaignEvent
{
    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }

    /// <summary>Of the Session service's catalogue <c>session-kinds</c>.</summary>
    public required string Kind { get; init; }

    public required string Topic { get; init; }
    public required DateOnly HeldOn { get; init; }

    /// <summary>Participants who were expected: exempted members are not among them.</summary>
    public required int Expected { get; init; }

    public required int Present { get; init; }
    public required int Excused { get; init; }
    public required int Absent { get; init; }

    /// <summary>Why it was corrected.</summary>
    public required string Reason { get; init; }
}

/// <summary>
/// Who was at a closed session, in parts of at most 500 people: evidence for reviews. The aggregate id is the session's id.
/// </summary>
[PublishedBy(Resources.Session)]
public sealed record AttendanceTaken : CampaignEvent
{
    public required Guid UnitId { get; init; }
    public required string Kind { get; init; }
    public required DateOnly HeldOn { get; init; }

    /// <summary>From 0; a session's parts hold disjoint sets of members.</summary>
    public required int Part { get; init; }

    public required IReadOnlyList<Guid> Present { get; init; }
    public required IReadOnlyList<Guid> Excused { get; init; }
    public required IReadOnlyList<Guid> Absent { get; init; }
}
