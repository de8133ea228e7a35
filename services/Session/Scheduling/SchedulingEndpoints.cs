using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Defaults.Access;
using Campaign.Defaults.Problems;
using Campaign.Defaults.Requests;
using Campaign.Defaults.Units;
using Campaign.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.Sessions;

/// <summary>Puts a session on the calendar, or enters one afterwards from paper.</summary>
public static class SchedulingEndpoints
{
    public static RouteGroupBuilder MapScheduling(this IEndpointRouteBuilder routes)
    {
        var sessions = routes.MapGroup("/sessions").WithTags("Scheduling");
        sessions.MapPost("/", ScheduleAsync).Allow(SessionAccess.Run);
        return sessions;
    }

    private static async Task<Created<SessionView>> ScheduleAsync(
        ScheduleSession request, Caller caller, SessionDb database, IEventLog events, TimeProvider time, HttpResponse response, CancellationToken ct)
    {
        var unit = await database.UnitAsync(request.UnitId, ct);
        caller.Demand(unit.Path);
        var day = OfficeDay.Of(request.StartsAt);
        Problem.Unless(unit.ValidFrom <= day && (unit.ValidTo is null || day < unit.ValidTo), "The unit does not exist on the day of the session. Choose the unit of that day.");
        Problem.Unless(request.StartsAt <= time.GetUtcNow().AddYears(2), "'startsAt' must lie within the next two years.");
        Problem.Unless(request.PlannedMinutes is >= 10 and <= Session.MaxMinutes, $"'plannedMinutes' must lie between 10 and {Session.MaxMinutes}.");
        Problem.Unless(request.ParticipantIds is null or { Count: >= 1 and <= Participants.Max }, $"'participantIds' must name 1 to {Participants.Max} members, or be left out for everybody.");
        var kind = await database.KindAsync(request.Kind, day, ct);
        var proposal = request.AssignmentId is { } assignment ? await database.TakeUpAsync(assignment, unit.Id, kind, request.CampaignId, ct) : null;
        var session = new Session
        {
            Id = Guid.CreateVersion7(),
            District = UnitPath.District(unit.Path),
            CampaignId = request.CampaignId ?? proposal?.CampaignId,
            UnitId = unit.Id,
            UnitName = unit.Name,
            UnitPath = unit.Path,
            Kind = kind,
            Topic = Problem.Text(request.Topic, "topic", 500),
            Form = Problem.OneOf(request.Form, "form", SessionForms.All),
            Place = Problem.Text(request.Place, "place", 300, min: 0),
            StartsAt = request.StartsAt.ToUniversalTime(),
            PlannedMinutes = request.PlannedMinutes,
            AssignmentId = proposal?.AssignmentId,
        };
        await database.AtomicallyAsync(() => SaveAsync(session, request.ParticipantIds, caller, database, events, ct), ct);
        Etags.Set(response, session.Version);
        return TypedResults.Created($"/sessions/{session.Id}", SessionViews.Of(session));
    }

    private static async Task<Session> SaveAsync(
        Session session, IReadOnlyList<Guid>? participants, Caller caller, SessionDb database, IEventLog events, CancellationToken ct)
    {
        session.Expected = participants is null
            ? await database.ExpectSubtreeAsync(session, ct)
            : await database.ExpectAsync(session, participants, caller, ct);
        if (session.Expected == 0)
        {
            throw Problem.Conflict("no-participants", "This unit has no active members, so nobody could be expected. Register its members first.");
        }

        database.Sessions.Add(session);
        events.Append(new SessionScheduled
        {
            District = session.District,
            CampaignId = session.CampaignId,
            AggregateId = session.Id,
            Version = session.Version,
            UnitId = session.UnitId,
            UnitPath = session.UnitPath,
            Kind = session.Kind,
            Topic = session.Topic,
            StartsAt = session.StartsAt,
            AssignmentId = session.AssignmentId,
        });
        await database.SaveChangesAsync(ct);
        return session;
    }
}
