namespace Campaign.Api.Session;

/// <summary>Sessions, check-in and attendance, through the gateway.</summary>
public sealed partial class SessionClient(HttpClient http) : ApiClient(http, Contracts.Resources.Session)
{
    public Task<Page<SessionView>> SessionsAsync(
        string? under = null,
        Guid? campaign = null,
        string? kind = null,
        string? state = null,
        DateOnly? from = null,
        DateOnly? to = null,
        string? cursor = null,
        int? limit = null,
        string? activity = null,
        bool? extended = null,
        CancellationToken ct = default
    ) =>
        GetAsync<Page<SessionView>>(
            Query(
                "sessions",
                ("under", under),
                ("campaign", campaign),
                ("kind", kind),
                ("state", state),
                ("from", from),
                ("to", to),
                ("cursor", cursor),
                ("limit", limit),
                ("activity", activity),
                ("extended", extended)
            ),
            ct
        );

    public Task<SessionView> SessionAsync(Guid id, CancellationToken ct = default) => GetAsync<SessionView>($"sessions/{id}", ct);

    public Task<Page<ProposalView>> ProposalsAsync(
        string? under = null,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) => GetAsync<Page<ProposalView>>(Query("proposals", ("under", under), ("cursor", cursor), ("limit", limit)), ct);

    public Task<SessionView> ScheduleAsync(ScheduleSession session, string? key = null, CancellationToken ct = default) =>
        PostAsync<SessionView>("sessions", session, ct, key);

    public Task<OpenedSession> OpenAsync(Guid id, string? key = null, CancellationToken ct = default) =>
        PostAsync<OpenedSession>($"sessions/{id}/open", null, ct, key);

    public Task<CheckInResult> CheckInAsync(Guid id, CheckInRequest checkIn, string? key = null, CancellationToken ct = default) =>
        PostAsync<CheckInResult>($"sessions/{id}/check-ins", checkIn, ct, key);

    public Task<AttendanceSummary> TakeRosterAsync(Guid id, TakeRoster roster, string? key = null, CancellationToken ct = default) =>
        PostAsync<AttendanceSummary>($"sessions/{id}/roster", roster, ct, key);

    public Task<SessionView> CloseAsync(Guid id, CloseSession close, string? key = null, CancellationToken ct = default) =>
        PostAsync<SessionView>($"sessions/{id}/close", close, ct, key);

    public Task<Page<ParticipantView>> ParticipantsAsync(
        Guid id,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) => GetAsync<Page<ParticipantView>>(Query($"sessions/{id}/participants", ("cursor", cursor), ("limit", limit)), ct);

    public Task<ScreenView> ScreenAsync(Guid id, CancellationToken ct = default) => GetAsync<ScreenView>($"sessions/{id}/screen", ct);

    /// <summary>Needs no sign-in.</summary>
    public Task<Scanned> ScanAsync(Guid id, string code, CancellationToken ct = default) =>
        PostAsync<Scanned>($"sessions/{id}/scans", new Scan(code), ct);

    public Task<AttendanceSummary> EnterSheetAsync(Guid id, EnterSheet sheet, string? key = null, CancellationToken ct = default) =>
        PostAsync<AttendanceSummary>($"sessions/{id}/sheet", sheet, ct, key);

    /// <summary>The sign-in sheet as PDF: at most 1,000 numbers from <paramref name="from"/>.</summary>
    public Task<byte[]> SheetAsync(Guid id, int? from = null, CancellationToken ct = default) =>
        GetBytesAsync(Query($"sessions/{id}/sheet.pdf", ("from", from)), ct);

    /// <summary>CSV with header <c>number,status</c> and, where wanted, <c>minutes,reason</c>; all or nothing.</summary>
    public Task<AttendanceReport> ImportAttendanceAsync(
        Guid session,
        string csv,
        bool dryRun,
        string? key = null,
        CancellationToken ct = default
    ) =>
        PostAsync<AttendanceReport>(
            $"imports/attendance?session={session}&dryRun={dryRun}",
            new StringContent(csv, System.Text.Encoding.UTF8, "text/csv"),
            ct,
            key
        );

    public Task<Page<TemporaryAttendeeView>> TemporaryAttendeesAsync(
        Guid id,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) => GetAsync<Page<TemporaryAttendeeView>>(Query($"sessions/{id}/temporary-attendees", ("cursor", cursor), ("limit", limit)), ct);

    public Task<TemporaryAttendeeView> AddTemporaryAttendeeAsync(
        Guid id,
        AddTemporaryAttendee attendee,
        string? key = null,
        CancellationToken ct = default
    ) => PostAsync<TemporaryAttendeeView>($"sessions/{id}/temporary-attendees", attendee, ct, key);

    public Task<TemporaryAttendeeView> MergeTemporaryAttendeeAsync(
        Guid id,
        Guid attendee,
        MergeTemporaryAttendee merge,
        string? key = null,
        CancellationToken ct = default
    ) => PostAsync<TemporaryAttendeeView>($"sessions/{id}/temporary-attendees/{attendee}/merge", merge, ct, key);

    public Task<MinutesView> MinutesAsync(Guid id, CancellationToken ct = default) => GetAsync<MinutesView>($"sessions/{id}/minutes", ct);

    public Task<MinutesDraft> MinutesDraftAsync(Guid id, CancellationToken ct = default) =>
        GetAsync<MinutesDraft>($"sessions/{id}/minutes/draft", ct);

    public Task<Page<MinutesView>> MinutesVersionsAsync(
        Guid id,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) => GetAsync<Page<MinutesView>>(Query($"sessions/{id}/minutes/versions", ("cursor", cursor), ("limit", limit)), ct);

    /// <param name="number">The version that it was made from, 0 for the first.</param>
    public Task<MinutesView> EditMinutesAsync(Guid id, int number, EditMinutes minutes, CancellationToken ct = default) =>
        PutAsync<MinutesView>($"sessions/{id}/minutes", number, minutes, ct);

    public Task<MinutesView> SignMinutesAsync(Guid id, SignMinutes signature, string? key = null, CancellationToken ct = default) =>
        PostAsync<MinutesView>($"sessions/{id}/minutes/signatures", signature, ct, key);

    public Task<MinutesView> CorrectAsync(Guid id, Correct correction, string? key = null, CancellationToken ct = default) =>
        PostAsync<MinutesView>($"sessions/{id}/corrections", correction, ct, key);

    public Task<byte[]> MinutesDocxAsync(Guid id, CancellationToken ct = default) => GetBytesAsync($"sessions/{id}/minutes.docx", ct);

    public Task<byte[]> MinutesPdfAsync(Guid id, CancellationToken ct = default) => GetBytesAsync($"sessions/{id}/minutes.pdf", ct);
}
