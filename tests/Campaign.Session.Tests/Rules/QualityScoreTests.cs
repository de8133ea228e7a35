using Campaign.Api.Session;
using Campaign.Sessions.Quality;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Session.Tests.Rules;

/// <summary>The score of a meeting, whatever the record says: by the rules that are shipped.</summary>
public sealed class QualityScoreTests
{
    private static readonly Arbitrary<QualityFacts> s_facts = (
        from held in ArbMap.Default.GeneratorFor<bool>()
        from counts in Gen.Choose(0, 40).ArrayOf(5)
        from small in Gen.Choose(0, 6).ArrayOf(3)
        from minutes in Gen.Choose(0, 200)
        from signatures in Gen.Choose(0, 2)
        from answers in Gen.Elements<bool?>(null, false, true).ArrayOf(2)
        select new QualityFacts(
            held,
            counts[0] + counts[1] + counts[2],
            counts[0],
            counts[2],
            Math.Min(small[0], 5),
            5,
            minutes,
            signatures,
            counts[3],
            small[1],
            Math.Min(small[1], small[2]),
            Answers(answers[0], answers[1])
        )
    ).ToArbitrary();

    [Fact]
    public void Points_lie_between_nothing_and_what_could_be_reached_and_are_the_sum_of_the_lines() =>
        Prop.ForAll(s_facts, facts =>
            {
                var lines = Lines(facts);
                var (points, maxPoints) = QualityScore.Sum(lines);
                return points >= 0
                    && points <= maxPoints
                    && maxPoints <= 100
                    && points == lines.Sum(line => line.Points)
                    && lines.All(line => line.Points == (line.Outcome == QualityScore.Met ? line.MaxPoints : 0));
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Order_of_the_rules_does_not_matter() =>
        Prop.ForAll(s_facts, facts =>
                QualityScore.Sum(QualityScore.Of(QualityRules.Shipped.Reverse(), facts)) == QualityScore.Sum(Lines(facts))
            )
            .QuickCheckThrowOnFailure();

    // more people present may have to speak: what came better is compared with as many of them
    [Fact]
    public void Whatever_goes_better_never_lowers_the_score() =>
        Prop.ForAll(s_facts, facts =>
            {
                QualityFacts[] better =
                [
                    facts with
                    {
                        Absent = Math.Max(0, facts.Absent - 1),
                    },
                    facts with
                    {
                        StepsDone = Math.Min(facts.Steps, facts.StepsDone + 1),
                    },
                    facts with
                    {
                        Minutes = facts.Minutes + 30,
                    },
                    facts with
                    {
                        Signatures = Math.Min(2, facts.Signatures + 1),
                    },
                    facts with
                    {
                        Speakers = facts.Speakers + 1,
                    },
                    facts with
                    {
                        Present = facts.Present + 1,
                        Expected = facts.Expected + 1,
                        Speakers = facts.Speakers + 1,
                    },
                    facts with
                    {
                        DueDone = Math.Min(facts.Due, facts.DueDone + 1),
                    },
                    facts with
                    {
                        Answers = Answers(true, true),
                    },
                ];
                return better.All(more => QualityScore.Sum(Lines(more)).Points >= QualityScore.Sum(Lines(facts)).Points);
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_is_missed_before_the_end_but_what_the_secretary_says() =>
        Prop.ForAll(s_facts, facts =>
                Lines(facts with { Held = false })
                    .All(line => line.Outcome != QualityScore.Missed || line.Measure == QualityMeasures.Answer)
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(20, 17, QualityScore.Missed, 85)]
    [InlineData(10_000, 8_501, QualityScore.Met, 85.01)]
    [InlineData(30, 26, QualityScore.Met, 86.66)]
    [InlineData(0, 0, QualityScore.Missed, 0)]
    public void More_than_85_percent_is_more_than_that(int expected, int present, string outcome, decimal found)
    {
        var line = Line("attendance", s_good with { Expected = expected, Present = present });
        (line.Outcome, line.Found, line.Needed).ShouldBe((outcome, found, 85m));
    }

    [Theory]
    [InlineData(30, 4, QualityScore.Missed, 5)]
    [InlineData(30, 5, QualityScore.Met, 5)]
    [InlineData(4, 4, QualityScore.Met, 4)]
    [InlineData(4, 3, QualityScore.Missed, 4)]
    [InlineData(0, 0, QualityScore.Missed, 1)]
    public void As_many_speak_as_needed_or_all_who_are_there(int present, int speakers, string outcome, int needed)
    {
        var line = Line("speakers", s_good with { Present = present, Speakers = speakers });
        (line.Outcome, line.Needed).ShouldBe((outcome, needed));
    }

    [Fact]
    public void A_perfect_meeting_reaches_all_and_nothing_due_counts_neither_way()
    {
        QualityScore.Sum(Lines(s_good)).ShouldBe((100, 100));
        QualityScore.Sum(Lines(s_good with { Due = 0, DueDone = 0 })).ShouldBe((90, 90));
        QualityScore.Sum(Lines(s_good with { DueDone = 1 })).ShouldBe((90, 100));
        QualityScore.Sum(Lines(s_good with { Absent = 1 })).ShouldBe((90, 100));
    }

    private static readonly QualityFacts s_good = new(true, 30, 28, 0, 5, 5, 95, 2, 7, 2, 2, Answers(true, true));

    private static IReadOnlyList<QualityLine> Lines(QualityFacts facts) => QualityScore.Of(QualityRules.Shipped, facts);

    private static QualityLine Line(string code, QualityFacts facts) => Lines(facts).Single(line => line.Code == code);

    private static Dictionary<string, QualityAnswer> Answers(bool? order, bool? theme) =>
        new[] { ("order", order), ("theme", theme) }
            .Where(answer => answer.Item2 is not null)
            .ToDictionary(
                answer => answer.Item1,
                answer => new QualityAnswer
                {
                    SessionId = Guid.Empty,
                    Code = answer.Item1,
                    Yes = answer.Item2!.Value,
                    Sentence = "…",
                    ByName = "Bí thư",
                }
            );
}
