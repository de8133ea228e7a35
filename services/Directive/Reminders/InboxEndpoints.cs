using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Reminders;

/// <summary>What the caller's own units were reminded of and have still to do.</summary>
public static class InboxEndpoints
{
    public static RouteGroupBuilder MapInbox(this IEndpointRouteBuilder app)
    {
        var inbox = app.MapGroup("/inbox").WithTags("Inbox").Allow(Roles.Secretary);
        inbox.MapGet("/", ListAsync);
        inbox.MapPost("/{notice:guid}/read", ReadAsync).Allow(NoticeActions.Read).Refuses(SharedProblems.DoneAlready);
        inbox.MapPost("/read", ReadAllAsync);
        return inbox;
    }

    /// <param name="unread">Only lines that nobody of the unit has read.</param>
    private static async Task<Ok<InboxView>> ListAsync(bool? unread, string? cursor, int? limit, InboxQuery query, CancellationToken ct) =>
        TypedResults.Ok(await query.PageAsync(unread ?? false, cursor, limit, ct));

    private static async Task<Ok<UnreadNotices>> ReadAsync(
        Guid notice,
        InboxQuery query,
        Caller caller,
        TimeProvider time,
        CancellationToken ct
    )
    {
        NoticeActions.Read.Demand(
            caller,
            await query.Own.AsNoTracking().SingleOrDefaultAsync(own => own.Id == notice, ct) ?? throw Problem.NotFound("line of your inbox")
        );
        await MarkAsync(query.Own.Where(own => own.Id == notice), caller, time, ct);
        return TypedResults.Ok(new UnreadNotices(await query.UnreadAsync(ct)));
    }

    /// <summary>Everything of one unit; the caller holds the post there or above.</summary>
    private static async Task<Ok<UnreadNotices>> ReadAllAsync(
        MarkRead mark,
        InboxQuery query,
        Caller caller,
        DirectiveDb db,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var path = Problem.Text(mark.UnitPath, "unitPath", 600);
        caller.Demand(path);
        await MarkAsync(query.Own.Where(own => db.Units.Any(unit => unit.Id == own.UnitId && unit.Path == path)), caller, time, ct);
        return TypedResults.Ok(new UnreadNotices(await query.UnreadAsync(ct)));
    }

    private static Task<int> MarkAsync(IQueryable<Notice> notices, Caller caller, TimeProvider time, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var by = caller.Name[..Math.Min(caller.Name.Length, 200)];
        return notices
            .Where(notice => notice.ReadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, now).SetProperty(notice => notice.ReadBy, by), ct);
    }
}
