using Campaign.Api;
using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.Sessions.Acting;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Minutes;

/// <summary>Minutes: composed, written, signed off by two people, corrected with a reason, printed.</summary>
public static class MinutesEndpoints
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static RouteGroupBuilder MapMinutes(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/sessions/{id:guid}").WithTags("Minutes");
        session.MapGet("/minutes", GetAsync).Allow(SessionActions.ReadMinutes).Refuses(SessionProblems.NoMinutes);
        session.MapGet("/minutes/draft", DraftAsync).Allow(SessionActions.DraftMinutes);
        session.MapGet("/minutes/versions", VersionsAsync).Allow(SessionActions.ReadVersions);
        session
            .MapPut("/minutes", EditAsync)
            .Allow(SessionActions.EditMinutes)
            .Refuses(SessionProblems.SessionCancelled, SessionProblems.MinutesLocked, SessionProblems.TooManyVersions);
        session
            .MapPost("/minutes/signatures", SignAsync)
            .Allow(SessionActions.SignAsSecretary)
            .Refuses(
                SessionProblems.SessionNotHeld,
                SessionProblems.NoMinutes,
                SessionProblems.MinutesChanged,
                SessionProblems.SignedByAnother,
                SessionProblems.SignsForBoth
            );
        session
            .MapGet("/minutes.docx", (Guid id, MinutesReader reader, CancellationToken ct) =>
                FileAsync(id, reader, MinutesDocx.Print, Docx, "docx", ct)
            )
            .Allow(SessionActions.ReadMinutes)
            .Refuses(SessionProblems.NoMinutes);
        session
            .MapGet("/minutes.pdf", (Guid id, MinutesReader reader, CancellationToken ct) =>
                FileAsync(id, reader, MinutesPdf.Print, "application/pdf", "pdf", ct)
            )
            .Allow(SessionActions.ReadMinutes)
            .Refuses(SessionProblems.NoMinutes);
        return session;
    }

    private static async Task<Ok<MinutesView>> GetAsync(
        Guid id,
        MinutesReader reader,
        Actor actor,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var (session, version) = await reader.ReadAsync(id, ct);
        Etags.Set(response, version.Number);
        return TypedResults.Ok(MinutesBook.View(version, await actor.MayAsync(session, ct)));
    }

    private static async Task<Ok<MinutesDraft>> DraftAsync(Guid id, Actor actor, SessionDb database, CancellationToken ct)
    {
        var session = await actor.ReadAsync(SessionActions.DraftMinutes, id, ct);
        return TypedResults.Ok(new MinutesDraft(MinutesComposer.Compose(await Happened.ReadAsync(session, database, ct))));
    }

    private static async Task<Ok<Page<MinutesView>>> VersionsAsync(
        Guid id,
        string? cursor,
        int? limit,
        Actor actor,
        SessionDb database,
        CancellationToken ct
    )
    {
        var size = Cursor.Limit(limit);
        await actor.ReadAsync(SessionActions.ReadVersions, id, ct);
        var rows = database.Minutes.AsNoTracking().Where(version => version.SessionId == id);
        if (Cursor.After<int>(cursor, out var before))
        {
            rows = rows.Where(version => version.Number < before);
        }

        var page = await rows.OrderByDescending(version => version.Number).Take(size + 1).ToListAsync(ct);
        return TypedResults.Ok(Cursor.Page(page, size, version => MinutesBook.View(version, may: null), version => [version.Number]));
    }

    /// <summary>Writes the next version. <c>If-Match</c> names the version that it was made from, 0 for the first.</summary>
    private static Task<Ok<MinutesView>> EditAsync(
        Guid id,
        EditMinutes request,
        Actor actor,
        SessionDb database,
        MinutesBook book,
        HttpRequest http,
        HttpResponse response,
        CancellationToken ct
    ) =>
        database.AtomicallyAsync(
            async () =>
            {
                var session = await actor.LockAsync(SessionActions.EditMinutes, id, ct);
                var current = await book.CurrentAsync(id, ct);
                Etags.Demand(http, current?.Number ?? 0);
                var version = book.Write(id, current, request, reason: null);
                await database.SaveChangesAsync(ct);
                Etags.Set(response, version.Number);
                return TypedResults.Ok(MinutesBook.View(version, await actor.MayAsync(session, ct)));
            },
            ct
        );

    private static Task<Ok<MinutesView>> SignAsync(
        Guid id,
        SignMinutes request,
        Caller caller,
        Actor actor,
        SessionDb database,
        MinutesBook book,
        TimeProvider time,
        CancellationToken ct
    ) =>
        database.AtomicallyAsync(
            async () =>
            {
                var asChair = Problem.OneOf(request.As, "as", ["chair", "secretary"]) == "chair";
                var session = await actor.LockAsync(asChair ? SessionActions.SignAsChair : SessionActions.SignAsSecretary, id, ct);
                var current = (await book.CurrentAsync(id, ct))!;
                if (current.Number != request.Number)
                {
                    throw new Problem(SessionProblems.MinutesChanged);
                }

                current.Sign(asChair, caller.Subject!, caller.Name, time.GetUtcNow());
                await database.SaveChangesAsync(ct);
                return TypedResults.Ok(MinutesBook.View(current, await actor.MayAsync(session, ct)));
            },
            ct
        );

    private static async Task<FileContentHttpResult> FileAsync(
        Guid id,
        MinutesReader reader,
        Func<MinutesPrint, byte[]> print,
        string contentType,
        string ending,
        CancellationToken ct
    )
    {
        var (session, version) = await reader.ReadAsync(id, ct);
        return TypedResults.File(
            print(await reader.PrintAsync(session, version, ct)),
            contentType,
            $"bien-ban-{OfficeDay.ClockAt(session.StartsAt):yyyy-MM-dd}.{ending}"
        );
    }
}
