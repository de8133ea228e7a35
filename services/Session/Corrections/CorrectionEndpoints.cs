using Campaign.Api;
using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.Messaging.Log;
using Campaign.ServiceDefaults.Audit;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Closing;
using Campaign.Sessions.Minutes;
using Campaign.Sessions.Quality;
using Campaign.Sessions.Scheduling;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.Sessions.Corrections;

/// <summary>
/// Puts right what a closed session says: the minutes become a new version with the reason, and corrected figures are told to the others.
/// </summary>
public static class CorrectionEndpoints
{
    public static RouteGroupBuilder MapCorrections(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/sessions/{id:guid}").WithTags("Corrections");
        session
            .MapPost("/corrections", CorrectAsync)
            .Allow(SessionActions.Correct)
            .Refuses(
                SessionProblems.SessionNotHeld,
                SessionProblems.NoMinutes,
                SessionProblems.MinutesChanged,
                SessionProblems.TooManyVersions,
                SessionProblems.ContradictoryRoster,
                SessionProblems.NotParticipants
            )
            .AllowBody(RequestLimits.Corrections.Bytes);
        return session;
    }

    private static Task<Ok<MinutesView>> CorrectAsync(
        Guid id,
        Correct request,
        Actor actor,
        SessionDb database,
        MinutesBook minutes,
        RosterBook roster,
        QualityBook quality,
        IEventLog events,
        IAudit audit,
        CancellationToken ct
    )
    {
        var reason = Problem.Text(request.Reason, "reason", MinutesVersion.MaxReason);
        return database.AtomicallyAsync(
            async () =>
            {
                var session = await actor.LockAsync(SessionActions.Correct, id, ct);
                var current = (await minutes.CurrentAsync(id, ct))!;
                if (current.Number != request.Number)
                {
                    throw new Problem(SessionProblems.MinutesChanged);
                }

                if (request.Entries is { Count: > 0 } entries)
                {
                    await CorrectAttendanceAsync(session, entries, reason, database, roster, events, ct);
                    await quality.ReopenAsync(id, ct);
                }

                var version = minutes.Write(id, current, request.Minutes, reason);
                audit.Record("correct", nameof(Session), id.ToString(), new { reason, entries = request.Entries?.Count ?? 0 });
                await database.SaveChangesAsync(ct);
                return TypedResults.Ok(MinutesBook.View(version, await actor.MayAsync(session, ct)));
            },
            ct
        );
    }

    private static async Task CorrectAttendanceAsync(
        Session session,
        IReadOnlyList<RosterEntry> entries,
        string reason,
        SessionDb database,
        RosterBook roster,
        IEventLog events,
        CancellationToken ct
    )
    {
        foreach (var (index, entry) in entries.Index())
        {
            Problem.Unless(entry.Status is not null, $"entries[{index}].status", SessionProblems.StatusAfterClosing);
        }

        var book = await StatusBook.ReadAsync(database, ct);
        await roster.RecordAsync(session, Roster.Of(entries, book, OfficeDay.Of(session.StartsAt)), Ways.Roster, ct);
        var attendance = new ClosedAttendance(await database.AttendedAsync(session, ct), book);
        session.Correct(attendance.Summary);
        events.Append(attendance.Corrected(session, reason));
        foreach (var part in attendance.Parts(session))
        {
            events.Append(part);
        }
    }
}
