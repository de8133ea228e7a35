using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Directives.Assignments;
using Campaign.Directives.Requirements;
using Campaign.Hosting.Problems;

namespace Campaign.Directives.Tests.Rules;

public sealed class AssignmentTests
{
    private static readonly DateOnly s_issued = new(2026, 3, 1);
    private static readonly DateOnly s_due = new(2026, 3, 31);

    [Fact]
    public void Acknowledging_completes_what_asks_for_no_more()
    {
        var assignment = Asking(RequirementKinds.Acknowledge);
        var events = assignment.Acknowledge(s_due);
        events.Select(e => e.GetType()).ShouldBe([typeof(AssignmentAcknowledged), typeof(AssignmentCompleted)]);
        events.Select(e => e.Version).ShouldBe([2, 3]);
        assignment.State.ShouldBe(AssignmentStates.Closed);
    }

    [Fact]
    public void Acknowledging_leaves_a_report_to_be_handed_in()
    {
        var assignment = Asking(RequirementKinds.Report);
        assignment.Acknowledge(s_due).ShouldHaveSingleItem().ShouldBeOfType<AssignmentAcknowledged>();
        assignment.State.ShouldBe(AssignmentStates.Acknowledged);
        assignment.Acknowledge(s_due).ShouldBeEmpty();
    }

    [Fact]
    public void Report_of_what_was_never_acknowledged_acknowledges_it_too()
    {
        var assignment = Asking(RequirementKinds.Report);
        assignment
            .HandIn("Đã triển khai", s_due)
            .Select(e => e.GetType())
            .ShouldBe([typeof(AssignmentAcknowledged), typeof(AssignmentCompleted)]);
        assignment.AcknowledgedOn.ShouldBe(s_due);
        Should.Throw<Problem>(() => assignment.HandIn("Khác", s_due)).Slug.ShouldBe("already-completed");
        assignment.Report.ShouldBe("Đã triển khai");
    }

    [Fact]
    public void Report_is_refused_where_none_was_asked() =>
        Should.Throw<Problem>(() => Asking(RequirementKinds.ThematicMeeting).HandIn("…", s_due)).Slug.ShouldBe("no-report-asked");

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Session_completes_it_on_time_up_to_the_due_day(int daysLate, bool onTime)
    {
        var assignment = Asking(RequirementKinds.ThematicMeeting);
        var completed = assignment
            .HoldSession(Guid.NewGuid(), assignment.UnitId, "thematic-meeting", s_due.AddDays(daysLate))
            .OfType<AssignmentCompleted>()
            .ShouldHaveSingleItem();
        completed.OnTime.ShouldBe(onTime);
        completed.CompletedOn.ShouldBe(s_due.AddDays(daysLate));
    }

    [Fact]
    public void Session_of_another_kind_or_unit_completes_nothing()
    {
        var assignment = Asking(RequirementKinds.ThematicMeeting);
        assignment.HoldSession(Guid.NewGuid(), assignment.UnitId, "cell-meeting", s_due).ShouldBeEmpty();
        assignment.HoldSession(Guid.NewGuid(), Guid.NewGuid(), "thematic-meeting", s_due).ShouldBeEmpty();
        assignment.State.ShouldBe(AssignmentStates.Issued);
    }

    [Fact]
    public void Assignment_is_overdue_from_the_day_after_the_due_day()
    {
        var assignment = Asking(RequirementKinds.Report);
        assignment.FallDue(s_due).ShouldBeEmpty();
        assignment.FallDue(s_due.AddDays(1)).ShouldHaveSingleItem().ShouldBeOfType<AssignmentOverdue>();
        assignment.FallDue(s_due.AddDays(2)).ShouldBeEmpty();
    }

    [Fact]
    public void Unit_is_not_overdue_on_the_day_it_was_asked()
    {
        var assignment = Asking(RequirementKinds.Report, due: s_issued.AddYears(-4));
        assignment.IsOverdue(s_issued).ShouldBeFalse();
        assignment.IsOverdue(s_issued.AddDays(1)).ShouldBeTrue();
    }

    internal static readonly string[] Kinds =
    [
        RequirementKinds.Acknowledge,
        RequirementKinds.StudyConference,
        RequirementKinds.Plan,
        RequirementKinds.ThematicMeeting,
        RequirementKinds.Report,
    ];

    internal static Assignment Asking(string requirement, DateOnly? due = null) =>
        new()
        {
            Id = Guid.NewGuid(),
            DirectiveId = Guid.NewGuid(),
            CampaignId = Guid.NewGuid(),
            UnitId = Guid.NewGuid(),
            UnitPath = "hn/thanh-xuan/ha-dinh/cb-01",
            District = "thanh-xuan",
            Requirement = requirement,
            Completion = requirement switch
            {
                RequirementKinds.Acknowledge => Completions.Acknowledgement,
                RequirementKinds.Report or RequirementKinds.Plan => Completions.Report,
                _ => Completions.Session,
            },
            Title = "…",
            DueOn = due ?? s_due,
            IssuedOn = s_issued,
        };
}
