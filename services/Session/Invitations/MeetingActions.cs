using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Sessions.Scheduling;

namespace Campaign.Sessions.Invitations;

/// <summary>What somebody may do with a meeting that they are expected at, whatever their posts.</summary>
public static class MeetingActions
{
    public static readonly ActionRule<Session> Answer = new(
        SessionMay.Answer,
        [],
        session => session.UnitPath,
        WhyNotAnswered,
        (_, _) => true
    );

    /// <summary>Why no answer is taken, signed in or from a link.</summary>
    public static Problem? WhyNotAnswered(Session session) =>
        session.WhyOver() ?? (session.State == SessionStates.Scheduled ? null : new Problem(SessionProblems.AnswersClosed));
}
