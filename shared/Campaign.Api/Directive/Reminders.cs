namespace Campaign.Api.Directive;

/// <summary>When a unit was reminded.</summary>
public static class ReminderStages
{
    public const string Issued = "issued";
    public const string WeekBefore = "week-before";
    public const string DayBefore = "day-before";
    public const string Due = "due";
    public const string Overdue = "overdue";

    public static readonly IReadOnlyList<string> All = [Issued, WeekBefore, DayBefore, Due, Overdue];
}

/// <summary>The person's own choice.</summary>
/// <param name="ByMail">Reminders are mailed to the address of the person's account, at most one mail a day.</param>
public sealed record ReminderMails(bool ByMail);

/// <summary>What the caller's own units were reminded of and have still to do, the last day first.</summary>
/// <param name="Unread">Lines that nobody of the unit has read; counting stops at 1,000.</param>
public sealed record InboxView(int Unread, IReadOnlyList<NoticeView> Items, string? Next);

/// <summary>A line of a unit's inbox: one for each directive of which the unit was reminded.</summary>
/// <param name="On">The day of the last reminder.</param>
/// <param name="Reminders">What is still open, the earliest due day first.</param>
public sealed record NoticeView(
    Guid Id,
    Guid DirectiveId,
    string Symbol,
    string Title,
    Guid UnitId,
    string UnitName,
    string UnitPath,
    DateOnly On,
    DateTimeOffset? ReadAt,
    IReadOnlyList<ReminderView> Reminders
)
{
    /// <summary>What the caller may do with it now: <c>read</c>, while nobody of the unit has.</summary>
    public IReadOnlyList<string> May { get; init; } = [];
}

/// <param name="Stage">One of <see cref="ReminderStages"/>, as it was on the day of the reminder.</param>
public sealed record ReminderView(
    Guid AssignmentId,
    string Title,
    [property: CodeOf("requirement-kinds")] string Requirement,
    string Stage,
    DateOnly On,
    DateOnly DueOn,
    bool Overdue
);

/// <summary>Marks everything of one unit as read.</summary>
public sealed record MarkRead(string UnitPath);

/// <summary>What is left to read.</summary>
public sealed record UnreadNotices(int Unread);

public sealed partial class DirectiveClient
{
    public Task<InboxView> InboxAsync(bool? unread = null, string? cursor = null, int? limit = null, CancellationToken ct = default) =>
        GetAsync<InboxView>(Query("inbox", ("unread", unread), ("cursor", cursor), ("limit", limit)), ct);

    public Task<UnreadNotices> ReadNoticeAsync(Guid notice, CancellationToken ct = default) =>
        PostAsync<UnreadNotices>($"inbox/{notice}/read", null, ct);

    /// <summary>Whether the person wants reminders by mail as well.</summary>
    public Task<ReminderMails> ReminderMailsAsync(CancellationToken ct = default) => GetAsync<ReminderMails>("inbox/mail", ct);

    public Task<ReminderMails> ChooseReminderMailsAsync(ReminderMails wanted, CancellationToken ct = default) =>
        PostAsync<ReminderMails>("inbox/mail", wanted, ct);

    public Task<UnreadNotices> ReadAllNoticesAsync(string unitPath, CancellationToken ct = default) =>
        PostAsync<UnreadNotices>("inbox/read", new MarkRead(unitPath), ct);
}
