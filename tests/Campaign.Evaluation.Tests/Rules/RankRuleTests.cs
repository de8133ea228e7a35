using Campaign.Api.Evaluation;
using Campaign.Contracts;
using Campaign.Evaluation.RuleSets;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Evaluation.Tests.Rules;

public class RankRuleTests
{
    private static readonly BandView[] s_bands =
    [
        new(Ranks.Good, 70),
        new(Ranks.Excellent, 90),
        new(Ranks.Failed, 0),
        new(Ranks.Completed, 50),
    ];

    private static readonly Evidence s_clean = new(4, 4, 0, 3, 0, 0, 0);
    private static readonly RankRule s_noneLate = new(s_bands, [new HardCondition(Ranks.Excellent, Measures.AssignmentsLate, null, 0)]);

    [Theory]
    [InlineData(100, Ranks.Excellent)]
    [InlineData(90, Ranks.Excellent)]
    [InlineData(89.99, Ranks.Good)]
    [InlineData(70, Ranks.Good)]
    [InlineData(69.99, Ranks.Completed)]
    [InlineData(50, Ranks.Completed)]
    [InlineData(49.99, Ranks.Failed)]
    [InlineData(0, Ranks.Failed)]
    public void Rank_is_the_band_that_the_score_reaches(decimal score, string rank) =>
        new RankRule(s_bands, []).RankOf(score, s_clean).ShouldBe(rank);

    [Fact]
    public void One_late_assignment_keeps_a_unit_from_excellent() =>
        s_noneLate.RankOf(95, s_clean with { AssignmentsLate = 1 }).ShouldBe(Ranks.Good);

    [Fact]
    public void A_missed_condition_on_every_rank_ends_at_the_lowest() =>
        new RankRule(s_bands, [.. s_bands.Select(band => new HardCondition(band.Rank, Measures.AttendancePercent, 85, null))])
            .RankOf(95, s_clean with { SessionsAttended = 1 })
            .ShouldBe(Ranks.Failed);

    [Fact]
    public void Excused_absence_does_not_lower_attendance() =>
        Measures.Of(Measures.AttendancePercent, s_clean with { SessionsAttended = 3, SessionsExcused = 1 }).ShouldBe(100);

    [Fact]
    public void Every_measure_of_the_catalogue_can_be_taken() => Measures.All.ShouldAllBe(measure => Measures.Of(measure, s_clean) >= 0);

    [Fact]
    public void A_higher_score_never_gives_a_lower_rank() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<PositiveInt>(),
                ArbMap.Default.ArbFor<PositiveInt>(),
                ArbMap.Default.ArbFor<bool>(),
                (one, other, late) =>
                {
                    var evidence = s_clean with { AssignmentsLate = late ? 1 : 0 };
                    var (low, high) = (Math.Min(one.Get % 101, other.Get % 101), Math.Max(one.Get % 101, other.Get % 101));
                    return Place(s_noneLate.RankOf(high, evidence)) <= Place(s_noneLate.RankOf(low, evidence));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_late_assignment_never_raises_a_rank() =>
        Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), ArbMap.Default.ArbFor<PositiveInt>(), (score, late) =>
                Place(s_noneLate.RankOf(score.Get % 101, s_clean with { AssignmentsLate = late.Get }))
                >= Place(s_noneLate.RankOf(score.Get % 101, s_clean))
            )
            .QuickCheckThrowOnFailure();

    private static readonly List<string> s_bestFirst = [Ranks.Excellent, Ranks.Good, Ranks.Completed, Ranks.Failed];

    private static int Place(string rank) => s_bestFirst.IndexOf(rank);
}
