using System.Diagnostics;
using System.Text.Json;
using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Directives.Issuing;
using Campaign.Directives.Requirements;
using Campaign.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaign.Directives.Tests.Service;

[Collection(ServiceTests.Name)]
public sealed class IssueTests(DirectiveService service)
{
    [Fact]
    public async Task Issue_by_hand_and_rule_asks_each_unit_once_for_what_concerns_its_type()
    {
        var ward = await service.WardAsync(3);
        var draft = await service.DraftAsync();
        var issue = new IssueDirective(
            [ward.Unit.Id, ward.Cells[0].Id],
            new AddressRule(ward.Unit.Path, [UnitTypes.Cell]),
            [
                service.Asking(RequirementKinds.Acknowledge),
                service.Asking(RequirementKinds.ThematicMeeting, 30, UnitTypes.Cell),
                service.Asking(RequirementKinds.Report, 60, UnitTypes.PartyCommittee),
            ]
        );
        var officer = service.Officer;
        var preview = await officer.PreviewIssueAsync(draft.Id, issue);
        (preview.Units, preview.Assignments).ShouldBe((4, 4 + 3 + 1));

        var issued = await officer.IssueAsync(draft.Id, issue);
        issued.State.ShouldBe("issued");
        issued.Counts.Units.ShouldBe(4);
        await service.AssignedAsync(draft.Id, 8);
        var assignments = (await officer.AssignmentsAsync(draft.Id)).Items;
        assignments.Select(a => (a.UnitPath, a.Requirement)).ShouldBeUnique();
        assignments
            .Where(a => a.UnitId == ward.Unit.Id)
            .Select(a => a.Requirement)
            .ShouldBe([RequirementKinds.Acknowledge, RequirementKinds.Report], ignoreOrder: true);
        (await service.ColumnAsync($"select type from messaging.event_log where aggregate_id = '{draft.Id}'")).ShouldBe([
            "DirectiveIssued",
        ]);
        (
            await service.ScalarAsync<long>(
                "select count(distinct aggregate_id) from messaging.event_log where type = 'AssignmentIssued' and district = "
                    + $"'thanh-xuan' and payload->>'directiveId' = '{draft.Id}'"
            )
        ).ShouldBe(8);
    }

    [Fact]
    public async Task A_directive_is_issued_while_another_replica_is_at_an_older_one()
    {
        var ward = await service.WardAsync(1);
        var older = await service.IssuedAsync(ward.Cells, service.Asking(RequirementKinds.Acknowledge));
        await service.ExecuteAsync(
            $"update issue_job set finished_at = null, not_before = '{service.Clock.GetUtcNow().AddHours(1):O}' where directive_id = "
                + $"'{older.Id}'"
        );
        await using var replica = await service.Factory.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var atWork = await replica.BeginTransactionAsync();
        await using var command = new NpgsqlCommand($"select from issue_job where directive_id = '{older.Id}' for update", replica);
        await command.ExecuteNonQueryAsync();
        try
        {
            service.Clock.Ahead = TimeSpan.FromHours(2);

            (await service.IssuedAsync(ward.Cells, service.Asking(RequirementKinds.Acknowledge))).Counts.Units.ShouldBe(1);
        }
        finally
        {
            service.Clock.Ahead = TimeSpan.Zero;
        }
    }

    [Fact]
    public async Task Preview_agrees_with_the_rule_on_every_unit_of_the_tree()
    {
        var ward = await service.WardAsync(5);
        var draft = await service.DraftAsync();
        TestUnit[] units = [ward.Unit, .. ward.Cells];
        foreach (
            var rule in new[]
            {
                new AddressRule(ward.Unit.Path, []),
                new(ward.Unit.Path, [UnitTypes.Cell]),
                new(ward.Cells[0].Path, []),
                new(ward.Unit.Path, [UnitTypes.PartyCommittee, UnitTypes.School]),
            }
        )
        {
            (
                await service.Officer.PreviewIssueAsync(
                    draft.Id,
                    new IssueDirective([], rule, [service.Asking(RequirementKinds.Acknowledge)])
                )
            ).Units.ShouldBe(units.Count(unit => Addressing.Selects(rule, unit.Path, unit.Type)));
        }
    }

    [Fact]
    public async Task Superior_document_is_taken_on_record_by_issuing_it_to_nobody()
    {
        var draft = await service.DraftAsync(symbol: "01-KL/TW");
        var recorded = await service.Officer.IssueAsync(draft.Id, new IssueDirective([], null, []));
        recorded.State.ShouldBe("issued");
        recorded.Counts.ShouldBe(new DirectiveCounts(0, 0, 0, 0, 0));
        (
            await service.ColumnAsync(
                $"select payload->>'units' from messaging.event_log where aggregate_id = '{draft.Id}' and type = 'DirectiveIssued'"
            )
        ).ShouldBe(["0"]);
    }

    [Fact]
    public async Task Directive_is_issued_once()
    {
        var draft = await service.DraftAsync();
        var (officer, key) = (service.Officer, Guid.NewGuid().ToString());
        var issue = new IssueDirective([], null, []);
        await officer.IssueAsync(draft.Id, issue, key);
        (await officer.IssueAsync(draft.Id, issue, key)).State.ShouldBe("issued");
        await officer.IssueAsync(draft.Id, issue).ShouldBeRefusedAsync("already-issued");
        (await service.EventsAsync(draft.Id)).ShouldBe(["DirectiveIssued"]);
    }

    [Fact]
    public async Task Issue_that_asks_nobody_or_for_nothing_or_outside_is_refused()
    {
        var (ward, empty) = (await service.WardAsync(1), await service.WardAsync(0));
        var draft = await service.DraftAsync();
        var officer = service.Officer;
        var acknowledge = service.Asking(RequirementKinds.Acknowledge);
        await officer
            .IssueAsync(draft.Id, new IssueDirective([], null, [acknowledge]))
            .ShouldBeRefusedAsync("requirements", DirectiveProblems.NobodyAsked);
        await officer
            .IssueAsync(draft.Id, new IssueDirective([ward.Unit.Id], null, []))
            .ShouldBeRefusedAsync("requirements", DirectiveProblems.NothingAsked);
        await officer
            .IssueAsync(draft.Id, new IssueDirective([Guid.NewGuid()], null, [acknowledge]))
            .ShouldBeRefusedAsync("unitIds", DirectiveProblems.UnitsNotToday);
        await officer
            .IssueAsync(draft.Id, new IssueDirective([], new AddressRule(empty.Unit.Path, [UnitTypes.Cell]), [acknowledge]))
            .ShouldBeRefusedAsync("rule", DirectiveProblems.RuleReachesNobody);
        await officer
            .IssueAsync(draft.Id, new IssueDirective([ward.Unit.Id], null, [acknowledge with { DueOn = new DateOnly(2021, 6, 30) }]))
            .ShouldBeRefusedAsync("requirements[0].dueOn", FieldCodes.TooEarly);
        await officer
            .IssueAsync(
                draft.Id,
                new IssueDirective([ward.Unit.Id], null, [acknowledge, acknowledge with { DueOn = new DateOnly(2060, 6, 30) }])
            )
            .ShouldBeRefusedAsync("requirements[1].dueOn", FieldCodes.TooLate);
        await officer
            .IssueAsync(draft.Id, new IssueDirective([ward.Unit.Id], null, [acknowledge with { Types = ["no-such-type"] }]))
            .ShouldBeRefusedAsync("requirements[0].types", DirectiveProblems.TypesOfUnits);
        await officer
            .IssueAsync(draft.Id, new IssueDirective([ward.Unit.Id], null, [acknowledge with { WorkingDays = 0 }]))
            .ShouldBeRefusedAsync("requirements[0].workingDays", FieldCodes.Range);
        await officer
            .IssueAsync(draft.Id, new IssueDirective([service.OtherDistrict.Id], null, [acknowledge]))
            .ShouldBeRefusedAsync("outside-your-units");
        await officer
            .IssueAsync(draft.Id, new IssueDirective([], new AddressRule("hn", []), [acknowledge]))
            .ShouldBeRefusedAsync("outside-your-units");
        (await officer.DirectiveAsync(draft.Id)).State.ShouldBe("draft");
    }

    [Fact]
    public async Task Seventeen_thousand_units_are_asked_in_the_background_once_each_also_when_the_work_is_repeated()
    {
        var code = $"lot-{Guid.NewGuid():N}"[..12];
        await service.ExecuteAsync(
            $"""
            insert into unit_directory (id, code, name, short_name, type, path, district, valid_from, version)
            select gen_random_uuid(), '{code}-' || n, 'Chi bộ ' || n, 'CB ' || n, 'cell', 'hn/thanh-xuan/{code}/cb-' || n, 'thanh-xuan',
                '2020-01-01', 1
            from generate_series(1, 17000) n
            """
        );
        var draft = await service.DraftAsync();
        var officer = service.Officer;
        var issue = new IssueDirective(
            [],
            new AddressRule($"hn/thanh-xuan/{code}", []),
            [service.Asking(RequirementKinds.Acknowledge), service.Asking(RequirementKinds.ThematicMeeting)]
        );
        var watch = Stopwatch.StartNew();
        (await officer.IssueAsync(draft.Id, issue)).Counts.Units.ShouldBe(17_000);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        await service.AssignedAsync(draft.Id, 34_000, TimeSpan.FromMinutes(3));
        TestContext.Current.TestOutputHelper?.WriteLine($"34,000 assignments after {watch.Elapsed.TotalSeconds:0.0} s");

        // as after a crash in which the progress was lost
        await service.ExecuteAsync($"update issue_job set done = 16000, finished_at = null where directive_id = '{draft.Id}'");
        await Eventually.EqualsAsync(
            "the job to be finished again",
            () =>
                service.ScalarAsync<long>(
                    $"select count(*) from issue_job where directive_id = '{draft.Id}' and finished_at is not null and done = 17000"
                ),
            1
        );
        (await service.ScalarAsync<long>($"select count(*) from assignments where directive_id = '{draft.Id}'")).ShouldBe(34_000);
        (
            await service.ScalarAsync<long>(
                $"select count(*) from messaging.event_log where type = 'AssignmentIssued' and payload->>'directiveId' = '{draft.Id}'"
            )
        ).ShouldBe(34_000);
        (await officer.DirectiveAsync(draft.Id)).Counts.ShouldBe(new DirectiveCounts(17_000, 34_000, 0, 0, 0));

        await AcknowledgeInPartsAsync(draft.Id, $"hn/thanh-xuan/{code}");
    }

    [Fact]
    public async Task Job_that_fails_waits_and_says_why_while_others_go_on()
    {
        var ward = await service.WardAsync(1);
        var broken = await service.DraftAsync();
        await service.ExecuteAsync(
            $"insert into issue_job (directive_id, unit_ids, requirements, issued_on, created_at, not_before, done, attempts) values "
                + $"('{broken.Id}', '{{{ward.Unit.Id}}}', '\"no list\"', now(), now(), now() - interval '1 day', 0, 0)"
        );
        var now = service.Clock.GetUtcNow();
        await service.IssuedAsync([ward.Unit], service.Asking(RequirementKinds.Acknowledge));
        await Eventually.EqualsAsync(
            "the broken job to be put off",
            () =>
                service.ScalarAsync<long>(
                    $"select count(*) from issue_job where directive_id = '{broken.Id}' and attempts = 1 and error is not null and "
                        + $"not_before > '{now:O}'"
                ),
            1
        );
        await service.ExecuteAsync($"update issue_job set requirements = '[]', not_before = now() where directive_id = '{broken.Id}'");
        await Eventually.EqualsAsync(
            "the job that was mended to be done, and nothing said of the trouble any more",
            () =>
                service.ScalarAsync<long>(
                    $"select count(*) from issue_job where directive_id = '{broken.Id}' and attempts = 0 and error is null and "
                        + "finished_at is not null"
                ),
            1
        );
        await service.ExecuteAsync($"delete from issue_job where directive_id = '{broken.Id}'");
    }

    [Fact]
    public async Task A_unit_that_arrives_while_a_rule_is_being_issued_is_asked()
    {
        var ward = await service.WardAsync(1);
        var draft = await service.DraftAsync();
        var late = new TestUnit($"{ward.Unit.Path}/late", UnitTypes.Cell);
        await using (var scope = service.Factory.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<DirectiveDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await IssueGate.CloseAsync(db, TestContext.Current.CancellationToken);
            db.IssueJobs.Add(Job(draft.Id, [], ward.Unit.Path));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await service.Organization.PublishAsync(late.Changed());
            // it has come to the gate: without one it would have looked for rules by now and found none
            await Locks.AwaitedAsync(service.Database, work: Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken));
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        await Eventually.EqualsAsync(
            "the unit to be asked",
            () =>
                service.ScalarAsync<long>($"select count(*) from assignments where directive_id = '{draft.Id}' and unit_id = '{late.Id}'"),
            1
        );
    }

    [Fact]
    public async Task A_unit_that_ended_before_its_turn_is_asked_at_its_successor_and_one_without_is_not()
    {
        var ward = await service.WardAsync(3);
        var draft = await service.DraftAsync();
        var (merged, successor, dissolved) = (ward.Cells[0], ward.Cells[1], ward.Cells[2]);
        await service.Organization.PublishAsync(
            merged.Changed().Ended(),
            merged.Changed(version: 2).Into(successor.Changed()),
            dissolved.Changed().Ended()
        );
        await Eventually.EqualsAsync(
            "two units to have ended",
            () =>
                service.ScalarAsync<long>(
                    $"select count(*) from unit_directory where id in ('{merged.Id}', '{dissolved.Id}') and valid_to is not null"
                ),
            2
        );

        await using (var scope = service.Factory.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<DirectiveDb>();
            db.IssueJobs.Add(Job(draft.Id, [merged.Id, dissolved.Id]));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await Eventually.EqualsAsync(
            "the job to be finished",
            () =>
                service.ScalarAsync<long>($"select count(*) from issue_job where directive_id = '{draft.Id}' and finished_at is not null"),
            1
        );
        (await service.ColumnAsync($"select unit_id::text from assignments where directive_id = '{draft.Id}'")).ShouldBe([
            successor.Id.ToString(),
        ]);
    }

    [Fact]
    public async Task Batch_of_a_finished_job_has_nothing_to_do()
    {
        var ward = await service.WardAsync(1);
        var issued = await service.IssuedAsync([ward.Unit], service.Asking(RequirementKinds.Acknowledge));
        await using var scope = service.Factory.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<IssueBatch>().RunNextAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    private IssueJob Job(Guid directive, Guid[] units, string? under = null) =>
        new()
        {
            DirectiveId = directive,
            UnitIds = units,
            Requirements = JsonSerializer.Serialize(
                new[]
                {
                    new IssuedRequirement(
                        RequirementKinds.Acknowledge,
                        Completions.Acknowledgement,
                        "Tiếp nhận",
                        service.Today.AddDays(30),
                        []
                    ),
                }
            ),
            IssuedOn = service.Today,
            RuleUnder = under,
            RuleTypes = under is null ? null : [],
            CreatedAt = DateTimeOffset.UtcNow,
            NotBefore = DateTimeOffset.UtcNow,
        };

    private async Task AcknowledgeInPartsAsync(Guid directive, string under)
    {
        var secretary = service.As($"{Roles.Secretary}@{under}");
        var counts = new List<int>();
        do
        {
            counts.Add((await secretary.AcknowledgeManyAsync(new AcknowledgeMany(directive, under, null))).Count);
        } while (counts[^1] > 0);
        counts.ShouldBe([5000, 5000, 5000, 5000, 5000, 5000, 4000, 0]);
        (await service.Officer.DirectiveAsync(directive)).Counts.ShouldBe(new DirectiveCounts(17_000, 34_000, 34_000, 17_000, 0));
    }
}
