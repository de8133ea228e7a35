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
    [InlineData("asleep", null, null)]
    [InlineData("past", null, null)]
    [InlineData("present", 5, null)]
    [InlineData("late", 0, null)]
    [InlineData("excused", null, " ")]
    public void Roster_refuses_what_the_catalogue_of_the_day_does_not_know(string status, int? minutes, string? reason) =>
        Should.Throw<Problem>(() => Read(new RosterEntry(s_member, status, minutes, reason))).Slug.ShouldBe("invalid-request");

    [Fact]
    public void Taking_back_carries_nothing_along() =>
        Read(new RosterEntry(s_member, null, 5, "x"))
            .ShouldSatisfyAllConditions(roster => roster.Minutes.ShouldBe([null]), roster => roster.Reasons.ShouldBe([null]));

    [Fact]
    public void Roster_refuses_nobody() => Should.Throw<Problem>(() => Read()).Slug.ShouldBe("invalid-request");

    [Fact]
    public void Roster_refuses_more_than_20000() =>
        Should
            .Throw<Problem>(() => Read([.. Enumerable.Range(0, 20_001).Select(_ => new RosterEntry(s_member, "present"))]))
            .Slug.ShouldBe("invalid-request");

    private static Roster Read(params RosterEntry[] entries) => Roster.Of(entries, Books.Statuses, Books.Day);
}
