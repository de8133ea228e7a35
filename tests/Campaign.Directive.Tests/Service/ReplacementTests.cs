using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Directives.Tests.Service;

/// <summary>A new version of a document asks anew; what the old one still asked is recalled.</summary>
[Collection(ServiceTests.Name)]
public sealed class ReplacementTests(DirectiveService service)
{
    [Fact]
    public async Task New_version_asks_again_and_what_the_old_one_still_asked_is_recalled_with_the_reason()
    {
        var ward = await service.WardAsync(3);
        var secretary = service.Secretary(ward.Unit);
        var old = await service.IssuedAsync(ward.Cells, service.Asking(RequirementKinds.Report));
        var (acknowledged, reported, untouched) =
            ((await secretary.AssignmentsAsync(old.Id)).Items is [var a, var b, var c]) ? (a, b, c) : throw new InvalidOperationException();
        await secretary.AcknowledgeAsync(acknowledged.Id, new Acknowledge(null));
        await secretary.ReportAsync(reported.Id, new ReportAssignment("Đã xong", null));

        var later = await ReplaceAsync(old, ward.Cells);

        await Eventually.EqualsAsync(
            "the untouched to be recalled",
            async () => (await secretary.AssignmentAsync(untouched.Id)).State,
            "recalled"
        );
        (await secretary.AssignmentAsync(acknowledged.Id)).State.ShouldBe("recalled");
        var stays = await secretary.AssignmentAsync(reported.Id);
        (stays.State, stays.ReplacedById).ShouldBe(("reported", later.Id));
        (await secretary.NotesAsync(untouched.Id)).Items.ShouldHaveSingleItem().Text.ShouldBe($"Được thay thế bằng {later.Symbol}");
        (
            await service.ColumnAsync(
                $"select payload->>'reason' from messaging.event_log where aggregate_id = '{untouched.Id}' and type = 'AssignmentRecalled'"
            )
        ).ShouldBe([$"Được thay thế bằng {later.Symbol}"]);
        (await service.Officer.DirectiveAsync(old.Id)).ReplacedById.ShouldBe(later.Id);

        var asked = (await secretary.AssignmentsAsync(later.Id)).Items;
        asked
            .Select(assignment => (assignment.State, assignment.Replaces!.Single().Symbol))
            .ShouldBe(Enumerable.Repeat(("issued", old.Symbol), 3));
        asked.Single(assignment => assignment.UnitId == acknowledged.UnitId).Replaces![0].AcknowledgedOn.ShouldBe(service.Today);
        asked.Single(assignment => assignment.UnitId == untouched.UnitId).Replaces![0].AcknowledgedOn.ShouldBeNull();
        (await service.WrongFiguresAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Thousands_are_recalled_batch_by_batch()
    {
        var code = $"cu-{Guid.NewGuid():N}"[..12];
        await service.ExecuteAsync(
            $"""
            insert into unit_directory (id, code, name, short_name, type, path, district, valid_from, version)
            select gen_random_uuid(), '{code}-' || n, 'Chi bộ ' || n, 'CB ' || n, 'cell', 'hn/thanh-xuan/{code}/cb-' || n, 'thanh-xuan',
                '2020-01-01', 1
            from generate_series(1, 1200) n
            """
        );
        var rule = new IssueDirective([], new AddressRule($"hn/thanh-xuan/{code}", []), [service.Asking(RequirementKinds.Acknowledge)]);
        var old = await service.DraftAsync();
        await service.Officer.IssueAsync(old.Id, rule);
        await service.AssignedAsync(old.Id, 1200);
        var later = await RecordReplacingAsync(old);
        await service.Officer.IssueAsync(later.Id, rule);
        await service.AssignedAsync(later.Id, 1200);
        await service.AssignedAsync(old.Id, 0);
        (await service.WrongFiguresAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Unit_that_comes_later_is_asked_by_the_new_version_only()
    {
        var ward = await service.WardAsync(1);
        var rule = new IssueDirective([], new AddressRule(ward.Unit.Path, [UnitTypes.Cell]), [service.Asking(RequirementKinds.Report)]);
        var old = await service.DraftAsync();
        await service.Officer.IssueAsync(old.Id, rule);
        await service.AssignedAsync(old.Id, 1);
        var later = await RecordReplacingAsync(old);
        await service.Officer.IssueAsync(later.Id, rule);
        await service.AssignedAsync(later.Id, 1);
        await service.PublishAsync(new TestUnit($"{ward.Unit.Path}/cb-moi", UnitTypes.Cell));
        await service.AssignedAsync(later.Id, 2);
        (await service.Officer.DirectiveAsync(old.Id)).Counts.Assignments.ShouldBe(0);
    }

    [Fact]
    public async Task Document_that_is_only_taken_on_record_recalls_nothing()
    {
        var ward = await service.WardAsync(1);
        var old = await service.IssuedAsync(ward.Cells, service.Asking(RequirementKinds.Report));
        var later = await RecordReplacingAsync(old);
        await service.Officer.IssueAsync(later.Id, new IssueDirective([], null, []));
        (await service.Officer.DirectiveAsync(old.Id)).ReplacedById.ShouldBe(later.Id);
        (await service.Officer.AssignmentsAsync(old.Id)).Items.ShouldHaveSingleItem().State.ShouldBe("issued");
    }

    private async Task<DirectiveView> ReplaceAsync(DirectiveView old, IReadOnlyList<TestUnit> units)
    {
        var later = await RecordReplacingAsync(old);
        await service.Officer.IssueAsync(
            later.Id,
            new IssueDirective([.. units.Select(unit => unit.Id)], null, [service.Asking(RequirementKinds.Report)])
        );
        return await service.AssignedAsync(later.Id, units.Count);
    }

    private Task<DirectiveView> RecordReplacingAsync(DirectiveView old) =>
        service.Officer.RecordAsync(
            service.Record(old.CampaignId, "40-KH/QU", old.SignedOn.AddDays(10)) with
            {
                Relations = [new DirectiveRelation("replaces", old.Id)],
            }
        );
}
