namespace Campaign.Api.Session;

/// <summary>What a session that has not opened yet is to be; who is expected stays.</summary>
public sealed record ChangeSession(SessionPlan Plan, DateTimeOffset StartsAt);

/// <param name="Reason">1 to 500 characters; the invited read it.</param>
public sealed record CancelSession(string Reason);

/// <summary>
/// When the sessions of a series begin. Either <paramref name="Day"/>, or <paramref name="Week"/> and <paramref name="Weekday"/>.
/// </summary>
/// <param name="From">No session before this day; the first month is its month.</param>
/// <param name="At">Hanoi's clock.</param>
/// <param name="EveryMonths">1: every month; 3: every quarter.</param>
/// <param name="Day">1–31; a month without it has the session on its last day.</param>
/// <param name="Week">Which of the month's such weekdays: 1–4, or 5 for the last.</param>
/// <param name="Weekday">1 Monday … 7 Sunday.</param>
/// <param name="Until">Last day, included.</param>
/// <param name="Count">How many, 1–120; instead of <paramref name="Until"/>. Without either it goes on until it is ended.</param>
public sealed record RecurrenceRule(
    DateOnly From,
    TimeOnly At,
    int EveryMonths,
    int? Day,
    int? Week,
    int? Weekday,
    DateOnly? Until = null,
    int? Count = null
);

/// <summary>A series of sessions that are alike.</summary>
/// <param name="ParticipantIds">Null: every active member of the unit and the units below it, on the day each session is made; else those
/// of these members who are active then (at most 1,000).</param>
public sealed record PlanSeries(
    Guid UnitId,
    Guid? CampaignId,
    [property: CodeOf("session-kinds")] string Kind,
    SessionPlan Plan,
    IReadOnlyList<Guid>? ParticipantIds,
    RecurrenceRule Rule
);

/// <param name="EndedFrom">No session from this day on.</param>
/// <param name="NextOn">The next day by the rule, unless it has ended.</param>
/// <param name="May">What the reader may do with it now, of <see cref="SessionMay"/>.</param>
/// <param name="Occurrences">Of the last quarter and ahead, at most 18 and those that were made; empty in lists.</param>
public sealed record SeriesView(
    Guid Id,
    Guid UnitId,
    string UnitName,
    string UnitPath,
    Guid? CampaignId,
    [property: CodeOf("session-kinds")] string Kind,
    SessionPlan Plan,
    int? Chosen,
    RecurrenceRule Rule,
    DateOnly? EndedFrom,
    DateOnly? NextOn,
    IReadOnlyList<OccurrenceView> Occurrences,
    long Version,
    IReadOnlyList<string> May
);

/// <param name="Day">By the rule; names the occurrence also when it was moved.</param>
/// <param name="State"><c>planned</c> or <c>skipped</c>, and once its session is made that session's state.</param>
public sealed record OccurrenceView(DateOnly Day, DateTimeOffset StartsAt, string State, Guid? SessionId, IReadOnlyList<string> May);

/// <summary>Skips or moves an occurrence that no session was made for yet; neither puts it back to where the rule has it.</summary>
/// <param name="StartsAt">Within 31 days of the day by the rule.</param>
public sealed record ChangeOccurrence(bool Skip, DateTimeOffset? StartsAt);

/// <param name="From">First day without a session; sessions made for this day or later are cancelled unless they opened.</param>
/// <param name="Reason">Why; 1 to 500 characters.</param>
public sealed record EndSeries(DateOnly From, string Reason);

/// <summary>What a calendar shows, in the order of time.</summary>
/// <param name="Truncated">There is more than the first 1,000: ask for fewer days or a smaller unit.</param>
public sealed record CalendarView(IReadOnlyList<CalendarEntry> Items, bool Truncated);

/// <summary>Days on which a session was held or is planned.</summary>
/// <param name="Before">The last one before the period; null when there is none.</param>
/// <param name="After">The first one after it.</param>
public sealed record NearestDays(DateOnly? Before, DateOnly? After);

/// <param name="SessionId">Null while it is only planned by a series.</param>
/// <param name="State">The session's, or <c>planned</c>.</param>
public sealed record CalendarEntry(
    Guid? SessionId,
    Guid? SeriesId,
    DateTimeOffset StartsAt,
    string UnitName,
    string UnitPath,
    [property: CodeOf("session-kinds")] string Kind,
    SessionPlan Plan,
    string State
);

/// <summary>Whose calendar feed: the unit's, or the caller's own.</summary>
public sealed record FeedOf(Guid? UnitId);

/// <param name="Path">Address of the feed behind the gateway's origin; whoever knows it can read it.</param>
public sealed record FeedView(string Path, DateTimeOffset CreatedAt);
