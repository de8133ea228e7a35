using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Defaults.Access;
using Campaign.Defaults.Idempotency;
using Campaign.Defaults.Problems;
using Campaign.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.Sessions;

/// <summary>Opens a session and lets people check in: by themselves with the code, or through the secretary.</summary>
public static class CheckInEndpoints
{
    private const int Attempts = 3;

    public static RouteGroupBuilder MapCheckIn(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/sessions/{id:guid}").WithTags("Check-in");
        session.MapPost("/open", OpenAsync).Allow(SessionAccess.Run);
        // one row per session and member: a repeat finds it, no stored answer is needed
        session.MapPost("/check-ins", CheckInAsync).Allow(SessionAccess.CheckIn).NaturallyIdempotent();
        return session;
    }

    private static Task<Ok<OpenedSession>> OpenAsync(Guid id, Caller caller, SessionDb database, HttpResponse response, CancellationToken ct) =>
        database.AtomicallyAsync(async () =>
        {
            var session = await database.LockAsync(id, ct);
            caller.Demand(session.UnitPath);
            session.Open(SessionCode.New());
            await database.SaveChangesAsync(ct);
            Etags.Set(response, session.Version);
            return TypedResults.Ok(new OpenedSession(session.Id, session.Code!, session.Version));
        }, ct);

    private static async Task<Ok<CheckInResult>> CheckInAsync(
        Guid id, CheckIn request, Caller caller, OpenSessions sessions, WrongCodes wrongCodes, CheckInDesk desk, IEventLog events, TimeProvider time, CancellationToken ct)
    {
        var account = caller.Subject!;
        var memberId = request.MemberId ?? caller.MemberId
            ?? throw Problem.Invalid("Your account belongs to no member. Say in 'memberId' whom you check in.");
        var session = await sessions.FindAsync(id, ct);
        if (session is null)
        {
            return await RepeatedAsync();
        }

        if (!caller.Runs(session.UnitPath))
        {
            DemandSelf(caller, memberId);
            DemandCode(session, request.Code, account, wrongCodes);
        }

        var recorder = new Recorder(account, caller.Address);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var now = ToMicroseconds(time.GetUtcNow());
            if (await desk.RecordAsync(session, memberId, now, recorder, events, ct))
            {
                return TypedResults.Ok(new CheckInResult(id, memberId, AttendanceStatuses.Present, now));
            }

            var there = await desk.ReadAsync(id, memberId, ct);
            if (there.SessionState != SessionStates.Open)
            {
                sessions.Forget(id);
            }

            // still empty: whoever held the row gave up, so it is ours to fill
            if (CheckInAnswer.Of(there, id, memberId) is { } result)
            {
                return TypedResults.Ok(result);
            }
        }

        throw new Problem("try-again", 503, "The check-in could not be recorded just now; nothing was changed. Try again.");

        // after the close a repeat still gets its answer; only about oneself, the session's unit is not known here
        async Task<Ok<CheckInResult>> RepeatedAsync()
        {
            if (memberId != caller.MemberId)
            {
                throw Problem.Conflict("session-not-open", "There is no open session with this id. Open it first, or use its roster.");
            }

            return TypedResults.Ok(CheckInAnswer.Of(await desk.ReadAsync(id, memberId, ct), id, memberId)
                ?? throw Problem.Conflict("session-not-open", "This session is just being opened. Try again."));
        }
    }

    private static void DemandSelf(Caller caller, Guid memberId)
    {
        if (memberId != caller.MemberId)
        {
            throw new Problem("outside-your-units", 403, "You can check in yourself only. Others are checked in by a secretary of the session's unit.");
        }
    }

    private static void DemandCode(OpenSession session, string? code, string account, WrongCodes wrongCodes)
    {
        wrongCodes.Demand(account);
        if (code != session.Code)
        {
            wrongCodes.Add(account);
            throw new Problem("wrong-code", 403, "This is not the code of the session. Read the six digits on the room's screen again.");
        }
    }

    // as the database keeps it, so that a repeat gets the same answer
    private static DateTimeOffset ToMicroseconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));
}
