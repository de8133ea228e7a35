using Campaign.Api.Session;

namespace Campaign.Sessions.Quality;

/// <summary>What the record says of a meeting, as far as the rules ask.</summary>
/// <param name="Held">Closed: what is not met now is missed.</param>
/// <param name="Minutes">How long it took so far; null before it began.</param>
/// <param name="Due">Items of earlier resolutions that were due by the day of the meeting.</param>
/// <param name="DueDone">Those of them that are done.</param>
/// <param name="Answers">By the rule's code.</param>
public sealed record QualityFacts(
    bool Held,
    int Expected,
    int Present,
    int Absent,
    int StepsDone,
    int Steps,
    int? Minutes,
    int Signatures,
    int Speakers,
    int Due,
    int DueDone,
    IReadOnlyDictionary<string, QualityAnswer> Answers
);

/// <summary>Judges a meeting by the rules: each gives all of its points or none, and says why.</summary>
public static class QualityScore
{
    public const string Met = "met";
    public const string Missed = "missed";
    public const string Open = "open";
    public const string NotApplicable = "not-applicable";

    public static IReadOnlyList<QualityLine> Of(IEnumerable<QualityRule> rules, QualityFacts facts) =>
        [.. rules.Select(rule => Line(rule, facts))];

    /// <summary>What the lines give together, and what could be reached.</summary>
    public static (int Points, int MaxPoints) Sum(IReadOnlyList<QualityLine> lines) =>
        (lines.Sum(line => line.Points), lines.Where(line => line.Outcome != NotApplicable).Sum(line => line.MaxPoints));

    private static QualityLine Line(QualityRule rule, QualityFacts facts)
    {
        var answer = rule.Measure == QualityMeasures.Answer ? facts.Answers.GetValueOrDefault(rule.Code) : null;
        var (outcome, found, needed) = Judge(rule, facts, answer);
        return new QualityLine(
            rule.Code,
            rule.Name,
            rule.Explanation,
            rule.Measure,
            outcome == Met ? rule.Points : 0,
            rule.Points,
            outcome,
            found,
            needed,
            answer?.Sentence,
            answer?.ByName,
            rule.Source,
            rule.Verified
        );
    }

    private static (string Outcome, decimal? Found, decimal? Needed) Judge(QualityRule rule, QualityFacts facts, QualityAnswer? answer) =>
        rule.Measure switch
        {
            QualityMeasures.Attendance => Share(rule, facts),
            // nobody is absent before the end: everybody still may come
            QualityMeasures.Unexcused => (
                facts.Held
                    ? facts.Absent == 0
                        ? Met
                        : Missed
                    : Open,
                facts.Absent,
                0
            ),
            QualityMeasures.Prepared => (Reached(facts.Steps > 0 && facts.StepsDone >= facts.Steps, facts), facts.StepsDone, facts.Steps),
            QualityMeasures.Duration => (Reached(facts.Minutes >= rule.Needed, facts), facts.Minutes, rule.Needed),
            QualityMeasures.Minutes => (Reached(facts.Held && facts.Signatures >= rule.Needed, facts), facts.Signatures, rule.Needed),
            QualityMeasures.Speakers => Speakers(rule, facts),
            QualityMeasures.FollowUp when facts.Due == 0 => (NotApplicable, null, null),
            QualityMeasures.FollowUp => (Reached(facts.DueDone >= facts.Due, facts), facts.DueDone, facts.Due),
            _ => (
                answer is null ? Open
                : answer.Yes ? Met
                : Missed,
                null,
                null
            ),
        };

    private static (string, decimal?, decimal?) Share(QualityRule rule, QualityFacts facts)
    {
        var share = facts.Expected == 0 ? 0 : 100m * facts.Present / facts.Expected;
        // compared as it is, shown rounded down: 85,04 % is more than 85 % and must not read like it
        return (Reached(share > rule.Needed, facts), decimal.Truncate(share * 100) / 100, rule.Needed);
    }

    private static (string, decimal?, decimal?) Speakers(QualityRule rule, QualityFacts facts)
    {
        var needed = Math.Max(1, Math.Min(rule.Needed ?? 1, facts.Present));
        return (Reached(facts.Speakers >= needed, facts), facts.Speakers, needed);
    }

    private static string Reached(bool reached, QualityFacts facts) =>
        reached ? Met
        : facts.Held ? Missed
        : Open;
}
