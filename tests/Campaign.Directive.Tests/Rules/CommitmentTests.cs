using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Directives.Commitments;
using Campaign.Directives.Tests.Service;
using Campaign.Hosting.Problems;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Directives.Tests.Rules;

public sealed class CommitmentTests
{
    private static readonly DateOnly s_due = new(2026, 6, 30);

    [Fact]
    public void Every_state_follows_from_what_was_done_and_confirmed() =>
        Prop.ForAll(
                (from targets in Gen.Choose(1, 5).NonEmptyListOf() from steps in Step.ListOf() select (targets, steps)).ToArbitrary(),
                run =>
                {
                    var commitment = Promised([.. run.targets.Take(Commitment.MaxDeeds)]);
                    var told = new List<CampaignEvent>();
                    foreach (var step in run.steps)
                    {
                        var before = (Shown(commitment), commitment.Version);
                        var happened = Try(() => step(commitment));
                        told.AddRange(happened);
                        if (Shown(commitment) == before.Item1 != (commitment.Version == before.Version))
                        {
                            return false;
                        }
                    }

                    var (open, confirmed) = (
                        commitment.Deeds.Count(deed => deed.IsOpen),
                        commitment.Deeds.Count(deed => deed.State == DeedStates.Confirmed)
                    );
                    var state =
                        open > 0 ? CommitmentStates.Open
                        : confirmed > 0 ? CommitmentStates.Fulfilled
                        : CommitmentStates.Withdrawn;
                    return commitment.State == state
                        && told.Count == (state == CommitmentStates.Fulfilled ? 1 : 0)
                        && commitment.FulfilledOn is null == (state != CommitmentStates.Fulfilled)
                        && commitment.Deeds.All(deed =>
                            deed.Done == deed.Entries.Sum(entry => entry.Amount) && deed.ReachedOn is null == (deed.Done < deed.Target)
                        )
                        && commitment.Deeds.All(deed => deed.State != DeedStates.Confirmed || deed.Done >= deed.Target)
                        && commitment.ToConfirm == commitment.Deeds.Count(deed => deed.IsOpen && deed.Done >= deed.Target);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Target_is_reached_on_the_day_of_the_entry_that_reaches_it_whatever_the_order_of_entering()
    {
        var commitment = Promised(3);
        Enter(commitment, 0, 1, s_due.AddDays(5));
        Enter(commitment, 0, 2, s_due.AddDays(-9));
        commitment.Deeds[0].ReachedOn.ShouldBe(s_due.AddDays(5));
        Enter(commitment, 0, 1, s_due.AddDays(-1));
        commitment.Deeds[0].ReachedOn.ShouldBe(s_due.AddDays(-1));
        commitment
            .Confirm(commitment.Deeds[0].Id, s_due.AddDays(30), "Bí thư")
            .ShouldHaveSingleItem()
            .ShouldBeOfType<CommitmentFulfilled>()
            .ShouldSatisfyAllConditions(
                told => told.OnTime.ShouldBeTrue(),
                told => told.FulfilledOn.ShouldBe(s_due.AddDays(-1)),
                told => told.Version.ShouldBe(commitment.Version)
            );
    }

    [Fact]
    public void Overdue_follows_from_the_day_and_ends_when_the_target_is_reached()
    {
        var commitment = Promised(2, 1);
        commitment.IsOverdue(s_due).ShouldBeFalse();
        commitment.IsOverdue(s_due.AddDays(1)).ShouldBeTrue();
        Enter(commitment, 0, 2, s_due.AddDays(2));
        commitment.Deeds[0].IsOverdue(s_due.AddDays(3)).ShouldBeFalse();
        commitment.IsOverdue(s_due.AddDays(3)).ShouldBeTrue();
        commitment.Withdraw(commitment.Deeds[1].Id, "Dự án dừng");
        commitment.IsOverdue(s_due.AddDays(3)).ShouldBeFalse();
    }

    [Fact]
    public void Nobody_confirms_what_is_not_done()
    {
        var commitment = Promised(2);
        Enter(commitment, 0, 1.00m, s_due);
        var refused = Should.Throw<Problem>(() =>
        {
            commitment.Confirm(commitment.Deeds[0].Id, s_due, "Bí thư");
        });
        refused.Slug.ShouldBe("target-not-reached");
        (refused.Parameters["done"], refused.Parameters["target"]).ShouldBe((1m, 2m));
        refused.Message.ShouldStartWith("1 of 2 ", customMessage: "without the zeros of the column");
    }

    [Fact]
    public void Settled_word_and_full_deed_take_no_more()
    {
        var commitment = Promised(1000, 1);
        Enumerable.Range(0, Deed.MaxEntries).ToList().ForEach(_ => Enter(commitment, 0, 1, s_due));
        Slug(() => Enter(commitment, 0, 1, s_due)).ShouldBe("deed-full");
        commitment.Withdraw(commitment.Deeds[0].Id, "Dự án dừng");
        Slug(() => Enter(commitment, 0, 1, s_due)).ShouldBe("deed-settled");
        commitment.Withdraw(commitment.Deeds[1].Id, "Dự án dừng");
        Slug(() => Correct(commitment, s_due)).ShouldBe("commitment-settled");
    }

    [Fact]
    public void Word_stands_once_its_deed_has_begun()
    {
        var commitment = Promised(3, 3);
        Enter(commitment, 0, 1, s_due);
        var smaller = commitment.Deeds.Select(deed => new DeedDraft(deed.Id, deed.What, 1, deed.Measure, deed.DueOn)).ToList();
        Slug(() => commitment.Correct("x", smaller, s_due)).ShouldBe("deed-begun");
        smaller[0] = smaller[0] with { Target = 3 };
        commitment.Correct("x", [.. smaller, new DeedDraft(null, "Thêm", 1, "việc", s_due)], s_due);
        commitment.Deeds.Select(deed => (deed.No, deed.Target)).ShouldBe([(1, 3m), (2, 1m), (3, 1m)]);
        ((Action)(() => commitment.Correct("x", [smaller[0]], s_due))).ShouldBeRefused("deeds", DirectiveProblems.EveryDeed);
        var early = new DeedDraft(null, "Thêm", 1, "việc", commitment.MadeOn.AddDays(-1));
        ((Action)(() => commitment.Correct("x", [.. smaller, early], s_due))).ShouldBeRefused("deeds[2].dueOn", FieldCodes.TooEarly);
        Slug(() => Promised(3) is var late ? Correct(late, s_due.AddDays(1)) : []).ShouldBe("deed-begun");
    }

    private static IReadOnlyList<CampaignEvent> Correct(Commitment commitment, DateOnly today)
    {
        commitment.Correct(
            "x",
            [.. commitment.Deeds.Select(deed => new DeedDraft(deed.Id, deed.What, 1, deed.Measure, deed.DueOn))],
            today
        );
        return [];
    }

    private static Gen<Func<Commitment, IReadOnlyList<CampaignEvent>>> Step =>
        from kind in Gen.Choose(0, 4)
        from at in Gen.Choose(0, 20)
        from number in Gen.Choose(1, 4)
        select (Func<Commitment, IReadOnlyList<CampaignEvent>>)(
            commitment =>
            {
                var deed = commitment.Deeds[at % commitment.Deeds.Count];
                switch (kind)
                {
                    case 0:
                        return commitment.Confirm(deed.Id, s_due, "Bí thư");
                    case 1 when number == 1:
                        return commitment.Withdraw(deed.Id, "Không còn phù hợp");
                    case 2 when deed.Entries.Count > 0:
                        commitment.CorrectEntry(deed.Id, deed.Entries[0].Id, entry =>
                            (entry.Amount, entry.At) = (number, entry.At.AddTicks(1))
                        );
                        return [];
                    default:
                        Enter(commitment, at % commitment.Deeds.Count, number, s_due.AddDays(number));
                        return [];
                }
            }
        );

    private static Commitment Promised(params int[] targets) =>
        new Commitment
        {
            CampaignId = Guid.CreateVersion7(),
            UnitId = Guid.CreateVersion7(),
            UnitPath = "hn/thanh-xuan/ha-dinh",
            District = "thanh-xuan",
            Title = "Kế hoạch làm theo",
            MadeOn = s_due.AddDays(-100),
        }.Promising([.. targets.Select(target => new DeedDraft(null, "Xây dựng ngõ văn minh", target, "ngõ", s_due))]);

    private static void Enter(Commitment commitment, int deed, decimal amount, DateOnly on) =>
        commitment.Enter(
            new ProgressEntry
            {
                DeedId = commitment.Deeds[deed].Id,
                On = on,
                Amount = amount,
                Evidence = "Biên bản nghiệm thu",
                At = DateTimeOffset.UnixEpoch,
                By = "Bí thư",
            }
        );

    private static string Shown(Commitment commitment) =>
        string.Join(
            '|',
            commitment.Deeds.SelectMany(deed => deed.Entries.Select(entry => $"{entry.Amount}@{entry.At.Ticks}").Prepend(deed.State))
        );

    private static IReadOnlyList<CampaignEvent> Try(Func<IReadOnlyList<CampaignEvent>> step)
    {
        try
        {
            return step();
        }
        catch (Problem)
        {
            return [];
        }
    }

    private static string Slug(Action act) => Should.Throw<Problem>(act).Slug;

    private static string Slug(Func<IReadOnlyList<CampaignEvent>> act) =>
        Should
            .Throw<Problem>(() =>
            {
                act();
            })
            .Slug;
}
