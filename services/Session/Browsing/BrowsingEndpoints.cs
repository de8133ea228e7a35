using Campaign.Api;
using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Attendance;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Browsing;

/// <summary>Lists and details of sessions and their participants.</summary>
public static class BrowsingEndpoints
{
    public static RouteGroupBuilder MapBrowsing(this IEndpointRouteBuilder routes)
    {
        var sessions = routes.MapGroup("/sessions").WithTags("Sessions");
        sessions.MapGet("/", ListAsync).Allow(UnitActions.ReadSessions);
        sessions.MapGet("/{id:guid}", GetAsync).Allow(SessionAccess.Read);
        sessions.MapGet("/{id:guid}/participants", ParticipantsAsync).Allow(SessionActions.ReadParticipants);
        return sessions;
    }

    private static async Task<Ok<Page<SessionView>>> ListAsync(
        [AsParameters] SessionFilter filter,
        Caller caller,
        SessionDb database,
        CancellationToken ct
    )
    {
        var size = Cursor.Limit(filter.Limit);
        var rows = await filter
            .Apply(database.Sessions.AsNoTracking().Within(caller, filter.Under, session => session.UnitPath))
            .Take(size + 1)
            .ToListAsync(ct);
        var figures = await database.TallyAsync(rows, ct);
        return TypedResults.Ok(
            Cursor.Page(rows, size, row => SessionViews.Of(row, figures[row.Id], minutes: null, may: null), row => [row.StartsAt, row.Id])
        );
    }

    private static async Task<Ok<SessionView>> GetAsync(
        Guid id,
        Caller caller,
        Actor actor,
        SessionDb database,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var session = await database.ReadableAsync(id, caller, ct);
        var minutes = await database
            .Minutes.Where(row => row.SessionId == id)
            .OrderByDescending(row => row.Number)
            .Select(row => row.Text)
            .FirstOrDefaultAsync(ct);
        Etags.Set(response, session.Version);
        return TypedResults.Ok(
            SessionViews.Of(session, await database.TallyAsync(session, ct), minutes, await actor.MayAsync(session, ct))
        );
    }

    private static async Task<Ok<Page<ParticipantView>>> ParticipantsAsync(
        Guid id,
        string? cursor,
        int? limit,
        Caller caller,
        Actor actor,
        SessionDb database,
        CancellationToken ct
    )
    {
        var size = Cursor.Limit(limit);
        var session = await actor.ReadAsync(SessionActions.ReadParticipants, id, ct);
        var rows = database.Attendance.AsNoTracking().Of(session);
        if (Cursor.After<int>(cursor, out var after))
        {
            rows = rows.Where(row => row.Line > after);
        }

        // what somebody wrote to the secretary is not for analysts
        var answers = caller.Runs(session.UnitPath)
            ? database.Answers.Where(answer => answer.SessionId == id)
            : database.Answers.Where(answer => false);
        // the copy of the members is empty for a while when it is rebuilt; the attendance is not
        var page = await rows.OrderBy(row => row.Line)
            .Take(size + 1)
            .LeftJoin(database.Members, row => row.MemberId, member => member.Id, (row, member) => new { row, member })
            .LeftJoin(
                answers,
                pair => pair.row.MemberId,
                answer => answer.PersonId,
                (pair, answer) =>
                    new
                    {
                        pair.row,
                        pair.member,
                        answer,
                    }
            )
            .OrderBy(pair => pair.row.Line)
            .Select(pair => new ParticipantView(
                pair.row.MemberId,
                pair.member!.Number ?? "",
                pair.member!.FullName ?? "",
                pair.row.Status,
                pair.row.RecordedAt,
                pair.row.Line,
                pair.row.Minutes,
                pair.row.Reason,
                pair.row.Way,
                pair.row.EarlyAt,
                pair.answer!.Answer,
                pair.answer!.Reason
            ))
            .ToListAsync(ct);
        return TypedResults.Ok(Cursor.Page(page, size, row => [row.Line]));
    }
}
