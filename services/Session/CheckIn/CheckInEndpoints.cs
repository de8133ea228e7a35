using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Messaging.Log;
using Campaign.ServiceDefaults.Idempotency;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Attendance;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.Sessions.CheckIn;

/// <summary>Opens a session and lets people check in: by themselves with a scan or the code, or through the secretary.</summary>
public static class CheckInEndpoints
{
    public static RouteGroupBuilder MapCheckIn(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/sessions/{id:guid}").WithTags("Check-in");
        session.MapGet("/screen", ScreenAsync).Allow(SessionActions.ShowScreen).Refuses(SessionActions.Over);
        session.MapPost("/open", OpenAsync).Allow(SessionActions.Open).Refuses([.. SessionActions.Over, SessionProblems.TooEarlyToOpen]);
        // before anybody signs in: the code would be stale by then
        session
            .MapPost("/scans", ScanAsync)
            .AllowPublic()
            .Refuses(SessionProblems.SessionNotOpen, SessionProblems.ScanExpired, SessionProblems.WrongCode)
            .NaturallyIdempotent();
        // one row per session and member: a repeat finds it, no stored answer is needed
        session
            .MapPost("/check-ins", CheckInAsync)
            .Allow(SessionActions.CheckIn)
            .Refuses(
                SessionProblems.SessionNotOpen,
                SessionProblems.SessionCancelled,
                SessionProblems.NotAParticipant,
                SessionProblems.OnlyYourself,
                SessionProblems.AttendanceRecorded,
                SessionProblems.ScanExpired,
                SessionProblems.WrongCode,
                SessionProblems.TooManyWrongCodes,
                SessionProblems.TryAgain
            )
            .NaturallyIdempotent();
        return session;
    }

    private static async Task<Ok<ScreenView>> ScreenAsync(Guid id, Actor actor, SessionDb database, TimeProvider time, CancellationToken ct)
    {
        var session = await actor.ReadAsync(SessionActions.ShowScreen, id, ct);
        var now = time.GetUtcNow();
        return TypedResults.Ok(
            new ScreenView(
                id,
                session.State,
                session.Code,
                ScanCode.At(session.Secret, id, now),
                now,
                ScanCode.ChangesAt(now),
                await database.TallyAsync(session, ct)
            )
        );
    }

    private static Task<Ok<OpenedSession>> OpenAsync(
        Guid id,
        Actor actor,
        SessionDb database,
        EarlyArrivals early,
        IEventLog events,
        TimeProvider time,
        HttpResponse response,
        CancellationToken ct
    ) =>
        database.AtomicallyAsync(
            async () =>
            {
                var session = await actor.LockAsync(SessionActions.Open, id, ct);
                var waited = session.State == SessionStates.Scheduled;
                session.Open(SessionCode.New(), time.GetUtcNow());
                if (waited)
                {
                    await early.CountAsync(session, database, events, ct);
                }

                await database.SaveChangesAsync(ct);
                Etags.Set(response, session.Version);
                return TypedResults.Ok(new OpenedSession(session.Id, session.Code!, session.Version));
            },
            ct
        );

    private static async Task<Ok<Scanned>> ScanAsync(Guid id, Scan request, OpenSessions sessions, TimeProvider time, CancellationToken ct)
    {
        var code = Problem.Text(request.Code, "code", 64);
        var session = await sessions.FindAsync(id, ct) ?? throw CheckInAnswer.NotOpen();
        var now = time.GetUtcNow();
        return ScanCode.Check(session.Secret, id, code, now) switch
        {
            ScanVerdict.Valid => TypedResults.Ok(new Scanned(ScanCode.TicketAt(session.Secret, id, now), now + ScanCode.TicketFor)),
            ScanVerdict.Expired => throw new Problem(SessionProblems.ScanExpired),
            _ => throw new Problem(SessionProblems.WrongCode),
        };
    }

    private static async Task<Ok<CheckInResult>> CheckInAsync(Guid id, CheckInRequest request, Reception reception, CancellationToken ct) =>
        TypedResults.Ok(await reception.CheckInAsync(id, request, ct));
}
