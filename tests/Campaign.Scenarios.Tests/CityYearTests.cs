using Campaign.Scenarios.Plans;

namespace Campaign.Scenarios.Tests;

public sealed class CityYearTests
{
    [Theory]
    [InlineData(1, 1, 10, 1)]
    [InlineData(3, 20, 1000, 4)]
    [InlineData(30, 300, 9001, 16)]
    public void Scale_is_spread_to_the_last_cell_and_member(int districts, int cells, int members, int months)
    {
        var plan = CityYear.Plan(districts, cells, members, months);

        plan.Districts.Count.ShouldBe(districts);
        plan.Districts.Sum(district => district.Cells.Count()).ShouldBe(cells);
        plan.Districts.Sum(district => district.Members.Count).ShouldBe(members);
        plan.Rounds.Count.ShouldBe(months);
        plan.Districts.SelectMany(district => district.Members).Select(member => member.Number).ShouldBeUnique();
    }

    [Fact]
    public void Everybody_who_is_asked_to_meet_can_meet()
    {
        var plan = CityYear.Plan(2, 10, 100, 3);

        foreach (var district in plan.Districts)
        {
            Meetings.Of(plan, district).ShouldAllBe(meeting => meeting.Participants.Count > 0);
        }
    }
}
