using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Campaign.Sessions.Attendance;

namespace Campaign.Session.Tests.Rules;

public sealed class RosterTests
{
    private static readonly Guid s_member = Guid.NewGuid();

    [Fact]
    public void Roster_takes_a_repeated_entry_once()
    {
        var roster = Read(new(s_member, "late", 10), new(s_member, "late", 10), new(Guid.NewGuid(), "excused", Reason: " ốm "));
        roster.MemberIds.Length.ShouldBe(2);
        roster.Statuses.ShouldBe(["late", "excused"]);
        roster.Minutes.ShouldBe([10, null]);
        roster.Reasons.ShouldBe([null, "ốm"]);
    }

    [Fact]
    public void Roster_refuses_two_statuses_of_one_member() =>
        Should.Throw<Problem>(() => Read(new(s_member, "present"), new(s_member, "absent"))).Slug.ShouldBe("contradictory-roster");

    [Theory]
    [InlineData("asleep", null, null, "status one-of")]
    [InlineData("past", null, null, "status one-of")]
    [InlineData("present", 5, null, "minutes status-without-minutes")]
    [InlineData("late", 0, null, "minutes range")]
    [InlineData("excused", null, " ", "reason length")]
    public void Roster_refuses_what_the_catalogue_of_the_day_does_not_know(string status, int? minutes, string? reason, string refused) =>
        Refused.Field(() => Read(new(Guid.NewGuid(), "present"), new(s_member, status, minutes, reason))).ShouldBe($"entries[1].{refused}");

    [Fact]
    public void Taking_back_carries_nothing_along() =>
        Read(new RosterEntry(s_member, null, 5, "x"))
            .ShouldSatisfyAllConditions(roster => roster.Minutes.ShouldBe([null]), roster => roster.Reasons.ShouldBe([null]));

    [Fact]
    public void Roster_refuses_nobody() => Refused.Field(() => Read()).ShouldBe("entries count");

    [Fact]
    public void Roster_refuses_more_than_20000() =>
        Refused
            .Field(() => Read([.. Enumerable.Range(0, 20_001).Select(_ => new RosterEntry(s_member, "present"))]))
            .ShouldBe("entries count");

    private static Roster Read(params RosterEntry[] entries) => Roster.Of(entries, Books.Statuses, Books.Day);
}
