using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Directives.Tests.Service;
using Campaign.Hosting.Problems;

namespace Campaign.Directives.Tests.Rules;

public sealed class ReviewTests
{
    private static readonly DateOnly s_today = new(2026, 3, 10);
    private static readonly DateOnly s_due = new(2026, 3, 31);

    [Fact]
    public void Work_goes_from_plan_to_closing_in_order()
    {
        var assignment = AssignmentTests.Asking(RequirementKinds.Report);
        assignment.Plan(s_today).ShouldHaveSingleItem().ShouldBeOfType<AssignmentAcknowledged>();
        assignment.State.ShouldBe(AssignmentStates.Planned);
        assignment.Begin(s_today).ShouldBeEmpty();
        assignment.State.ShouldBe(AssignmentStates.InProgress);
        assignment.HandIn("Đã xong", s_today).ShouldHaveSingleItem().ShouldBeOfType<AssignmentCompleted>();
        assignment.Accept();
        assignment.State.ShouldBe(AssignmentStates.Accepted);
        assignment.Close();
        assignment.State.ShouldBe(AssignmentStates.Closed);
        Should.Throw<Problem>(() => assignment.Return("…", null, s_today)).Slug.ShouldBe("nothing-reported");
        Should.Throw<Problem>(() => assignment.Recall("…")).Slug.ShouldBe("already-completed");
    }

    [Fact]
    public void Returned_work_is_open_again_and_is_completed_anew()
    {
        var assignment = AssignmentTests.Asking(RequirementKinds.Plan);
        assignment.HandIn("Kế hoạch", s_today);
        var returned = assignment
            .Return("Thiếu chỉ tiêu", s_due.AddDays(5), s_today)
            .ShouldHaveSingleItem()
            .ShouldBeOfType<AssignmentReturned>();
        returned.Reason.ShouldBe("Thiếu chỉ tiêu");
        returned.DueOn.ShouldBe(s_due.AddDays(5));
        assignment.CompletedOn.ShouldBeNull();
        assignment.IsOpen.ShouldBeTrue();
        var again = assignment.HandIn("Kế hoạch, đã sửa", s_due.AddDays(5)).ShouldHaveSingleItem().ShouldBeOfType<AssignmentCompleted>();
        again.OnTime.ShouldBeTrue();
        again.Version.ShouldBeGreaterThan(returned.Version);
    }

    [Fact]
    public void Nothing_is_accepted_or_returned_before_it_is_reported()
    {
        var assignment = AssignmentTests.Asking(RequirementKinds.Report);
        Should.Throw<Problem>(() => assignment.Accept()).Slug.ShouldBe("nothing-reported");
        Should.Throw<Problem>(() => assignment.Return("…", null, s_today)).Slug.ShouldBe("nothing-reported");
        Should.Throw<Problem>(() => assignment.Close()).Slug.ShouldBe("not-accepted");
    }

    [Fact]
    public void Granted_extension_makes_what_was_overdue_in_time_again()
    {
        var assignment = AssignmentTests.Asking(RequirementKinds.Report);
        var late = s_due.AddDays(2);
        assignment.FallDue(late);
        assignment.AskExtension(s_due.AddDays(10), late).ShouldBeEmpty();
        assignment.GrantExtension(null, late).ShouldHaveSingleItem().ShouldBeOfType<AssignmentExtended>().DueOn.ShouldBe(s_due.AddDays(10));
        assignment.IsOverdue(late).ShouldBeFalse();
        assignment.AskedUntil.ShouldBeNull();
        assignment.FallDue(s_due.AddDays(11)).ShouldHaveSingleItem().ShouldBeOfType<AssignmentOverdue>();
    }

    [Fact]
    public void Refused_extension_leaves_the_due_day()
    {
        var assignment = AssignmentTests.Asking(RequirementKinds.Report);
        assignment.AskExtension(s_due.AddDays(10), s_today);
        assignment.RefuseExtension().ShouldBeEmpty();
        assignment.DueOn.ShouldBe(s_due);
        Should.Throw<Problem>(() => assignment.GrantExtension(null, s_today)).Slug.ShouldBe("no-extension-asked");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Extension_must_lead_further(int days)
    {
        var assignment = AssignmentTests.Asking(RequirementKinds.Report);
        ((Action)(() => assignment.AskExtension(s_due.AddDays(days), s_today))).ShouldBeRefused("until", FieldCodes.TooEarly);
    }

    [Fact]
    public void Nobody_puts_a_due_day_off_into_the_past_or_for_a_generation()
    {
        var assignment = AssignmentTests.Asking(RequirementKinds.Report);
        var late = s_due.AddDays(10);
        ((Action)(() => assignment.AskExtension(late.AddDays(-1), late))).ShouldBeRefused("until", FieldCodes.TooEarly);
        ((Action)(() => assignment.AskExtension(s_due.AddYears(21), s_today))).ShouldBeRefused("until", FieldCodes.TooLate);
        assignment.AskExtension(late, late);
        ((Action)(() => assignment.GrantExtension(s_due, late))).ShouldBeRefused("until", FieldCodes.TooEarly);
        assignment.HandIn("Đã làm", late);
        ((Action)(() => assignment.Return("…", s_due, late))).ShouldBeRefused("dueOn", FieldCodes.TooEarly);
    }

    [Fact]
    public void Recalled_assignment_asks_for_nothing()
    {
        var assignment = AssignmentTests.Asking(RequirementKinds.ThematicMeeting);
        assignment.Recall("Đã thay bằng văn bản mới").ShouldHaveSingleItem().ShouldBeOfType<AssignmentRecalled>();
        assignment.IsOverdue(s_due.AddYears(1)).ShouldBeFalse();
        assignment.HoldSession(Guid.NewGuid(), assignment.UnitId, "thematic-meeting", s_due).ShouldBeEmpty();
        Should.Throw<Problem>(() => assignment.Plan(s_today)).Slug.ShouldBe("assignment-recalled");
    }

    [Fact]
    public void Scheduled_session_plans_what_asked_for_it_and_nothing_else()
    {
        var assignment = AssignmentTests.Asking(RequirementKinds.ThematicMeeting);
        assignment.ScheduleSession(Guid.NewGuid(), Guid.NewGuid(), "thematic-meeting", s_today).ShouldBeEmpty();
        assignment.ScheduleSession(Guid.NewGuid(), assignment.UnitId, "cell-meeting", s_today).ShouldBeEmpty();
        assignment.State.ShouldBe(AssignmentStates.Issued);
        assignment.ScheduleSession(Guid.NewGuid(), assignment.UnitId, "thematic-meeting", s_today).ShouldHaveSingleItem();
        assignment.State.ShouldBe(AssignmentStates.Planned);
    }

    [Fact]
    public void Cancelled_session_leaves_its_assignment_to_be_planned_again_and_no_other_plan()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        var assignment = AssignmentTests.Asking(RequirementKinds.ThematicMeeting);
        assignment.ScheduleSession(first, assignment.UnitId, "thematic-meeting", s_today);
        assignment.CancelSession(second).ShouldBeEmpty();
        assignment.State.ShouldBe(AssignmentStates.Planned);
        assignment.CancelSession(first).ShouldBeEmpty();
        (assignment.State, assignment.SessionId).ShouldBe((AssignmentStates.Acknowledged, null));
        assignment.ScheduleSession(second, assignment.UnitId, "thematic-meeting", s_today);
        assignment.CancelSession(first);
        (assignment.State, assignment.SessionId).ShouldBe((AssignmentStates.Planned, second));

        var byHand = AssignmentTests.Asking(RequirementKinds.ThematicMeeting);
        byHand.Plan(s_today);
        byHand.ScheduleSession(first, byHand.UnitId, "thematic-meeting", s_today);
        byHand.CancelSession(first);
        byHand.State.ShouldBe(AssignmentStates.Planned);
    }
}
