using Campaign.Api.Session;
using Campaign.Directories.Units;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Messaging.Log;
using Campaign.ServiceDefaults.Audit;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Browsing;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Scheduling;

/// <summary>Changes, moves or cancels a session that has not opened yet.</summary>
public static class ChangeEndpoints
{
    public static RouteGroupBuilder MapChanges(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/sessions/{id:guid}").WithTags("Scheduling");
        session.MapPut("/", ChangeAsync).Allow(SessionActions.Change).Refuses([.. SessionActions.Over, SessionProblems.SessionOpen]);
        session.MapPost("/cancel", CancelAsync).Allow(SessionActions.Cancel).Refuses([.. SessionActions.Over, SessionProblems.SessionOpen]);
        return session;
    }

    /// <summary>Plan and time; who is expected stays. On another day they are asked anew.</summary>
    private static Task<Ok<SessionView>> ChangeAsync(
        Guid id,
        ChangeSession request,
        Actor actor,
        SessionDb database,
        IEventLog events,
        TimeProvider time,
        IAudit audit,
        HttpRequest http,
        HttpResponse response,
        CancellationToken ct
    ) =>
        database.AtomicallyAsync(
            async () =>
            {
                var session = await actor.LockAsync(SessionActions.Change, id, ct);
                Etags.Demand(http, session.Version);
                var day = OfficeDay.Of(request.StartsAt);
                PlanRules.DemandDay(await database.UnitAsync(session.UnitId, ct), day, time.Today(), "startsAt");
                var plan = await request.Plan.CheckAsync(database, day, ct);
                var (before, dayBefore) = (session.Quarter, OfficeDay.Of(session.StartsAt));
                Problem.Unless(
                    !await database.ActionItems.AnyAsync(item => item.SessionId == id && item.DueOn < day, ct),
                    "startsAt",
                    SessionProblems.ResolutionDueBefore
                );
                session.Change(time.GetUtcNow(), changed =>
                {
                    changed.Plan = plan;
                    changed.StartsAt = request.StartsAt.ToUniversalTime();
                });
                await database.MoveAttendanceAsync(session, before, ct);
                if (day != dayBefore)
                {
                    await database.AskAnewAsync(session, ct);
                    audit.Record("ask-anew", nameof(Session), id.ToString(), new { from = dayBefore, to = day });
                }

                events.Append(SessionEvents.Changed(session));
                return await SavedAsync(session, actor, database, response, ct);
            },
            ct
        );

    private static Task<Ok<SessionView>> CancelAsync(
        Guid id,
        CancelSession request,
        Actor actor,
        SessionDb database,
        IEventLog events,
        TimeProvider time,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var reason = Problem.Text(request.Reason, "reason", Session.MaxReason);
        return database.AtomicallyAsync(
            async () =>
            {
                var session = await actor.LockAsync(SessionActions.Cancel, id, ct);
                session.Cancel(reason, time.GetUtcNow(), events);
                return await SavedAsync(session, actor, database, response, ct);
            },
            ct
        );
    }

    private static async Task<Ok<SessionView>> SavedAsync(
        Session session,
        Actor actor,
        SessionDb database,
        HttpResponse response,
        CancellationToken ct
    )
    {
        await database.SaveChangesAsync(ct);
        Etags.Set(response, session.Version);
        return TypedResults.Ok(
            SessionViews.Of(session, await database.TallyAsync(session, ct), minutes: null, await actor.MayAsync(session, ct))
        );
    }
}
