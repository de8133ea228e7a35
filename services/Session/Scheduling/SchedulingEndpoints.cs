using Campaign.Api.Problems;
using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Directories.Units;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Messaging.Log;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Browsing;
using Campaign.Sessions.Proposals;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.Sessions.Scheduling;

/// <summary>Puts a session on the calendar, or enters one afterwards from paper.</summary>
public static class SchedulingEndpoints
{
    public static RouteGroupBuilder MapScheduling(this IEndpointRouteBuilder routes)
    {
        var sessions = routes.MapGroup("/sessions").WithTags("Scheduling");
        sessions
            .MapPost("/", ScheduleAsync)
            .Allow(UnitActions.Schedule)
            .Refuses(
                SharedProblems.NotFound,
                SharedProblems.AlreadyExists,
                SessionProblems.NoParticipants,
                SessionProblems.TooManyParticipants,
                SessionProblems.ParticipantsNotActive,
                SessionProblems.ParticipantsOutsideYourUnits,
                SessionProblems.AssignmentUnknown,
                SessionProblems.AssignmentNotYours,
                SessionProblems.AssignmentCompleted,
                SessionProblems.AssignmentTakenUp
            );
        return sessions;
    }

    private static async Task<Created<SessionView>> ScheduleAsync(
        ScheduleSession request,
        Caller caller,
        SessionDb database,
        IEventLog events,
        Actor actor,
        TimeProvider time,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var unit = await database.UnitAsync(request.UnitId, ct);
        UnitActions.Schedule.Demand(caller, unit.Path);
        var day = OfficeDay.Of(request.StartsAt);
        PlanRules.DemandDay(unit, day, time.Today(), "startsAt");
        PlanRules.DemandParticipants(request.ParticipantIds, Participants.Max);
        var plan = await request.Plan.CheckAsync(database, day, ct);
        var kind = await database.KindAsync(request.Kind, day, ct);
        var proposal = request.AssignmentId is { } assignment
            ? await database.TakeUpAsync(assignment, unit.Id, kind, request.CampaignId, ct)
            : null;
        var session = new Session
        {
            Id = Guid.CreateVersion7(),
            District = UnitPath.District(unit.Path),
            CampaignId = request.CampaignId ?? proposal?.CampaignId,
            UnitId = unit.Id,
            UnitName = unit.Name,
            UnitPath = unit.Path,
            Kind = kind,
            Plan = plan,
            StartsAt = request.StartsAt.ToUniversalTime(),
            AssignmentId = proposal?.AssignmentId,
            ChangedAt = time.GetUtcNow(),
        };
        await database.AtomicallyAsync(
            async () =>
            {
                var expected = request.ParticipantIds is { } participants
                    ? await database.ExpectAsync(session, participants, caller, ct)
                    : await database.ExpectSubtreeAsync(session, ct);
                database.Schedule(session, expected, events);
                await database.SaveChangesAsync(ct);
                return session;
            },
            ct
        );
        Etags.Set(response, session.Version);
        return TypedResults.Created($"/sessions/{session.Id}", SessionViews.Of(session, minutes: null, await actor.MayAsync(session, ct)));
    }
}
