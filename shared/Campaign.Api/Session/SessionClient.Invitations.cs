namespace Campaign.Api.Session;

public sealed partial class SessionClient
{
    /// <summary>Needs no sign-in.</summary>
    public Task<InvitationView> InvitationAsync(string token, CancellationToken ct = default) =>
        GetAsync<InvitationView>($"invitations/{Uri.EscapeDataString(token)}", ct);

    /// <summary>Needs no sign-in.</summary>
    public Task<InvitationView> AnswerInvitationAsync(string token, AnswerInvitation answer, CancellationToken ct = default) =>
        PostAsync<InvitationView>($"invitations/{Uri.EscapeDataString(token)}/answer", answer, ct);

    public Task<Page<InvitationLink>> InvitationLinksAsync(
        Guid session,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) => GetAsync<Page<InvitationLink>>(Query($"sessions/{session}/invitations", ("cursor", cursor), ("limit", limit)), ct);

    /// <summary>At most 200.</summary>
    public Task<IReadOnlyList<GuestView>> GuestsAsync(Guid session, CancellationToken ct = default) =>
        GetAsync<IReadOnlyList<GuestView>>($"sessions/{session}/guests", ct);

    public Task<GuestView> AddGuestAsync(Guid session, AddGuest guest, string? key = null, CancellationToken ct = default) =>
        PostAsync<GuestView>($"sessions/{session}/guests", guest, ct, key);

    /// <summary>Their link is dead.</summary>
    public Task<IReadOnlyList<GuestView>> WithdrawGuestAsync(
        Guid session,
        Guid guest,
        string? key = null,
        CancellationToken ct = default
    ) => PostAsync<IReadOnlyList<GuestView>>($"sessions/{session}/guests/{guest}/withdraw", null, ct, key);

    public Task<AnswersView> AnswersAsync(Guid session, string? cursor = null, int? limit = null, CancellationToken ct = default) =>
        GetAsync<AnswersView>(Query($"sessions/{session}/answers", ("cursor", cursor), ("limit", limit)), ct);

    public Task<AttendanceSummary> ConfirmExcusesAsync(
        Guid session,
        ConfirmExcuses confirm,
        string? key = null,
        CancellationToken ct = default
    ) => PostAsync<AttendanceSummary>($"sessions/{session}/answers/confirm", confirm, ct, key);

    /// <param name="past">What began before now, the latest first; else what lies ahead, the next first.</param>
    public Task<Page<MyMeeting>> MyMeetingsAsync(
        bool past = false,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) => GetAsync<Page<MyMeeting>>(Query("my-meetings", ("past", past ? "true" : null), ("cursor", cursor), ("limit", limit)), ct);

    public Task<MyMeeting> AnswerMeetingAsync(Guid session, AnswerInvitation answer, CancellationToken ct = default) =>
        PostAsync<MyMeeting>($"my-meetings/{session}/answer", answer, ct);
}
