using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Campaign.Sessions.Scheduling;

namespace Campaign.Sessions.CheckIn;

/// <summary>What a check-in that recorded nothing is answered.</summary>
internal static class CheckInAnswer
{
    /// <summary>
    /// The check-in that is there already; null when the row is still empty and the session not over, so that it is worth another try.
    /// </summary>
    /// <exception cref="Problem"><c>not-found</c>, <c>session-cancelled</c>, <c>not-a-participant</c>, <c>session-not-open</c> or
    /// <c>attendance-recorded</c>.</exception>
    public static CheckInResult? Of(AttendanceNow now, Guid sessionId, Guid memberId) =>
        now switch
        {
            { SessionState: null } => throw Problem.NotFound("session"),
            { SessionState: SessionStates.Cancelled } => throw Session.Cancelled(),
            { IsParticipant: false } => throw new Problem(SessionProblems.NotAParticipant),
            { CountsAs: Meanings.Present } => new CheckInResult(sessionId, memberId, now.Status!, now.RecordedAt!.Value),
            { SessionState: SessionStates.Scheduled, Status: null, EarlyAt: { } early } => new CheckInResult(
                sessionId,
                memberId,
                CheckInResult.Early,
                early
            ),
            { SessionState: SessionStates.Held } => throw NotOpen(),
            { Status: not null } => throw new Problem(SessionProblems.AttendanceRecorded, ("status", now.Status)),
            _ => null,
        };

    public static Problem NotOpen() => new(SessionProblems.SessionNotOpen);
}
