using Campaign.Api;
using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Requests;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.Sessions.Attendance;

/// <summary>The secretary's roster: ticked during the session, or entered before it is closed.</summary>
public static class RosterEndpoints
{
    public static RouteGroupBuilder MapRoster(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/attendance-statuses", StatusesAsync).AllowSignedIn().WithTags("Roster");
        var session = routes.MapGroup("/sessions/{id:guid}").WithTags("Roster");
        session.MapPost("/roster", TakeAsync).Allow(SessionAccess.Run).AllowBody(RequestLimits.Roster.Bytes);
        return session;
    }

    /// <summary>The statuses in use on a day, today unless said.</summary>
    private static async Task<Ok<IReadOnlyList<AttendanceStatusView>>> StatusesAsync(DateOnly? on, SessionDb database, TimeProvider time, CancellationToken ct)
    {
        var book = await StatusBook.ReadAsync(database, ct);
        return TypedResults.Ok<IReadOnlyList<AttendanceStatusView>>([.. book.On(on ?? OfficeDay.Of(time.GetUtcNow()))
            .Select(status => new AttendanceStatusView(status.Code, status.Name, status.CountsAs, status.TakesMinutes, status.NeedsReason))]);
    }

    private static Task<Ok<AttendanceSummary>> TakeAsync(
        Guid id, TakeRoster request, Caller caller, SessionDb database, RosterBook roster, CancellationToken ct) =>
        database.AtomicallyAsync(async () =>
        {
            var session = await database.LockAsync(id, ct);
            caller.Demand(session.UnitPath);
            session.DemandNotHeld();
            var book = await StatusBook.ReadAsync(database, ct);
            var taken = Roster.Of(request.Entries, book, OfficeDay.Of(session.StartsAt));
            await roster.RecordAsync(session, request.TickedAt is { } at ? taken with { TickedAt = at.ToUniversalTime() } : taken, Ways.Roster, ct);
            await database.SaveChangesAsync(ct);
            return TypedResults.Ok(await database.TallyAsync(session, ct, book));
        }, ct);
}
