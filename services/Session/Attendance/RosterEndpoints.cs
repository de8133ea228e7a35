using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Defaults.Access;
using Campaign.Defaults.Audit;
using Campaign.Defaults.Problems;
using Campaign.Defaults.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions;

/// <summary>The secretary's roster: ticked during the session, or entered from paper before it is closed.</summary>
public static class RosterEndpoints
{
    public static RouteGroupBuilder MapRoster(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/sessions/{id:guid}").WithTags("Roster");
        session.MapPost("/roster", TakeAsync).Allow(SessionAccess.Run).AllowBody(RequestLimits.Roster.Bytes);
        return session;
    }

    private static Task<Ok<AttendanceSummary>> TakeAsync(
        Guid id, TakeRoster request, Caller caller, SessionDb database, IAudit audit, TimeProvider time, CancellationToken ct)
    {
        var roster = Roster.Of(request.Entries);
        return database.AtomicallyAsync(async () =>
        {
            var session = await database.LockAsync(id, ct);
            caller.Demand(session.UnitPath);
            session.DemandNotHeld();
            await RecordAsync(session, roster, caller, database, time, ct);
            audit.Record("roster", nameof(Session), id.ToString(), new { entries = roster.MemberIds.Length });
            await database.SaveChangesAsync(ct);
            return TypedResults.Ok(await database.TallyAsync(session, ct));
        }, ct);
    }

    private static async Task RecordAsync(Session session, Roster roster, Caller caller, SessionDb database, TimeProvider time, CancellationToken ct)
    {
        var recorded = await database.Database.ExecuteSqlAsync(
            $"""
             update attendance a set status = entry.status, recorded_at = {time.GetUtcNow()}, recorded_by = {caller.Subject}, recorded_from = {caller.Address}
             from unnest({roster.MemberIds}, {roster.Statuses}) entry (member_id, status)
             where a.district = {session.District} and a.session_id = {session.Id} and a.member_id = entry.member_id
             """, ct);
        if (recorded < roster.MemberIds.Length)
        {
            throw new Problem("not-a-participant", 409,
                $"{roster.MemberIds.Length - recorded} of the {roster.MemberIds.Length} members are not among the participants; nothing was recorded. Take them off the roster.");
        }
    }
}
