using Campaign.Api;
using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Directives.Tests.Service;

[Collection(ServiceTests.Name)]
[Trait("Run", "Quick")]
public sealed class AssignmentTests(DirectiveService service)
{
    [Fact]
    public async Task Cell_acknowledges_and_completes_with_one_step_what_asks_for_no_more()
    {
        var ward = await service.WardAsync(1);
        var directive = await service.IssuedAsync(ward.Cells, service.Asking(RequirementKinds.Acknowledge));
        var secretary = service.Secretary(ward.Cells[0]);
        var assignment = (await secretary.AssignmentsAsync(directive.Id)).Items.ShouldHaveSingleItem();
        assignment.State.ShouldBe("issued");
        var yesterday = service.Today.AddDays(-1);
        var acknowledged = await secretary.AcknowledgeAsync(assignment.Id, new Acknowledge(yesterday));
        acknowledged.State.ShouldBe("closed");
        acknowledged.AcknowledgedOn.ShouldBe(yesterday);
        acknowledged.Symbol.ShouldBe(directive.Symbol);
        acknowledged.UnitName.ShouldBe($"Đơn vị {ward.Cells[0].Path}");
        await secretary.AcknowledgeAsync(assignment.Id, new Acknowledge(null)).ShouldBeRefusedAsync("already-completed");
        (await service.EventsAsync(assignment.Id)).ShouldBe(["AssignmentIssued", "AssignmentAcknowledged", "AssignmentCompleted"]);
        (
            await service.ScalarAsync<long>(
                $"select count(*) from audit_log where entity_id = '{assignment.Id}' and action = 'acknowledged'"
            )
        ).ShouldBe(1);
        (await service.Officer.DirectiveAsync(directive.Id)).Counts.ShouldBe(new DirectiveCounts(1, 1, 1, 1, 0));
    }

    [Fact]
    public async Task Acknowledging_in_the_future_is_refused()
    {
        var ward = await service.WardAsync(1);
        var directive = await service.IssuedAsync(ward.Cells, service.Asking(RequirementKinds.Acknowledge));
        var secretary = service.Secretary(ward.Cells[0]);
        var assignment = (await secretary.AssignmentsAsync(directive.Id)).Items.ShouldHaveSingleItem();
        await secretary
            .AcknowledgeAsync(assignment.Id, new Acknowledge(service.Today.AddDays(1)))
            .ShouldBeRefusedAsync("on", FieldCodes.TooLate);
    }

    [Fact]
    public async Task Ward_acknowledges_for_its_cells_at_once()
    {
        var ward = await service.WardAsync(4);
        var directive = await service.IssuedAsync(
            ward.Cells,
            service.Asking(RequirementKinds.Report),
            service.Asking(RequirementKinds.Acknowledge)
        );
        var secretary = service.Secretary(ward.Unit);
        var key = Guid.NewGuid().ToString();
        (await secretary.AcknowledgeManyAsync(new AcknowledgeMany(directive.Id, ward.Cells[0].Path, null))).Count.ShouldBe(2);
        (await secretary.AcknowledgeManyAsync(new AcknowledgeMany(directive.Id, ward.Unit.Path, null), key)).Count.ShouldBe(6);
        (await secretary.AcknowledgeManyAsync(new AcknowledgeMany(directive.Id, ward.Unit.Path, null), key)).Count.ShouldBe(6);
        (await secretary.AcknowledgeManyAsync(new AcknowledgeMany(directive.Id, ward.Unit.Path, null))).Count.ShouldBe(0);
        (await service.Officer.DirectiveAsync(directive.Id)).Counts.ShouldBe(new DirectiveCounts(4, 8, 8, 4, 0));
    }

    [Fact]
    public async Task Report_completes_what_asked_for_one()
    {
        var ward = await service.WardAsync(1);
        var directive = await service.IssuedAsync(ward.Cells, service.Asking(RequirementKinds.Report));
        var secretary = service.Secretary(ward.Unit);
        var assignment = (await secretary.AssignmentsAsync(directive.Id)).Items.ShouldHaveSingleItem();
        var reported = await secretary.ReportAsync(assignment.Id, new ReportAssignment("  Đã triển khai tới 100 % đảng viên. ", null));
        reported.State.ShouldBe("reported");
        reported.Report.ShouldBe("Đã triển khai tới 100 % đảng viên.");
        await secretary.ReportAsync(assignment.Id, new ReportAssignment("Lần hai", null)).ShouldBeRefusedAsync("already-completed");
        (await service.EventsAsync(assignment.Id)).ShouldBe(["AssignmentIssued", "AssignmentAcknowledged", "AssignmentCompleted"]);
    }

    [Fact]
    public async Task Session_held_completes_the_assignment_that_asked_for_it_once()
    {
        var ward = await service.WardAsync(1);
        var directive = await service.IssuedAsync(ward.Cells, service.Asking(RequirementKinds.ThematicMeeting));
        var secretary = service.Secretary(ward.Unit);
        var assignment = (await secretary.AssignmentsAsync(directive.Id)).Items.ShouldHaveSingleItem();
        var held = Held(ward.Cells[0], assignment.Id, "thematic-meeting", assignment.DueOn.AddDays(1));
        await service.Session.PublishAsync(held, Held(ward.Cells[0], assignment.Id, "thematic-meeting", assignment.DueOn));
        var completed = await Eventually.TrueAsync(
            "the assignment to be completed",
            () => secretary.AssignmentAsync(assignment.Id),
            seen => seen.State == "closed"
        );
        completed.CompletedOn.ShouldBe(held.HeldOn);
        await PassedAsync(ward.Cells[0]);
        (
            await service.ColumnAsync(
                "select (payload->>'sessionId') || ' ' || (payload->>'onTime') from messaging.event_log where aggregate_id = "
                    + $"'{assignment.Id}' and type = 'AssignmentCompleted'"
            )
        ).ShouldBe([$"{held.AggregateId} false"]);
        (await service.Officer.DirectiveAsync(directive.Id)).Counts.ShouldBe(new DirectiveCounts(1, 1, 1, 1, 0));
    }

    [Fact]
    public async Task Session_of_an_unknown_assignment_another_kind_or_another_unit_changes_nothing_and_is_not_parked()
    {
        var ward = await service.WardAsync(2);
        var directive = await service.IssuedAsync([ward.Cells[0]], service.Asking(RequirementKinds.ThematicMeeting));
        var assignment = (await service.Officer.AssignmentsAsync(directive.Id)).Items.ShouldHaveSingleItem();
        await service.Session.PublishAsync(
            Held(ward.Cells[0], Guid.NewGuid(), "thematic-meeting", service.Today),
            Held(ward.Cells[0], assignment.Id, "cell-meeting", service.Today),
            Held(ward.Cells[1], assignment.Id, "thematic-meeting", service.Today),
            Held(ward.Cells[0], null, "cell-meeting", service.Today)
        );
        await PassedAsync(ward.Cells[0]);
        (await service.Officer.AssignmentAsync(assignment.Id)).State.ShouldBe("issued");
        (await service.ScalarAsync<long>("select count(*) from messaging.parked")).ShouldBe(0);
    }

    [Fact]
    public async Task List_filters_and_goes_through_the_tree_page_by_page()
    {
        var ward = await service.WardAsync(5);
        var directive = await service.IssuedAsync(
            [ward.Unit, .. ward.Cells],
            service.Asking(RequirementKinds.Acknowledge),
            service.Asking(RequirementKinds.Report)
        );
        var officer = service.Officer;
        var all = await Paging.AllAsync(cursor => officer.AssignmentsAsync(directive.Id, cursor: cursor, limit: 5)).ToListAsync();
        all.Count.ShouldBe(12);
        all.Select(a => a.Id).ShouldBeUnique();
        all.Select(a => a.UnitPath).ShouldBe(all.Select(a => a.UnitPath).Order(StringComparer.Ordinal));

        await service.Secretary(ward.Cells[0]).AcknowledgeManyAsync(new AcknowledgeMany(directive.Id, ward.Cells[0].Path, null));
        (await officer.AssignmentsAsync(directive.Id, state: "closed"))
            .Items.ShouldHaveSingleItem()
            .Requirement.ShouldBe(RequirementKinds.Acknowledge);
        (await officer.AssignmentsAsync(directive.Id, state: "acknowledged"))
            .Items.ShouldHaveSingleItem()
            .Requirement.ShouldBe(RequirementKinds.Report);
        (await officer.AssignmentsAsync(directive.Id, requirement: RequirementKinds.Report)).Items.Count.ShouldBe(6);
        (await officer.AssignmentsAsync(unit: ward.Cells[1].Id)).Items.Count.ShouldBe(2);
        (await officer.AssignmentsAsync(directive.Id, under: ward.Cells[1].Path, state: "issued")).Items.Count.ShouldBe(2);
        await officer.AssignmentsAsync(state: "lost").ShouldBeRefusedAsync("state", FieldCodes.OneOf);
        await officer.AssignmentsAsync(cursor: "nonsense").ShouldBeRefusedAsync("cursor", FieldCodes.Cursor);
    }

    [Fact]
    public async Task Unit_that_moves_takes_its_assignments_along()
    {
        var (from, to) = (await service.WardAsync(1), await service.WardAsync(0));
        var directive = await service.IssuedAsync(from.Cells, service.Asking(RequirementKinds.Acknowledge));
        var path = $"{to.Unit.Path}/cb-01";
        await service.Organization.PublishAsync(from.Cells[0].Changed(path, version: 2), from.Cells[0].Changed(version: 1));
        var moved = await Eventually.TrueAsync(
            "the assignment to move",
            async () => (await service.Secretary(to.Unit).AssignmentsAsync(directive.Id)).Items,
            seen => seen.Count == 1
        );
        moved[0].UnitPath.ShouldBe(path);
        (await service.Secretary(from.Unit).AssignmentsAsync(directive.Id)).Items.ShouldBeEmpty();
    }

    /// <summary>Waits until what was published before for the district has been handled: queues keep their order.</summary>
    private async Task PassedAsync(TestUnit unit)
    {
        var last = Held(unit, Guid.NewGuid(), "cell-meeting", service.Today);
        await service.Session.PublishAsync(last);
        await Eventually.EqualsAsync(
            "the last session to be handled",
            () => service.ScalarAsync<long>($"select count(*) from messaging.inbox where event_id = '{last.EventId}'"),
            1
        );
    }

    private static SessionHeld Held(TestUnit unit, Guid? assignment, string kind, DateOnly on) =>
        new()
        {
            District = "thanh-xuan",
            AggregateId = Guid.NewGuid(),
            Version = 3,
            UnitId = unit.Id,
            UnitPath = unit.Path,
            Kind = kind,
            Topic = "Đạo đức công vụ",
            HeldOn = on,
            Minutes = 90,
            Expected = 30,
            Present = 28,
            Excused = 2,
            Absent = 0,
            AssignmentId = assignment,
        };
}
