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
    /// <c>already-recorded</c>.</exception>
    public static CheckInResult? Of(AttendanceNow now, Guid sessionId, Guid memberId) =>
        now switch
        {
            { SessionState: null } => throw Problem.NotFound("session"),
            { SessionState: SessionStates.Cancelled } => throw Session.Cancelled(),
            { IsParticipant: false } => throw new Problem(
                "not-a-participant",
                403,
                "You are not among the participants of this session. Ask its secretary."
            ),
            { CountsAs: Meanings.Present } => new CheckInResult(sessionId, memberId, now.Status!, now.RecordedAt!.Value),
            { SessionState: SessionStates.Scheduled, Status: null, EarlyAt: { } early } => new CheckInResult(
                sessionId,
                memberId,
                CheckInResult.Early,
                early
            ),
            { SessionState: SessionStates.Held } => throw NotOpen(),
            { Status: not null } => throw Problem.Conflict(
                "already-recorded",
                $"The secretary has recorded '{now.Status}' here. Ask the secretary to change it."
            ),
            _ => null,
        };

    public static Problem NotOpen() =>
        Problem.Conflict(
            "session-not-open",
            "This session is not open for check-in. Ask its secretary to open it or to enter you in the roster."
        );
}
