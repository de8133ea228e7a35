using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Directives.Tests.Service;

[Collection(ServiceTests.Name)]
public sealed class RollUpTests(DirectiveService service)
{
    [Fact]
    public async Task Unit_sees_its_subtree_by_requirement_and_walks_down_to_the_cell()
    {
        var ward = await service.WardAsync(3);
        var directive = await service.IssuedAsync(
            [ward.Unit, .. ward.Cells],
            service.Asking(RequirementKinds.Report),
            service.Asking(RequirementKinds.Acknowledge, types: UnitTypes.Cell)
        );
        await service.Secretary(ward.Cells[1]).AcknowledgeManyAsync(new AcknowledgeMany(directive.Id, ward.Cells[1].Path, null));

        var district = await service.Officer.RollUpAsync(directive.Id, service.District.Path);
        district.Requirements.Select(requirement => requirement.Kind).ShouldBe([RequirementKinds.Report, RequirementKinds.Acknowledge]);
        district.Unit.Figures.Select(figures => (figures.Issued, figures.Acknowledged, figures.Completed)).ShouldBe([(4, 1, 0), (3, 1, 1)]);
        var below = district.Below.Items.ShouldHaveSingleItem();
        (below.Path, below.UnitId, below.HasBelow).ShouldBe((ward.Unit.Path, ward.Unit.Id, true));

        var cells = await service.Secretary(ward.Unit).RollUpAsync(directive.Id, ward.Unit.Path, limit: 2);
        cells.Below.Items.Select(cell => cell.Path).ShouldBe(ward.Cells.Take(2).Select(cell => cell.Path));
        cells.Below.Items.ShouldAllBe(cell => !cell.HasBelow);
        (await service.Officer.RollUpAsync(directive.Id, ward.Unit.Path, cells.Below.Next))
            .Below.Items.ShouldHaveSingleItem()
            .Path.ShouldBe(ward.Cells[2].Path);
        (await service.As($"{Roles.Analyst}@hn").RollUpAsync(directive.Id, "hn"))
            .Unit.Figures.Select(figures => figures.Issued)
            .ShouldBe([4, 3]);
        await service.Secretary(ward.Unit).RollUpAsync(directive.Id, service.District.Path).ShouldBeRefusedAsync("outside-your-units");
        await service.Officer.LateAsync(directive.Id, service.District.Path, 9).ShouldBeRefusedAsync("below", FieldCodes.Range);
    }

    [Fact]
    public async Task Figures_follow_a_unit_that_moves()
    {
        var (from, to) = (await service.WardAsync(2), await service.WardAsync(1));
        var directive = await service.IssuedAsync([.. from.Cells, .. to.Cells], service.Asking(RequirementKinds.Report));
        await service.Organization.PublishAsync(from.Cells[0].Changed($"{to.Unit.Path}/cb-91", 2));
        await Eventually.EqualsAsync(
            "the moved cell in its new ward",
            async () => (await service.Officer.RollUpAsync(directive.Id, to.Unit.Path)).Unit.Figures.Sum(figures => figures.Issued),
            2
        );
        (await service.Officer.RollUpAsync(directive.Id, from.Unit.Path)).Unit.Figures.ShouldHaveSingleItem().Issued.ShouldBe(1);
        (await service.WrongFiguresAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Units_that_come_into_the_rule_later_are_asked_too_and_once()
    {
        var ward = await service.WardAsync(1);
        var draft = await service.DraftAsync();
        await service.Officer.IssueAsync(
            draft.Id,
            new IssueDirective(
                [],
                new AddressRule(ward.Unit.Path, [UnitTypes.Cell]),
                [service.Asking(RequirementKinds.Report), service.Asking(RequirementKinds.Acknowledge, -10)]
            )
        );
        await service.AssignedAsync(draft.Id, 2);
        var late = new TestUnit($"{ward.Unit.Path}/cb-77", UnitTypes.Cell);
        await service.PublishAsync(late, new TestUnit($"{ward.Unit.Path}/truong", UnitTypes.School));
        // what was due before the unit was there is not asked of it
        await service.AssignedAsync(draft.Id, 3);
        await service.Organization.PublishAsync(late.Changed(version: 2));
        var moved = await service.WardAsync(1);
        await service.Organization.PublishAsync(moved.Cells[0].Changed($"{ward.Unit.Path}/cb-78", 2));
        var seen = await service.AssignedAsync(draft.Id, 4);
        seen.Counts.Units.ShouldBe(3);
        (await service.WrongFiguresAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Late_units_are_ranked_and_paged()
    {
        var ward = await service.WardAsync(3);
        var directive = await service.IssuedAsync(
            ward.Cells,
            service.Asking(RequirementKinds.Report, -20),
            service.Asking(RequirementKinds.Plan, -20)
        );
        var secretary = service.Secretary(ward.Unit);
        var asked = (await secretary.AssignmentsAsync(directive.Id)).Items;
        foreach (
            var assignment in asked.Where(a => a.UnitId == ward.Cells[2].Id).Concat(asked.Where(a => a.UnitId == ward.Cells[0].Id).Take(1))
        )
        {
            await secretary.ReportAsync(assignment.Id, new ReportAssignment("Muộn", null));
        }

        var first = await service.Officer.LateAsync(directive.Id, service.District.Path, 2, limit: 1);
        first
            .Items.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(unit => unit.Path.ShouldBe(ward.Cells[2].Path), unit => unit.Late.ShouldBe(2));
        var second = await service.Officer.LateAsync(directive.Id, service.District.Path, 2, first.Next, 1);
        second.Items.ShouldHaveSingleItem().Path.ShouldBe(ward.Cells[0].Path);
        second.Next.ShouldBeNull();
    }

    [Fact]
    public async Task Due_day_is_counted_in_working_days_and_previewed()
    {
        var ward = await service.WardAsync(1);
        var draft = await service.DraftAsync();
        var issue = new IssueDirective([ward.Unit.Id], null, [service.Asking(RequirementKinds.Report) with { WorkingDays = 5 }]);
        var due = (await service.Officer.PreviewIssueAsync(draft.Id, issue)).Due.ShouldHaveSingleItem();
        due.IsWorkingDay.ShouldBeTrue();
        due.On.ShouldBeGreaterThanOrEqualTo(service.Today.AddDays(7));
        await service.Officer.IssueAsync(draft.Id, issue);
        await service.AssignedAsync(draft.Id, 1);
        (await service.Officer.AssignmentsAsync(draft.Id)).Items.ShouldHaveSingleItem().DueOn.ShouldBe(due.On);
        (await service.Officer.IssueProgressAsync(draft.Id)).ShouldSatisfyAllConditions(
            progress => progress.Units.ShouldBe(1),
            progress => progress.Done.ShouldBe(1)
        );
        (await service.Officer.CalendarDaysAsync(2026)).Items.ShouldContain(day =>
            day.Day == new DateOnly(2026, 9, 2) && !day.IsWorking && day.Verified
        );
    }
}
