using Campaign.Api;
using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.Sessions.Acting;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.Sessions.Attendance;

/// <summary>The secretary's roster: ticked during the session, or entered before it is closed.</summary>
public static class RosterEndpoints
{
    public static RouteGroupBuilder MapRoster(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/sessions/{id:guid}").WithTags("Roster");
        session
            .MapPost("/roster", TakeAsync)
            .Allow(SessionActions.TakeRoster)
            .Refuses([
                .. SessionActions.Over,
                SessionProblems.ContradictoryRoster,
                SessionProblems.NotParticipants,
                SessionProblems.CheckedInSince,
                SessionProblems.CheckedInByThemselves,
            ])
            .AllowBody(RequestLimits.Roster.Bytes);
        return session;
    }

    private static Task<Ok<AttendanceSummary>> TakeAsync(
        Guid id,
        TakeRoster request,
        Actor actor,
        SessionDb database,
        RosterBook roster,
        CancellationToken ct
    ) =>
        database.AtomicallyAsync(
            async () =>
            {
                var session = await actor.LockAsync(SessionActions.TakeRoster, id, ct);
                var book = await StatusBook.ReadAsync(database, ct);
                var taken = Roster.Of(request.Entries, book, OfficeDay.Of(session.StartsAt));
                await roster.RecordAsync(
                    session,
                    request.TickedAt is { } at ? taken with { TickedAt = at.ToUniversalTime() } : taken,
                    Ways.Roster,
                    ct
                );
                await database.SaveChangesAsync(ct);
                return TypedResults.Ok(await database.TallyAsync(session, ct, book));
            },
            ct
        );
}
