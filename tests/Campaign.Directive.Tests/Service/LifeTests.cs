using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Directives.Tests.Service;

[Collection(ServiceTests.Name)]
public sealed class LifeTests(DirectiveService service) : IDisposable
{
    [Fact]
    public async Task Report_is_returned_with_a_reason_mended_accepted_and_closed()
    {
        var (secretary, assignment) = await AskedAsync(RequirementKinds.Report);
        await secretary.PlanAsync(assignment.Id, new AssignmentText("Tuần 1 quán triệt, tuần 2 viết báo cáo"));
        (await secretary.BeginAsync(assignment.Id)).State.ShouldBe("in-progress");
        await secretary.ReportAsync(assignment.Id, new ReportAssignment("Đã xong", null));
        var officer = service.Officer;
        var returned = await officer.ReturnAsync(assignment.Id, new ReturnAssignment("Thiếu số liệu", assignment.DueOn.AddDays(7)));
        (returned.State, returned.DueOn, returned.CompletedOn).ShouldBe(("returned", assignment.DueOn.AddDays(7), null));
        (await FiguresAsync(assignment)).ShouldBe(new RollUpFigures(0, 1, 1, 0, 0, 0, 0, 1, 0));
        await secretary.ReportAsync(assignment.Id, new ReportAssignment("Đã bổ sung số liệu", null));
        (await FiguresAsync(assignment)).ShouldBe(new RollUpFigures(0, 1, 1, 1, 1, 0, 0, 0, 1));
        (await officer.AcceptAsync(assignment.Id)).State.ShouldBe("accepted");
        (await officer.CloseAsync(assignment.Id)).State.ShouldBe("closed");
        (await officer.NotesAsync(assignment.Id))
            .Items.Select(note => $"{note.Action}: {note.Text}")
            .ShouldBe([
                "planned: Tuần 1 quán triệt, tuần 2 viết báo cáo",
                "reported: Đã xong",
                "returned: Thiếu số liệu",
                "reported: Đã bổ sung số liệu",
            ]);
        (await service.EventsAsync(assignment.Id)).ShouldBe([
            "AssignmentIssued",
            "AssignmentAcknowledged",
            "AssignmentCompleted",
            "AssignmentReturned",
            "AssignmentCompleted",
        ]);
        (await service.WrongFiguresAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_decides_about_the_work_of_their_own_unit()
    {
        var (secretary, assignment) = await AskedAsync(RequirementKinds.Report);
        await secretary.ReportAsync(assignment.Id, new ReportAssignment("Đã xong", null));
        await secretary.AcceptAsync(assignment.Id).ShouldBeRefusedAsync("own-work");
        (await secretary.AcceptManyAsync(new ManyAssignments(assignment.DirectiveId, assignment.UnitPath))).Count.ShouldBe(0);
        (
            await service
                .As($"{Roles.DistrictOfficer}@{assignment.UnitPath[..assignment.UnitPath.LastIndexOf('/')]}")
                .AcceptManyAsync(new ManyAssignments(assignment.DirectiveId, assignment.UnitPath))
        ).Count.ShouldBe(1);
    }

    [Fact]
    public async Task More_time_is_asked_for_and_granted_or_refused_with_a_reason()
    {
        var (secretary, assignment) = await AskedAsync(RequirementKinds.Report);
        var until = assignment.DueOn.AddDays(14);
        (await secretary.AskExtensionAsync(assignment.Id, new AskExtension(until, "Bão lũ"))).AskedUntil.ShouldBe(until);
        (await service.Officer.AssignmentsAsync(assignment.DirectiveId, state: "extension-asked")).Items.ShouldHaveSingleItem();
        (await service.Officer.DecideExtensionAsync(assignment.Id, new DecideExtension(false, null, "Chưa đủ căn cứ"))).DueOn.ShouldBe(
            assignment.DueOn
        );
        await secretary.AskExtensionAsync(assignment.Id, new AskExtension(until, "Bão lũ, kèm văn bản của phường"));
        var granted = await service.Officer.DecideExtensionAsync(assignment.Id, new DecideExtension(true, until.AddDays(-4), "Đồng ý"));
        (granted.DueOn, granted.AskedUntil).ShouldBe((until.AddDays(-4), null));
        (await service.EventsAsync(assignment.Id)).ShouldBe(["AssignmentIssued", "AssignmentExtended"]);
    }

    [Fact]
    public async Task Recalled_assignments_leave_every_figure_and_what_is_done_stays()
    {
        var ward = await service.WardAsync(3);
        var directive = await service.IssuedAsync(ward.Cells, service.Asking(RequirementKinds.Report));
        var secretary = service.Secretary(ward.Unit);
        var done = (await secretary.AssignmentsAsync(directive.Id)).Items[0];
        await secretary.ReportAsync(done.Id, new ReportAssignment("Đã xong", null));
        (await service.Officer.RecallManyAsync(new RecallMany(directive.Id, ward.Unit.Path, "Thay bằng văn bản mới"))).Count.ShouldBe(2);
        (await service.Officer.DirectiveAsync(directive.Id)).Counts.ShouldBe(new DirectiveCounts(3, 1, 1, 1, 0));
        (await service.WrongFiguresAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Scheduled_session_plans_the_assignment_until_it_is_cancelled()
    {
        var (secretary, assignment) = await AskedAsync(RequirementKinds.ThematicMeeting);
        var session = Guid.CreateVersion7();
        await service.Session.PublishAsync(
            new SessionScheduled
            {
                District = "thanh-xuan",
                AggregateId = session,
                Version = 1,
                UnitId = assignment.UnitId,
                UnitPath = assignment.UnitPath,
                Kind = "thematic-meeting",
                Topic = "Đạo đức công vụ",
                StartsAt = service.Clock.GetUtcNow(),
                AssignmentId = assignment.Id,
            }
        );
        await Eventually.TrueAsync(
            "the assignment to be planned",
            () => secretary.AssignmentAsync(assignment.Id),
            seen => seen.State == "planned"
        );

        await service.Session.PublishAsync(
            new SessionCancelled
            {
                District = "thanh-xuan",
                AggregateId = session,
                Version = 2,
                UnitId = assignment.UnitId,
                UnitPath = assignment.UnitPath,
                Kind = "thematic-meeting",
                Topic = "Đạo đức công vụ",
                StartsAt = service.Clock.GetUtcNow(),
                Reason = "Bão số 3",
                AssignmentId = assignment.Id,
            }
        );
        await Eventually.TrueAsync(
            "the assignment to be planned again",
            () => secretary.AssignmentAsync(assignment.Id),
            seen => seen.State == "acknowledged"
        );
    }

    [Fact]
    public async Task Put_off_due_day_is_announced_again_when_it_passes()
    {
        var (secretary, assignment) = await AskedAsync(RequirementKinds.Report, 2);
        service.Clock.Ahead = TimeSpan.FromDays(4);
        await SweepAsync();
        await secretary.AskExtensionAsync(assignment.Id, new AskExtension(service.Today.AddDays(5), "Bão lũ"));
        await service.Officer.DecideExtensionAsync(assignment.Id, new DecideExtension(true, null, "Đồng ý"));
        (await FiguresAsync(assignment)).Overdue.ShouldBe(0);
        service.Clock.Ahead = TimeSpan.FromDays(12);
        await SweepAsync();
        (await FiguresAsync(assignment)).ShouldBe(new RollUpFigures(0, 1, 0, 0, 0, 1, 1, 0, 0));
        (await service.EventsAsync(assignment.Id)).ShouldBe([
            "AssignmentIssued",
            "AssignmentOverdue",
            "AssignmentExtended",
            "AssignmentOverdue",
        ]);
    }

    public void Dispose() => service.Clock.Ahead = TimeSpan.Zero;

    private async Task<(DirectiveClient Secretary, AssignmentView Assignment)> AskedAsync(string kind, int dueInDays = 30)
    {
        var ward = await service.WardAsync(1);
        var directive = await service.IssuedAsync(ward.Cells, service.Asking(kind, dueInDays));
        var secretary = service.Secretary(ward.Cells[0]);
        return (secretary, (await secretary.AssignmentsAsync(directive.Id)).Items.ShouldHaveSingleItem());
    }

    private async Task<RollUpFigures> FiguresAsync(AssignmentView assignment) =>
        (await service.Officer.RollUpAsync(assignment.DirectiveId, assignment.UnitPath)).Unit.Figures.ShouldHaveSingleItem();

    private Task SweepAsync() => OverdueTests.SweepAsync(service);
}
