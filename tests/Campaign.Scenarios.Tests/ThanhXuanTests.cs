using Campaign.Scenarios.Plans;

namespace Campaign.Scenarios.Tests;

/// <summary>The plan is what the issue asks for, before a single request is sent.</summary>
public sealed class ThanhXuanTests
{
    private static readonly ScenarioPlan s_plan = ThanhXuan.Plan();
    private static readonly DistrictPlan s_district = s_plan.Districts.Single();

    [Fact]
    public void District_has_its_eleven_wards_about_300_cells_and_9000_members()
    {
        s_district.Units.Count(unit => unit.Name.StartsWith("Đảng ủy phường", StringComparison.Ordinal)).ShouldBe(11);
        s_district.Cells.Count().ShouldBeInRange(290, 310);
        s_district.Members.Count.ShouldBe(9000);
    }

    [Fact]
    public void Invented_people_are_marked_by_their_numbers() =>
        s_district.Members.ShouldAllBe(member => member.Number.StartsWith("DEMO-", StringComparison.Ordinal));

    [Fact]
    public void Codes_and_numbers_are_unique()
    {
        s_district.All.Select(unit => unit.Code).ShouldBeUnique();
        s_district.Members.Select(member => member.Number).ShouldBeUnique();
        s_plan.Parts.Select(part => part.UserName).ShouldBeUnique();
    }

    [Fact]
    public void Forty_seven_pass_the_council_and_nobody_twice()
    {
        var nominees = Nominees.Of(s_plan, s_district).ToList();

        nominees.Count(nominee => nominee.Passes).ShouldBe(47);
        nominees.Count.ShouldBeGreaterThan(47);
        nominees.Select(nominee => nominee.Member?.Number ?? nominee.Unit.Path).ShouldBeUnique();
    }

    [Fact]
    public void Council_does_not_nominate_its_own_members()
    {
        var council = Nominees.Council(s_district);

        council.Count.ShouldBe(Nominees.CouncilSize);
        Nominees.Of(s_plan, s_district).ShouldNotContain(nominee => nominee.Member != null && council.Contains(nominee.Member));
    }

    [Fact]
    public void Excellent_keep_the_cap_in_every_group_that_is_decided_as_one()
    {
        foreach (var span in s_plan.Evaluations)
        {
            var ratings = Ratings.Of(s_plan.Chance, s_district, span);
            var groups = s_district
                .Members.Where(member => member.IsActive)
                .GroupBy(member => s_district.SecretaryOf(member.Unit.Path), member => member.Number)
                .Concat(s_district.All.GroupBy(unit => s_district.SecretaryOf(unit.Path), unit => unit.Path));
            foreach (var group in groups)
            {
                var scores = group.Select(subject => ratings[subject].Common + ratings[subject].Task).ToList();
                scores.Count(score => score >= 90).ShouldBeLessThanOrEqualTo(scores.Count(score => score >= 70) / 5, group.Key.UnitPath);
            }
        }
    }

    [Fact]
    public void Every_cell_meets_once_in_each_of_eight_quarters()
    {
        var meetings = Meetings.Of(s_plan, s_district).Where(meeting => meeting.Kind == "thematic-meeting").ToList();

        s_plan.Rounds.Count.ShouldBe(8);
        meetings.GroupBy(meeting => meeting.Unit).ShouldAllBe(cell => cell.Select(meeting => meeting.AskedFor).Distinct().Count() == 8);
        meetings.Select(meeting => (meeting.Unit, meeting.Kind, meeting.StartsAt)).ShouldBeUnique();
    }

    [Fact]
    public void Attendance_is_plausible()
    {
        var statuses = Meetings
            .Of(s_plan, s_district)
            .SelectMany(meeting => meeting.Participants.Select(member => meeting.StatusOf(member, s_plan.Chance)))
            .CountBy(status => status)
            .ToDictionary();
        var present = (double)(statuses["present"] + statuses["late"]) / statuses.Values.Sum();

        present.ShouldBeInRange(0.85, 0.95);
        statuses["excused"].ShouldBeGreaterThan(statuses["absent"]);
    }

    [Fact]
    public void Plan_is_the_same_every_time()
    {
        var again = ThanhXuan.Plan().Districts.Single();

        again.Members.Select(Text).ShouldBe(s_district.Members.Select(Text));
        again.Units.ShouldBe(s_district.Units);

        static string Text(MemberPlan member) =>
            $"{member.Number} {member.FullName} {member.Unit.Path} {member.JoinedOn} {member.Status} {member.Diligence:R}";
    }

    [Fact]
    public void Every_unit_is_answered_for_by_a_secretary() =>
        s_district.All.ShouldAllBe(unit => s_district.SecretaryOf(unit.Path) != null);
}
