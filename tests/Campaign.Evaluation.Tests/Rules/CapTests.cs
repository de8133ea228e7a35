using Campaign.Contracts;
using Campaign.Evaluation.RuleSets;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Evaluation.Tests.Rules;

public class CapTests
{
    private static readonly string[] s_ranks = [Ranks.Excellent, Ranks.Good, Ranks.Completed, Ranks.Failed];
    private static readonly Cap s_strict = new(20, "down", 0);
    private static readonly Arbitrary<int> s_group = ArbMap.Default.ArbFor<PositiveInt>().Convert(n => n.Get, PositiveInt.NewPositiveInt);

    [Fact]
    public void Cap_allows_the_second_excellent_of_ten() => s_strict.Excess(Group(excellent: 2, good: 8)).ShouldBe(0);

    [Fact]
    public void Cap_refuses_the_third_excellent_of_ten() => s_strict.Excess(Group(excellent: 3, good: 7)).ShouldBe(1);

    [Fact]
    public void Cap_counts_only_those_rated_good_or_better()
    {
        var group = Group(excellent: 2, good: 7);
        group[Ranks.Completed] = 100;
        s_strict.Excess(group).ShouldBe(1);
    }

    [Theory]
    [InlineData("down", 0, 4, 0)]
    [InlineData("nearest", 0, 3, 1)]
    [InlineData("up", 0, 1, 1)]
    [InlineData("down", 1, 4, 1)]
    [InlineData("down", 3, 2, 2)]
    public void Cap_of_a_small_group_follows_its_rounding_and_minimum(string rounding, int minimum, int goodOrBetter, int allowed) =>
        new Cap(20, rounding, minimum).Allowed(goodOrBetter).ShouldBe(allowed);

    [Fact]
    public void Cap_rounded_down_never_allows_more_than_its_share() =>
        Prop.ForAll(s_group, s_group, (goodOrBetter, percent) =>
                new Cap(percent % 101, "down", 0).Allowed(goodOrBetter) * 100m <= goodOrBetter * (decimal)(percent % 101)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Lowering_the_excess_to_good_keeps_the_cap() =>
        Prop.ForAll(s_group, s_group, (excellent, good) =>
            {
                var excess = s_strict.Excess(Group(excellent, good));
                return s_strict.Excess(Group(excellent - excess, good + excess)) == 0
                    && (excess == 0 || s_strict.Excess(Group(excellent - excess + 1, good + excess - 1)) > 0);
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Cap_does_not_depend_on_the_order_of_decisions() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyArray<PositiveInt>>(), numbers =>
            {
                var ranks = numbers.Get.Select(number => s_ranks[number.Get % s_ranks.Length]).ToList();
                return s_strict.Excess(ranks.CountBy(rank => rank).ToDictionary())
                    == s_strict.Excess(Enumerable.Reverse(ranks).CountBy(rank => rank).ToDictionary());
            })
            .QuickCheckThrowOnFailure();

    private static Dictionary<string, int> Group(int excellent, int good) => new() { [Ranks.Excellent] = excellent, [Ranks.Good] = good };
}
