using Campaign.Api.Imports;

namespace Campaign.Api.Session;

/// <param name="State"><c>scheduled</c>, <c>open</c>, <c>held</c> or <c>cancelled</c>.</param>
/// <param name="StartsAt">UTC.</param>
/// <param name="Kind">Of <see cref="SessionCatalogues.Kinds"/>.</param>
/// <param name="SeriesId">The series that it was made for.</param>
/// <param name="CancelReason">Why it does not take place.</param>
/// <param name="May">What the reader may do with it now, of <see cref="SessionMay"/>; null in lists.</param>
public sealed record SessionView(
    Guid Id,
    Guid? CampaignId,
    Guid UnitId,
    string UnitName,
    string UnitPath,
    [property: CodeOf("session-kinds")] string Kind,
    SessionPlan Plan,
    DateTimeOffset StartsAt,
    string State,
    Guid? AssignmentId,
    AttendanceSummary Attendance,
    string? Minutes,
    long Version,
    Guid? SeriesId = null,
    string? CancelReason = null,
    IReadOnlyList<string>? May = null
);

/// <summary>People: expected (without the exempted), present (late included), excused, absent.</summary>
public sealed record AttendanceSummary(int Expected, int Present, int Excused, int Absent);

/// <param name="Kind">Of <see cref="SessionCatalogues.Kinds"/>, as of the day.</param>
/// <param name="StartsAt">May lie in the past: a meeting entered afterwards from paper.</param>
/// <param name="ParticipantIds">Null: every active member of the unit and the units below it; else exactly these members (at most
/// 20,000).</param>
/// <param name="AssignmentId">The assignment that asked for this session, from the unit's proposals.</param>
public sealed record ScheduleSession(
    Guid UnitId,
    Guid? CampaignId,
    Guid? AssignmentId,
    [property: CodeOf("session-kinds")] string Kind,
    SessionPlan Plan,
    DateTimeOffset StartsAt,
    IReadOnlyList<Guid>? ParticipantIds
);

/// <summary>A session that an assignment asks for and that the unit has not scheduled yet.</summary>
public sealed record ProposalView(
    Guid AssignmentId,
    Guid DirectiveId,
    Guid UnitId,
    string UnitPath,
    string UnitName,
    Guid? CampaignId,
    [property: CodeOf("session-kinds")] string Kind,
    string Title,
    DateOnly DueOn,
    IReadOnlyList<string> May
);

/// <param name="Line">Number on the printed sheet, from 1.</param>
/// <param name="Minutes">How many minutes late, or before the end.</param>
/// <param name="Way">How they came into the record: <c>scan</c>, <c>code</c>, <c>desk</c>, <c>roster</c>, <c>sheet</c>, <c>file</c> or
/// <c>merged</c>.</param>
/// <param name="EarlyAt">UTC: scanned before the session was opened.</param>
/// <param name="Answer">To the invitation: <c>coming</c> or <c>excused</c>, with <paramref name="AnswerReason"/>; no status until the
/// secretary confirms it.</param>
public sealed record ParticipantView(
    Guid MemberId,
    string Number,
    string FullName,
    [property: CodeOf("attendance-statuses")] string? Status,
    DateTimeOffset? CheckedInAt,
    int Line,
    int? Minutes,
    string? Reason,
    string? Way,
    DateTimeOffset? EarlyAt,
    string? Answer = null,
    string? AnswerReason = null
);

/// <param name="MemberId">Null: the member behind the token.</param>
/// <param name="Code">Six digits on the room's screen, for a phone without a camera; not needed when a secretary of the unit checks someone
/// in.</param>
/// <param name="Scan">The ticket that a scan was exchanged for, instead of the code.</param>
public sealed record CheckInRequest(Guid? MemberId, string? Code, string? Scan = null);

/// <param name="Status">One of the attendance statuses, or <see cref="Early"/>: kept, and counted when the session opens.</param>
public sealed record CheckInResult(
    Guid SessionId,
    Guid MemberId,
    [property: CodeOf("attendance-statuses")] string Status,
    DateTimeOffset CheckedInAt
)
{
    /// <summary>What a kept scan is answered; no attendance status, nothing is counted yet.</summary>
    public const string Early = "early";
}

/// <param name="Code">What the QR on the room's screen held when it was scanned.</param>
public sealed record Scan(string Code);

/// <param name="Ticket">To be sent with the check-in; not bound to anybody, so it stays in the browser that scanned.</param>
public sealed record Scanned(string Ticket, DateTimeOffset ValidUntil);

/// <summary>What the room's screen shows now.</summary>
/// <param name="Code">Six digits; null until the session is open.</param>
/// <param name="Scan">What the QR holds; a scan before the opening is kept.</param>
/// <param name="Now">The server's clock.</param>
/// <param name="ScanChangesAt">When to ask for the next.</param>
public sealed record ScreenView(
    Guid Id,
    string State,
    string? Code,
    string Scan,
    DateTimeOffset Now,
    DateTimeOffset ScanChangesAt,
    AttendanceSummary Attendance
);

/// <summary>The secretary's roster: the given members get the given status (at most 20,000 a call).</summary>
/// <param name="TickedAt">When they were ticked, where that was without a network: whoever has checked in since stays as they are.</param>
public sealed record TakeRoster(IReadOnlyList<RosterEntry> Entries, DateTimeOffset? TickedAt = null);

/// <param name="Status">One of the attendance statuses of the day; null takes back what was recorded, unless the member checked in.</param>
/// <param name="Minutes">How many minutes late, or before the end; for statuses that have minutes.</param>
/// <param name="Reason">At most 300 characters.</param>
public sealed record RosterEntry(
    Guid MemberId,
    [property: CodeOf("attendance-statuses")] string? Status,
    int? Minutes = null,
    string? Reason = null
);

/// <summary>What was signed on the printed sheet.</summary>
/// <param name="Others">Status of those whom neither the sheet nor anything before says anything about; null leaves them open.</param>
public sealed record EnterSheet(IReadOnlyList<SheetEntry> Entries, string? Others);

/// <param name="Lines">Numbers on the sheet and ranges of them: <c>1-12, 15</c>.</param>
public sealed record SheetEntry(
    string Lines,
    [property: CodeOf("attendance-statuses")] string Status,
    int? Minutes = null,
    string? Reason = null
);

/// <summary>What a file of attendance would do or did. With errors nothing was changed.</summary>
public sealed record AttendanceReport(bool DryRun, int Rows, int Recorded, int ErrorCount, IReadOnlyList<ImportError> Errors);

/// <summary>Somebody who came and is not on the list.</summary>
/// <param name="MemberId">Who they turned out to be.</param>
public sealed record TemporaryAttendeeView(Guid Id, string FullName, string Note, DateTimeOffset RecordedAt, Guid? MemberId);

/// <param name="Note">Where from, at most 300 characters.</param>
public sealed record AddTemporaryAttendee(string FullName, string? Note);

public sealed record MergeTemporaryAttendee(Guid MemberId);

/// <param name="EndedAt">UTC, after the start. Whoever has no status by now is absent.</param>
/// <param name="MinutesText">
/// At most 100,000 characters; empty leaves what was written before, or else what the record says by itself.
/// </param>
public sealed record CloseSession(DateTimeOffset EndedAt, string MinutesText);

/// <param name="Code">Six digits, shown on the room's screen.</param>
public sealed record OpenedSession(Guid Id, string Code, long Version);

/// <summary>A version of the minutes; the one with the highest number counts.</summary>
/// <param name="Symbol">Number and symbol of the document.</param>
/// <param name="Reason">Why signed minutes were corrected; null for an ordinary edit.</param>
/// <param name="Locked">Signed by both: changed by a correction only.</param>
/// <param name="May">What the reader may do with the session's minutes now, of <see cref="SessionMay"/>; null of earlier versions.</param>
public sealed record MinutesView(
    Guid SessionId,
    int Number,
    string Text,
    string Symbol,
    string Chair,
    string Secretary,
    string? Reason,
    string WrittenBy,
    DateTimeOffset WrittenAt,
    DateTimeOffset? ChairSignedAt,
    DateTimeOffset? SecretarySignedAt,
    bool Locked,
    IReadOnlyList<string>? May = null
);

/// <summary>What the record says by itself, for the secretary to go on from.</summary>
public sealed record MinutesDraft(string Text);

/// <param name="Text">1 to 100,000 characters.</param>
/// <param name="Chair">Who chaired, as printed under the signature.</param>
/// <param name="Secretary">Who took the minutes.</param>
public sealed record EditMinutes(string Text, string? Symbol, string? Chair, string? Secretary);

/// <param name="As"><c>chair</c> or <c>secretary</c>; two different people.</param>
/// <param name="Number">The version that was read.</param>
public sealed record SignMinutes(string As, int Number);

/// <summary>Puts a closed session right.</summary>
/// <param name="Number">The version of the minutes that was read.</param>
/// <param name="Entries">Attendance that was recorded wrongly; null or empty when only the text is corrected.</param>
public sealed record Correct(int Number, string Reason, EditMinutes Minutes, IReadOnlyList<RosterEntry>? Entries);
