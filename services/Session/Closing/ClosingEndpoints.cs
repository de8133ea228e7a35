using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Messaging.Log;
using Campaign.ServiceDefaults.Audit;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Browsing;
using Campaign.Sessions.CheckIn;
using Campaign.Sessions.Holding;
using Campaign.Sessions.Minutes;
using Campaign.Sessions.Resolutions;
using Campaign.Sessions.Scheduling;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Closing;

/// <summary>Closes a session: minutes, final attendance, and the events that others count and judge by.</summary>
public static class ClosingEndpoints
{
    public static RouteGroupBuilder MapClosing(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/sessions/{id:guid}").WithTags("Closing");
        session
            .MapPost("/close", CloseAsync)
            .Allow(SessionActions.Close)
            .Refuses([.. SessionActions.Over, SessionProblems.TooManyVersions]);
        return session;
    }

    private static async Task<Ok<SessionView>> CloseAsync(
        Guid id,
        CloseSession request,
        Caller caller,
        Actor actor,
        SessionDb database,
        IEventLog events,
        IAudit audit,
        OpenSessions open,
        EarlyArrivals early,
        MinutesBook minutes,
        TimeProvider time,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var text = Problem.Text(request.MinutesText, "minutesText", MinutesVersion.MaxText, min: 0);
        var session = await database.AtomicallyAsync(
            async () =>
            {
                var session = await actor.LockAsync(SessionActions.Close, id, ct);
                var waited = session.State == SessionStates.Scheduled;
                session.Close(request.EndedAt, time.GetUtcNow());
                if (waited)
                {
                    await early.CountAsync(session, database, events, ct);
                }

                var book = await StatusBook.ReadAsync(database, ct);
                var attendance = new ClosedAttendance(await FinishAsync(session, book, caller, database, time, ct), book);
                session.Count(attendance.Summary);
                var items = await EndAsync(session, database, ct);
                await WriteAsync(session, text, database, minutes, ct);
                events.Append(attendance.Held(session));
                if (ResolutionTold.Of(session, items) is { } resolved)
                {
                    events.Append(resolved);
                }

                foreach (var part in attendance.Parts(session))
                {
                    events.Append(part);
                }

                audit.Record("close", nameof(Session), id.ToString(), attendance.Summary);
                await database.SaveChangesAsync(ct);
                return session;
            },
            ct
        );
        open.Forget(id);
        Etags.Set(response, session.Version);
        return TypedResults.Ok(SessionViews.Of(session, (await minutes.CurrentAsync(id, ct))!.Text, await actor.MayAsync(session, ct)));
    }

    /// <summary>The agenda's clock stops with the session; what is to be done stands.</summary>
    private static async Task<List<ActionItem>> EndAsync(Session session, SessionDb database, CancellationToken ct)
    {
        await foreach (
            var item in database
                .AgendaItems.Where(item => item.SessionId == session.Id && item.RunningSince != null)
                .AsAsyncEnumerable()
                .WithCancellation(ct)
        )
        {
            item.Finish(session.EndedAt!.Value);
        }

        // what is written of it is composed from the database
        await database.SaveChangesAsync(ct);
        return await database
            .ActionItems.AsNoTracking()
            .Where(item => item.SessionId == session.Id)
            .OrderBy(item => item.Position)
            .ToListAsync(ct);
    }

    /// <summary>What is sent is the next version; nothing sent leaves what was written, or what the record says by itself.</summary>
    private static async Task WriteAsync(Session session, string text, SessionDb database, MinutesBook minutes, CancellationToken ct)
    {
        var current = await minutes.CurrentAsync(session.Id, ct);
        if (text.Length == 0 && current is null)
        {
            text = MinutesComposer.Compose(await Happened.ReadAsync(session, database, ct));
        }

        if (text.Length > 0)
        {
            minutes.Write(session.Id, current, new EditMinutes(text, current?.Symbol, current?.Chair, current?.Secretary), reason: null);
        }
    }

    /// <summary>Fills every empty row. Check-ins under way are waited for row by row; the read after it sees them.</summary>
    private static async Task<List<Attended>> FinishAsync(
        Session session,
        StatusBook book,
        Caller caller,
        SessionDb database,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var absent = book.Usual(Meanings.Absent, OfficeDay.Of(session.StartsAt));
        await database.Database.ExecuteSqlAsync(
            $"""
            update attendance set status = {absent}, recorded_at = {time.GetUtcNow()}, recorded_by = {caller.Subject},
                recorded_from = {caller.Address}
            where district = {session.District} and quarter = {session.Quarter} and session_id = {session.Id} and status is null
            """,
            ct
        );
        return await database.AttendedAsync(session, ct);
    }
}
