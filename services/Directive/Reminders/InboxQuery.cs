using Campaign.Api.Directive;
using Campaign.Hosting.Access;
using Campaign.Hosting.Requests;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Reminders;

/// <summary>
/// Reads the inbox of the units in which the caller holds the post, not of those below: they have secretaries of their own.
/// A line of which everything is done is not shown any more.
/// </summary>
internal sealed class InboxQuery(DirectiveDb db, Caller caller, TimeProvider time)
{
    /// <summary>Counting stops here.</summary>
    public const int MaxUnread = 1000;

    public IQueryable<Notice> Own
    {
        get
        {
            var paths = caller.Paths.ToArray();
            var units = db.Units.Where(unit => paths.Contains(unit.Path)).Select(unit => unit.Id);
            return db.Notices.Where(notice => units.Contains(notice.UnitId));
        }
    }

    public Task<int> UnreadAsync(CancellationToken ct) =>
        Open(Own).Where(notice => notice.ReadAt == null).OrderBy(notice => notice.Id).Take(MaxUnread).CountAsync(ct);

    /// <summary>The last day first.</summary>
    public async Task<InboxView> PageAsync(bool unreadOnly, string? cursor, int? limit, CancellationToken ct)
    {
        var size = Cursor.Limit(limit);
        var notices = Open(Own).AsNoTracking().Where(notice => !unreadOnly || notice.ReadAt == null);
        if (Cursor.After<DateOnly, Guid>(cursor, out var day, out var id))
        {
            notices = notices.Where(notice => notice.Day < day || (notice.Day == day && notice.Id.CompareTo(id) < 0));
        }

        var lines = await notices
            .OrderByDescending(notice => notice.Day)
            .ThenByDescending(notice => notice.Id)
            .Take(size + 1)
            .Join(
                db.Directives,
                notice => notice.DirectiveId,
                directive => directive.Id,
                (notice, directive) =>
                    new
                    {
                        notice,
                        directive.Symbol,
                        directive.Title,
                    }
            )
            .Join(
                db.Units,
                line => line.notice.UnitId,
                unit => unit.Id,
                (line, unit) => new Line(line.notice, line.Symbol, line.Title, unit.Name, unit.Path)
            )
            .ToListAsync(ct);
        lines = [.. lines.OrderByDescending(line => line.Notice.Day).ThenByDescending(line => line.Notice.Id)];
        var reminders = await RemindersAsync([.. lines.Select(line => line.Notice.Id)], ct);
        var page = Cursor.Page(lines, size, line => View(line, reminders), line => [line.Notice.Day, line.Notice.Id]);
        return new InboxView(await UnreadAsync(ct), page.Items, page.Next);
    }

    private IQueryable<Notice> Open(IQueryable<Notice> notices) =>
        notices.Where(notice =>
            db.Reminders.Any(reminder =>
                reminder.NoticeId == notice.Id
                && db.Assignments.Any(a =>
                    a.Id == reminder.AssignmentId
                    && a.UnitId == notice.UnitId
                    && a.CompletedOn == null
                    && a.State != AssignmentStates.Recalled
                )
            )
        );

    /// <summary>Of each assignment that is still open the last reminder.</summary>
    private async Task<ILookup<Guid, ReminderLine>> RemindersAsync(Guid[] notices, CancellationToken ct) =>
        (
            await db
                .Database.SqlQuery<ReminderLine>(
                    $"""
                    select distinct on (r.notice_id, a.due_on, a.id) r.notice_id, a.id as assignment_id, a.title, a.requirement, r.stage,
                        r.day, a.due_on, a.issued_on
                    from reminders r join assignments a on a.id = r.assignment_id and a.unit_id = r.unit_id
                    where r.notice_id = any({notices}) and a.completed_on is null and a.state <> 'recalled'
                    order by r.notice_id, a.due_on, a.id, r.day desc
                    """
                )
                .ToListAsync(ct)
        ).ToLookup(line => line.NoticeId);

    private NoticeView View(Line line, ILookup<Guid, ReminderLine> reminders)
    {
        var today = time.Today();
        return new NoticeView(
            line.Notice.Id,
            line.Notice.DirectiveId,
            line.Symbol,
            line.Title,
            line.Notice.UnitId,
            line.Unit,
            line.Path,
            line.Notice.Day,
            line.Notice.ReadAt,
            [
                .. reminders[line.Notice.Id]
                    .Select(r => new ReminderView(
                        r.AssignmentId,
                        r.Title,
                        r.Requirement,
                        r.Stage,
                        r.Day,
                        r.DueOn,
                        today > r.DueOn && today > r.IssuedOn
                    )),
            ]
        )
        {
            May = NoticeActions.All.May(caller, line.Notice),
        };
    }

    private sealed record Line(Notice Notice, string Symbol, string Title, string Unit, string Path);

    private sealed record ReminderLine(
        Guid NoticeId,
        Guid AssignmentId,
        string Title,
        string Requirement,
        string Stage,
        DateOnly Day,
        DateOnly DueOn,
        DateOnly IssuedOn
    );
}
