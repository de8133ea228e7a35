using Campaign.Recognition.Voting;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Recognition.Tests.Rules;

public class TallyTests
{
    private static readonly Arbitrary<(int Size, int InFavour, int Against, int Percent)> s_any = (
        from size in Gen.Choose(3, 99)
        from inFavour in Gen.Choose(0, size)
        from against in Gen.Choose(0, size - inFavour)
        from percent in Gen.Choose(1, 100)
        select (size, inFavour, against, percent)
    ).ToArbitrary();

    [Theory]
    [InlineData(10, 7, true)]
    [InlineData(10, 6, false)]
    [InlineData(3, 2, false)]
    [InlineData(3, 3, true)]
    public void A_nomination_passes_with_seventy_percent_of_all_members(int size, int inFavour, bool passed) =>
        new Tally(size, inFavour, 0).Passed(70).ShouldBe(passed);

    [Fact]
    public void Members_who_do_not_vote_are_not_in_favour() => new Tally(10, 6, 0).Passed(70).ShouldBeFalse();

    [Fact]
    public void A_nomination_fails_once_the_majority_is_out_of_reach()
    {
        new Tally(10, 0, 3).Failed(70).ShouldBeFalse();
        new Tally(10, 0, 4).Failed(70).ShouldBeTrue();
    }

    [Fact]
    public void Nothing_passes_and_fails_at_once() =>
        Prop.ForAll(s_any, vote =>
            {
                var tally = new Tally(vote.Size, vote.InFavour, vote.Against);
                return !(tally.Passed(vote.Percent) && tally.Failed(vote.Percent));
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void When_everybody_has_voted_it_is_settled() =>
        Prop.ForAll(s_any, vote =>
            {
                var tally = new Tally(vote.Size, vote.InFavour, vote.Size - vote.InFavour);
                return tally.Passed(vote.Percent) ^ tally.Failed(vote.Percent);
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void One_more_vote_in_favour_never_undoes_a_majority() =>
        Prop.ForAll(s_any, vote =>
                !new Tally(vote.Size, vote.InFavour, 0).Passed(vote.Percent)
                || new Tally(vote.Size, vote.InFavour + 1, 0).Passed(vote.Percent)
            )
            .QuickCheckThrowOnFailure();
}
