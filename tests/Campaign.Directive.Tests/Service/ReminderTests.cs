using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Directives.Reminders;
using Campaign.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Directives.Tests.Service;

[Collection(ServiceTests.Name)]
public sealed class ReminderTests(DirectiveService service) : IDisposable
{
    [Fact]
    public async Task Inbox_has_a_line_for_each_directive_that_is_unread_again_when_there_is_more_to_say()
    {
        var ward = await service.WardAsync(1);
        var directive = await service.IssuedAsync(
            ward.Cells,
            service.Asking(RequirementKinds.Acknowledge, 3),
            service.Asking(RequirementKinds.Report, 20)
        );
        var cell = service.Secretary(ward.Cells[0]);
        await SweepAsync();
        await SweepAsync();

        var inbox = await cell.InboxAsync();
        inbox.Unread.ShouldBe(1);
        var line = inbox.Items.ShouldHaveSingleItem();
        (line.Symbol, line.UnitPath, line.On, line.ReadAt).ShouldBe((directive.Symbol, ward.Cells[0].Path, service.Today, null));
        line.Reminders.Select(r => (r.Requirement, r.Stage))
            .ShouldBe([(RequirementKinds.Acknowledge, ReminderStages.Issued), (RequirementKinds.Report, ReminderStages.Issued)]);
        (await service.Secretary(ward.Unit).InboxAsync()).Items.ShouldBeEmpty();

        line.May.ShouldBe(["read"]);
        (await cell.ReadNoticeAsync(line.Id)).Unread.ShouldBe(0);
        (await cell.InboxAsync()).Items.ShouldHaveSingleItem().May.ShouldBeEmpty();
        await cell.ReadNoticeAsync(line.Id).ShouldBeRefusedAsync("done-already");
        (await cell.InboxAsync(unread: true)).Items.ShouldBeEmpty();
        service.Clock.Ahead = TimeSpan.FromDays(2);
        await SweepAsync();
        var again = (await cell.InboxAsync(unread: true)).Items.ShouldHaveSingleItem();
        (again.Id, again.On).ShouldBe((line.Id, service.Today));
        again.Reminders.Select(r => r.Stage).ShouldBe([ReminderStages.DayBefore, ReminderStages.Issued]);

        await cell.AcknowledgeAsync(again.Reminders[0].AssignmentId, new Acknowledge(null));
        (await cell.InboxAsync())
            .Items.ShouldHaveSingleItem()
            .Reminders.ShouldHaveSingleItem()
            .Requirement.ShouldBe(RequirementKinds.Report);
        await cell.ReportAsync(again.Reminders[1].AssignmentId, new ReportAssignment("Đã xong", null));
        var done = await cell.InboxAsync();
        (done.Unread, done.Items.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Reminders_follow_the_plan_and_end_with_the_work()
    {
        var ward = await service.WardAsync(4);
        var directive = await service.IssuedAsync(ward.Cells, service.Asking(RequirementKinds.Report, 10));
        var officer = service.Officer;
        var open = (await officer.AssignmentsAsync(directive.Id)).Items;
        for (var day = 0; day <= 13; day++)
        {
            service.Clock.Ahead = TimeSpan.FromDays(day);
            await SweepAsync();
            if (day == 4)
            {
                await service.Secretary(ward.Cells[1]).ReportAsync(open[1].Id, new ReportAssignment("Đã xong", null));
                await officer.RecallAsync(open[2].Id, new AssignmentText("Không còn cần"));
                await service
                    .Secretary(ward.Cells[3])
                    .AskExtensionAsync(open[3].Id, new AskExtension(service.Today.AddDays(30), "Cần thêm thời gian"));
                await officer.DecideExtensionAsync(open[3].Id, new DecideExtension(true, null, "Đồng ý"));
            }
        }

        (await SaidAsync(open[0].Id)).ShouldBe([
            "0 issued",
            "3 week-before",
            "9 day-before",
            "10 due",
            "11 overdue",
            "12 overdue",
            "13 overdue",
        ]);
        (await SaidAsync(open[1].Id)).ShouldBe(["0 issued", "3 week-before"]);
        (await SaidAsync(open[2].Id)).ShouldBe(["0 issued", "3 week-before"]);
        (await SaidAsync(open[3].Id)).ShouldBe(["0 issued", "3 week-before"]);
        service.Clock.Ahead = TimeSpan.FromDays(27);
        await SweepAsync();
        (await SaidAsync(open[3].Id)).ShouldBe(["0 issued", "3 week-before", "27 week-before"]);
    }

    [Fact]
    public async Task Sweep_that_is_interrupted_or_shared_reminds_of_everything_once()
    {
        var ward = await service.WardAsync(3);
        var directive = await service.IssuedAsync(ward.Cells, service.Asking(RequirementKinds.Report, 20));
        await using (var scope = service.Factory.Services.CreateAsyncScope())
        {
            // what it wrote is lost with its transaction, as in a crash
            var db = scope.ServiceProvider.GetRequiredService<DirectiveDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await scope.ServiceProvider.GetRequiredService<ReminderSweep>().RunBatchAsync(TestContext.Current.CancellationToken);
            await transaction.RollbackAsync();
        }

        await Task.WhenAll(SweepAsync(), SweepAsync(), SweepAsync());
        (
            await service.ScalarAsync<long>(
                $"select count(*) from reminders r join assignments a on a.id = r.assignment_id where a.directive_id = '{directive.Id}'"
            )
        ).ShouldBe(3);
        (await service.ScalarAsync<long>($"select count(*) from notices where directive_id = '{directive.Id}'")).ShouldBe(3);
    }

    [Fact]
    public async Task Sweep_reads_what_is_to_be_reminded_today_by_an_index_of_that()
    {
        await service.ExecuteAsync("analyze assignments");
        var plan = await service.ColumnAsync(
            "set enable_seqscan = off; explain select id from assignments where completed_on is null and state <> 'recalled' and "
                + "remind_on <= '2026-01-01' order by remind_on limit 1000"
        );
        plan.ShouldContain(line => line.Contains("ix_assignments_to_remind", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Line_of_another_unit_is_not_found_and_not_marked()
    {
        var ward = await service.WardAsync(2);
        await service.IssuedAsync(ward.Cells, service.Asking(RequirementKinds.Report, 20));
        await SweepAsync();
        var line = (await service.Secretary(ward.Cells[0]).InboxAsync()).Items.ShouldHaveSingleItem();

        await service.Secretary(ward.Cells[1]).ReadNoticeAsync(line.Id).ShouldBeRefusedAsync("not-found");
        await service.Secretary(ward.Cells[1]).ReadAllNoticesAsync(ward.Cells[0].Path).ShouldBeRefusedAsync("outside-your-units");
        (await service.Secretary(ward.Unit).ReadAllNoticesAsync(ward.Cells[0].Path)).Unread.ShouldBe(0);
        (await service.Secretary(ward.Cells[0]).InboxAsync()).Unread.ShouldBe(1);
        (await service.Secretary(ward.Cells[0]).ReadAllNoticesAsync(ward.Cells[0].Path)).Unread.ShouldBe(0);
    }

    [Fact]
    public async Task Inbox_is_paged()
    {
        var ward = await service.WardAsync(1);
        for (var i = 0; i < 3; i++)
        {
            await service.IssuedAsync(ward.Cells, service.Asking(RequirementKinds.Report, 20));
            await SweepAsync();
        }

        var cell = service.Secretary(ward.Cells[0]);
        var all = (await cell.InboxAsync()).Items.Select(line => line.Id).ToList();
        var first = await cell.InboxAsync(limit: 2);
        var second = await cell.InboxAsync(limit: 2, cursor: first.Next);
        first.Items.Concat(second.Items).Select(line => line.Id).ShouldBe(all);
        (all.Count, second.Next).ShouldBe((3, null));
    }

    public void Dispose() => service.Clock.Ahead = TimeSpan.Zero;

    /// <summary>Days since the asking, and stages.</summary>
    private Task<List<string>> SaidAsync(Guid assignment) =>
        service.ColumnAsync(
            "select (r.day - a.issued_on) || ' ' || r.stage from reminders r join assignments a on a.id = r.assignment_id where a.id "
                + $"= '{assignment}' order by r.day"
        );

    private Task SweepAsync() => SweepAsync(service);

    internal static async Task SweepAsync(DirectiveService service)
    {
        int looked;
        do
        {
            await using var scope = service.Factory.Services.CreateAsyncScope();
            looked = await scope.ServiceProvider.GetRequiredService<ReminderSweep>().RunBatchAsync(TestContext.Current.CancellationToken);
        } while (looked > 0);
        // the service's own sweep may be at it too
        await Eventually.EqualsAsync(
            "nobody left to remind",
            () =>
                service.ScalarAsync<long>(
                    "select count(*) from assignments where completed_on is null and state <> 'recalled' and remind_on <= "
                        + $"'{service.Today:yyyy-MM-dd}'"
                ),
            0L
        );
    }
}
