using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Sessions.Scheduling;

namespace Campaign.Sessions.Quality;

/// <summary>A session with its score as it is now.</summary>
/// <param name="Last">The confirmation that counts; null when there is none.</param>
public sealed record ScoredSession(Session Session, QualityConfirmation? Last, IReadOnlyList<QualityLine> Lines);

/// <summary>What may be done with a session's score, by whom and when.</summary>
public static class QualityActions
{
    public static readonly ActionRule<ScoredSession> Answer = new(SessionMay.AnswerQuality, SessionAccess.Run, UnitPath, WhyConfirmed);
    public static readonly ActionRule<ScoredSession> Confirm = new(
        SessionMay.ConfirmQuality,
        SessionAccess.Run,
        UnitPath,
        WhyNotConfirmable
    );

    public static readonly IReadOnlyList<ActionRule<ScoredSession>> All = [Answer, Confirm];

    private static string UnitPath(ScoredSession scored) => scored.Session.UnitPath;

    private static Problem? WhyConfirmed(ScoredSession scored) =>
        scored.Last is { ReopenedAt: null } ? new Problem(SessionProblems.QualityConfirmed) : null;

    private static Problem? WhyNotConfirmable(ScoredSession scored) =>
        scored.Session.WhyNotHeld()
        ?? WhyConfirmed(scored)
        ?? scored switch
        {
            { Lines.Count: 0 } => new Problem(SessionProblems.NoQualityRules),
            _ when scored.Lines.Where(line => line.Outcome == QualityScore.Open).Select(line => line.Name).ToList()
                    is { Count: > 0 } open => new Problem(SessionProblems.QualityUnanswered, ("open", open)),
            _ when QualityScore.Sum(scored.Lines).MaxPoints == 0 => new Problem(SessionProblems.NoQualityRules),
            _ => null,
        };
}
