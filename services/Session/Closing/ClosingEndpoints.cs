using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Defaults.Access;
using Campaign.Defaults.Audit;
using Campaign.Defaults.Problems;
using Campaign.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions;

/// <summary>Closes a session: minutes, final attendance, and the events that others count and judge by.</summary>
public static class ClosingEndpoints
{
    private const int MaxMinutesText = 100_000;

    public static RouteGroupBuilder MapClosing(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/sessions/{id:guid}").WithTags("Closing");
        session.MapPost("/close", CloseAsync).Allow(SessionAccess.Run);
        return session;
    }

    private static async Task<Ok<SessionView>> CloseAsync(
        Guid id, CloseSession request, Caller caller, SessionDb database, IEventLog events, IAudit audit, OpenSessions open, TimeProvider time, HttpResponse response, CancellationToken ct)
    {
        var minutes = Problem.Text(request.Minutes, "minutes", MaxMinutesText, min: 0);
        var session = await database.AtomicallyAsync(async () =>
        {
            var session = await database.LockAsync(id, ct);
            caller.Demand(session.UnitPath);
            var waited = session.State == SessionStates.Scheduled;
            session.Close(request.EndedAt, time.GetUtcNow());
            if (waited)
            {
                await EarlyArrivals.CountAsync(session, database, events, ct);
            }

            var attendance = new ClosedAttendance(await FinishAsync(session, caller, database, time, ct), await StatusBook.ReadAsync(database, ct));
            session.Count(attendance.Summary);
            database.Minutes.Add(new SessionMinutes { SessionId = id, Text = minutes });
            events.Append(attendance.Held(session));
            foreach (var part in attendance.Parts(session))
            {
                events.Append(part);
            }

            audit.Record("close", nameof(Session), id.ToString(), attendance.Summary);
            await database.SaveChangesAsync(ct);
            return session;
        }, ct);
        open.Forget(id);
        Etags.Set(response, session.Version);
        return TypedResults.Ok(SessionViews.Of(session, minutes));
    }

    /// <summary>Fills every empty row. Check-ins under way are waited for row by row; the read after it sees them.</summary>
    private static async Task<List<Attended>> FinishAsync(Session session, Caller caller, SessionDb database, TimeProvider time, CancellationToken ct)
    {
        await database.Database.ExecuteSqlAsync(
            $"""
             update attendance set status = {AttendanceStatuses.Absent}, recorded_at = {time.GetUtcNow()}, recorded_by = {caller.Subject}, recorded_from = {caller.Address}
             where district = {session.District} and session_id = {session.Id} and status is null
             """, ct);
        return await database.Attendance.AsNoTracking()
            .Where(row => row.District == session.District && row.SessionId == session.Id)
            .OrderBy(row => row.MemberId)
            .Select(row => new Attended(row.MemberId, row.Status!))
            .ToListAsync(ct);
    }
}
