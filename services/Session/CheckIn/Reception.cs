using System.Security.Cryptography;
using System.Text;
using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Messaging.Log;
using Campaign.Sessions.Attendance;

namespace Campaign.Sessions.CheckIn;

/// <summary>Lets one person in: by a scan, by the six digits, or on the word of the secretary.</summary>
internal sealed class Reception(
    OpenSessions sessions,
    WrongCodes wrongCodes,
    CheckInDesk desk,
    EarlyArrivals early,
    Caller caller,
    IEventLog events,
    TimeProvider time
)
{
    private const int Attempts = 3;

    /// <exception cref="Problem">Why not, and what to do.</exception>
    public async Task<CheckInResult> CheckInAsync(Guid id, CheckInRequest request, CancellationToken ct)
    {
        var memberId = request.MemberId ?? caller.MemberId ?? throw Problem.Invalid("memberId", SessionProblems.AccountOfNobody);
        var session = await sessions.FindAsync(id, ct);
        if (session is null)
        {
            return await RepeatedAsync(id, memberId, ct);
        }

        var recorder = new Recorder(caller.Subject!, caller.Address, await AdmitAsync(session, request, memberId, ct));
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var now = ToMicroseconds(time.GetUtcNow());
            if (session.IsOpen)
            {
                if (await desk.RecordAsync(session, memberId, now, recorder, events, ct))
                {
                    return new CheckInResult(id, memberId, session.PresentStatus, now);
                }
            }
            else if (await early.KeepAsync(session, memberId, now, recorder, ct))
            {
                return new CheckInResult(id, memberId, CheckInResult.Early, now);
            }

            if (CheckInAnswer.Of(await ThereAsync(id, memberId, ct), id, memberId) is { } result)
            {
                return result;
            }

            if (recorder.Way == Ways.Code)
            {
                await wrongCodes.DemandAsync(recorder.Account, ct);
            }

            // still empty: whoever held the row gave up, or the session was just being opened
            session = await sessions.FindAsync(id, ct) ?? throw CheckInAnswer.NotOpen();
        }

        throw new Problem(SessionProblems.TryAgain);
    }

    /// <returns>By which of the <see cref="Ways"/>.</returns>
    private async Task<string> AdmitAsync(OpenSession session, CheckInRequest request, Guid memberId, CancellationToken ct)
    {
        if (caller.Runs(session.UnitPath) && request.Scan is null)
        {
            return session.IsOpen ? Ways.Desk : throw CheckInAnswer.NotOpen();
        }

        if (memberId != caller.MemberId)
        {
            throw new Problem(SessionProblems.OnlyYourself);
        }

        if (request.Scan is { } ticket)
        {
            return ScanCode.CheckTicket(session.Secret, session.Id, ticket, time.GetUtcNow()) == ScanVerdict.Valid
                ? Ways.Scan
                : throw new Problem(SessionProblems.ScanExpired);
        }

        if (session.Code is not { } code)
        {
            throw CheckInAnswer.NotOpen();
        }

        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Code ?? ""), Encoding.UTF8.GetBytes(code)))
        {
            await wrongCodes.AddAsync(caller.Subject!, ct);
            throw new Problem(SessionProblems.WrongCode);
        }

        return Ways.Code;
    }

    private async Task<AttendanceNow> ThereAsync(Guid id, Guid memberId, CancellationToken ct)
    {
        var there = await desk.ReadAsync(id, memberId, ct);
        if (there.SessionState != SessionStates.Open)
        {
            sessions.Forget(id);
        }

        return there;
    }

    // after the close a repeat still gets its answer; only about oneself, the session's unit is not known here
    private async Task<CheckInResult> RepeatedAsync(Guid id, Guid memberId, CancellationToken ct) =>
        memberId == caller.MemberId
            ? CheckInAnswer.Of(await desk.ReadAsync(id, memberId, ct), id, memberId) ?? throw CheckInAnswer.NotOpen()
            : throw CheckInAnswer.NotOpen();

    // as the database keeps it, so that a repeat gets the same answer
    private static DateTimeOffset ToMicroseconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));
}
