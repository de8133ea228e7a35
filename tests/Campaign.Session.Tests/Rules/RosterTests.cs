using Campaign.Api.Session;
using Campaign.Defaults.Problems;
using Campaign.Sessions;

namespace Campaign.Session.Tests.Rules;

public sealed class RosterTests
{
    private static readonly Guid s_member = Guid.NewGuid();

    [Fact]
    public void Roster_takes_a_repeated_entry_once()
    {
        var roster = Roster.Of([new(s_member, "late"), new(s_member, "late"), new(Guid.NewGuid(), "excused")]);
        roster.MemberIds.Length.ShouldBe(2);
        roster.Statuses.ShouldBe(["late", "excused"]);
    }

    [Fact]
    public void Roster_refuses_two_statuses_of_one_member() =>
        Should.Throw<Problem>(() => Roster.Of([new(s_member, "present"), new(s_member, "absent")])).Slug.ShouldBe("contradictory-roster");

    [Fact]
    public void Roster_refuses_an_unknown_status() =>
        Should.Throw<Problem>(() => Roster.Of([new(s_member, "asleep")])).Slug.ShouldBe("invalid-request");

    [Fact]
    public void Roster_refuses_nobody() => Should.Throw<Problem>(() => Roster.Of([])).Slug.ShouldBe("invalid-request");

    [Fact]
    public void Roster_refuses_more_than_20000() =>
        Should.Throw<Problem>(() => Roster.Of([.. Enumerable.Range(0, 20_001).Select(_ => new RosterEntry(s_member, "present"))])).Slug.ShouldBe("invalid-request");
}
