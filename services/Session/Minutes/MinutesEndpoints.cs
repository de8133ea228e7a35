using Campaign.Api;
using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.Sessions.Scheduling;
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
        session.MapGet("/minutes", GetAsync).Allow(SessionAccess.Read);
        session.MapGet("/minutes/draft", DraftAsync).Allow(SessionAccess.Run);
        session.MapGet("/minutes/versions", VersionsAsync).Allow(SessionAccess.ReadPeople);
        session.MapPut("/minutes", EditAsync).Allow(SessionAccess.Run);
        session.MapPost("/minutes/signatures", SignAsync).Allow(SessionAccess.CheckIn);
        session.MapGet("/minutes.docx", (Guid id, MinutesReader reader, CancellationToken ct) => FileAsync(id, reader, MinutesDocx.Print, Docx, "docx", ct)).Allow(SessionAccess.Read);
        session.MapGet("/minutes.pdf", (Guid id, MinutesReader reader, CancellationToken ct) => FileAsync(id, reader, MinutesPdf.Print, "application/pdf", "pdf", ct)).Allow(SessionAccess.Read);
        return session;
    }

    private static async Task<Ok<MinutesView>> GetAsync(Guid id, MinutesReader reader, HttpResponse response, CancellationToken ct)
    {
        var (_, version) = await reader.ReadAsync(id, ct);
        Etags.Set(response, version.Number);
        return TypedResults.Ok(MinutesBook.View(version));
    }

    private static async Task<Ok<MinutesDraft>> DraftAsync(Guid id, Caller caller, SessionDb database, CancellationToken ct)
    {
        var session = await database.Sessions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) ?? throw Problem.NotFound("session");
        caller.Demand(session.UnitPath);
        return TypedResults.Ok(new MinutesDraft(MinutesComposer.Compose(await Happened.ReadAsync(session, database, ct))));
    }

    private static async Task<Ok<Page<MinutesView>>> VersionsAsync(Guid id, string? cursor, int? limit, Caller caller, SessionDb database, CancellationToken ct)
    {
        var size = Cursor.Limit(limit);
        var path = await database.Sessions.Where(row => row.Id == id).Select(row => row.UnitPath).SingleOrDefaultAsync(ct) ?? throw Problem.NotFound("session");
        caller.Demand(path);
        var rows = database.Minutes.AsNoTracking().Where(version => version.SessionId == id);
        if (Cursor.After<int>(cursor, out var before))
        {
            rows = rows.Where(version => version.Number < before);
        }

        var page = await rows.OrderByDescending(version => version.Number).Take(size + 1).ToListAsync(ct);
        return TypedResults.Ok(Cursor.Page(page, size, MinutesBook.View, version => [version.Number]));
    }

    /// <summary>Writes the next version. <c>If-Match</c> names the version that it was made from, 0 for the first.</summary>
    private static Task<Ok<MinutesView>> EditAsync(
        Guid id, EditMinutes request, Caller caller, SessionDb database, MinutesBook book, HttpRequest http, HttpResponse response, CancellationToken ct) =>
        database.AtomicallyAsync(async () =>
        {
            var session = await database.LockAsync(id, ct);
            caller.Demand(session.UnitPath);
            session.DemandNotCancelled();
            var current = await book.CurrentAsync(id, ct);
            Etags.Demand(http, current?.Number ?? 0);
            if (current?.IsLocked == true)
            {
                throw Problem.Conflict("minutes-locked", "These minutes are signed by the chair and the secretary. Correct them with a reason instead.");
            }

            var version = book.Write(id, current, request, reason: null);
            await database.SaveChangesAsync(ct);
            Etags.Set(response, version.Number);
            return TypedResults.Ok(MinutesBook.View(version));
        }, ct);

    private static Task<Ok<MinutesView>> SignAsync(
        Guid id, SignMinutes request, Caller caller, SessionDb database, MinutesBook book, TimeProvider time, CancellationToken ct) =>
        database.AtomicallyAsync(async () =>
        {
            var asChair = Problem.OneOf(request.As, "as", ["chair", "secretary"]) == "chair";
            var session = await database.LockAsync(id, ct);
            // whoever took the minutes may be any participant; the chair runs the session
            if (!caller.Runs(session.UnitPath) && (asChair || !await database.TakesPartAsync(session, caller, ct)))
            {
                throw new Problem("outside-your-units", 403, "The chair signs with a post of this unit, the secretary as a participant. Ask one of them.");
            }

            if (session.State != SessionStates.Held)
            {
                throw Problem.Conflict("session-not-held", "Minutes are signed after the session. Close it first.");
            }

            var current = await book.CurrentAsync(id, ct) ?? throw Problem.NotFound("minutes of this session");
            if (current.Number != request.Number)
            {
                throw Problem.Conflict("minutes-changed", "There is a newer version of these minutes. Read it before you sign.");
            }

            current.Sign(asChair, caller.Subject!, caller.Name, time.GetUtcNow());
            await database.SaveChangesAsync(ct);
            return TypedResults.Ok(MinutesBook.View(current));
        }, ct);

    private static async Task<FileContentHttpResult> FileAsync(
        Guid id, MinutesReader reader, Func<MinutesPrint, byte[]> print, string contentType, string ending, CancellationToken ct)
    {
        var (session, version) = await reader.ReadAsync(id, ct);
        return TypedResults.File(print(await reader.PrintAsync(session, version, ct)), contentType, $"bien-ban-{OfficeDay.ClockAt(session.StartsAt):yyyy-MM-dd}.{ending}");
    }
}
