namespace Campaign.Api.Session;

/// <param name="State"><c>scheduled</c>, <c>open</c> or <c>held</c>.</param>
/// <param name="StartsAt">UTC.</param>
public sealed record SessionView(
    Guid Id, Guid? CampaignId, Guid UnitId, string UnitName, string UnitPath, string Kind, string Topic, string Form, string Place,
    DateTimeOffset StartsAt, int PlannedMinutes, string State, Guid? AssignmentId, AttendanceSummary Attendance, string? Minutes, long Version);

/// <summary>People: expected (without the exempted), present (late included), excused, absent.</summary>
public sealed record AttendanceSummary(int Expected, int Present, int Excused, int Absent);

/// <param name="Kind">One of <see cref="Contracts.SessionKinds"/>.</param>
/// <param name="Form"><c>in-room</c>, <c>online</c> or <c>hybrid</c>.</param>
/// <param name="StartsAt">May lie in the past: a meeting entered afterwards from paper.</param>
/// <param name="PlannedMinutes">10–1,440.</param>
/// <param name="ParticipantIds">Null: every active member of the unit and the units below it; else exactly these members (at most 20,000).</param>
/// <param name="AssignmentId">The assignment that asked for this session, from the unit's proposals.</param>
public sealed record ScheduleSession(
    Guid UnitId, Guid? CampaignId, Guid? AssignmentId, string Kind, string Topic, string Form, string Place,
    DateTimeOffset StartsAt, int PlannedMinutes, IReadOnlyList<Guid>? ParticipantIds);

/// <summary>A session that an assignment asks for and that the unit has not scheduled yet.</summary>
public sealed record ProposalView(Guid AssignmentId, Guid DirectiveId, Guid UnitId, string UnitPath, Guid? CampaignId, string Kind, string Title, DateOnly DueOn);

public sealed record ParticipantView(Guid MemberId, string Number, string FullName, string? Status, DateTimeOffset? CheckedInAt);

/// <param name="MemberId">Null: the member behind the token.</param>
/// <param name="Code">Six digits on the room's screen; not needed when a secretary of the unit checks someone in.</param>
public sealed record CheckIn(Guid? MemberId, string? Code);

public sealed record CheckInResult(Guid SessionId, Guid MemberId, string Status, DateTimeOffset CheckedInAt);

/// <summary>The secretary's roster: the given members get the given status (at most 20,000 a call).</summary>
public sealed record TakeRoster(IReadOnlyList<RosterEntry> Entries);

/// <param name="Status">One of <see cref="Contracts.AttendanceStatuses"/>.</param>
public sealed record RosterEntry(Guid MemberId, string Status);

/// <param name="EndedAt">UTC, after the start. Whoever has no status by now is absent.</param>
/// <param name="Minutes">Text of the minutes, at most 100,000 characters.</param>
public sealed record CloseSession(DateTimeOffset EndedAt, string Minutes);

/// <param name="Code">Six digits, shown on the room's screen.</param>
public sealed record OpenedSession(Guid Id, string Code, long Version);

/// <summary>Sessions, check-in and attendance, through the gateway.</summary>
public sealed class SessionClient(HttpClient http) : ApiClient(http, Contracts.Resources.Session)
{
    public Task<Page<SessionView>> SessionsAsync(string? under = null, Guid? campaign = null, string? kind = null, string? state = null, DateOnly? from = null, DateOnly? to = null, string? cursor = null, int? limit = null, CancellationToken ct = default) =>
        GetAsync<Page<SessionView>>(Query("sessions", ("under", under), ("campaign", campaign), ("kind", kind), ("state", state), ("from", from), ("to", to), ("cursor", cursor), ("limit", limit)), ct);

    public Task<SessionView> SessionAsync(Guid id, CancellationToken ct = default) => GetAsync<SessionView>($"sessions/{id}", ct);

    public Task<Page<ProposalView>> ProposalsAsync(string? under = null, string? cursor = null, int? limit = null, CancellationToken ct = default) =>
        GetAsync<Page<ProposalView>>(Query("proposals", ("under", under), ("cursor", cursor), ("limit", limit)), ct);

    public Task<SessionView> ScheduleAsync(ScheduleSession session, string? key = null, CancellationToken ct = default) => PostAsync<SessionView>("sessions", session, ct, key);

    public Task<OpenedSession> OpenAsync(Guid id, string? key = null, CancellationToken ct = default) => PostAsync<OpenedSession>($"sessions/{id}/open", null, ct, key);

    public Task<CheckInResult> CheckInAsync(Guid id, CheckIn checkIn, string? key = null, CancellationToken ct = default) => PostAsync<CheckInResult>($"sessions/{id}/check-ins", checkIn, ct, key);

    public Task<AttendanceSummary> TakeRosterAsync(Guid id, TakeRoster roster, string? key = null, CancellationToken ct = default) => PostAsync<AttendanceSummary>($"sessions/{id}/roster", roster, ct, key);

    public Task<SessionView> CloseAsync(Guid id, CloseSession close, string? key = null, CancellationToken ct = default) => PostAsync<SessionView>($"sessions/{id}/close", close, ct, key);

    public Task<Page<ParticipantView>> ParticipantsAsync(Guid id, string? cursor = null, int? limit = null, CancellationToken ct = default) =>
        GetAsync<Page<ParticipantView>>(Query($"sessions/{id}/participants", ("cursor", cursor), ("limit", limit)), ct);
}
