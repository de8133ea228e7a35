using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Directives.Overdue;
using Campaign.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Directives.Tests.Service;

[Collection(ServiceTests.Name)]
public sealed class OverdueTests(DirectiveService service) : IDisposable
{
    [Fact]
    public async Task Overdue_is_announced_once_when_the_due_day_has_passed()
    {
        var ward = await service.WardAsync(3);
        var directive = await service.IssuedAsync(ward.Cells, service.Asking(RequirementKinds.Report, dueInDays: 2));
        var secretary = service.Secretary(ward.Unit);
        var assignments = (await secretary.AssignmentsAsync(directive.Id)).Items;
        await secretary.ReportAsync(assignments[0].Id, new ReportAssignment("Đã xong", null));

        service.Clock.Ahead = TimeSpan.FromDays(2);
        await SweepAsync();
        (await CountsAsync(directive)).Overdue.ShouldBe(0);
        (await secretary.AssignmentsAsync(directive.Id, state: "overdue")).Items.ShouldBeEmpty();

        service.Clock.Ahead = TimeSpan.FromDays(3);
        await SweepAsync();
        await SweepAsync();
        (await CountsAsync(directive)).ShouldBe(new DirectiveCounts(3, 3, 1, 1, 2));
        (await secretary.AssignmentsAsync(directive.Id, state: "overdue")).Items.ShouldAllBe(a => a.Overdue);
        (await service.EventsAsync(assignments[1].Id)).ShouldBe(["AssignmentIssued", "AssignmentOverdue"]);
        (await service.EventsAsync(assignments[0].Id)).ShouldNotContain("AssignmentOverdue");

        await secretary.ReportAsync(assignments[1].Id, new ReportAssignment("Muộn", null));
        (await CountsAsync(directive)).ShouldBe(new DirectiveCounts(3, 3, 2, 2, 1));
        (
            await service.ColumnAsync(
                $"select payload->>'onTime' from messaging.event_log where aggregate_id = '{assignments[1].Id}' and type = "
                    + "'AssignmentCompleted'"
            )
        ).ShouldBe(["false"]);
    }

    [Fact]
    public async Task Counts_equal_a_recount()
    {
        var ward = await service.WardAsync(6);
        var directive = await service.IssuedAsync(
            [ward.Unit, .. ward.Cells],
            service.Asking(RequirementKinds.Acknowledge, 1),
            service.Asking(RequirementKinds.Report, 1)
        );
        var secretary = service.Secretary(ward.Unit);
        await secretary.AcknowledgeManyAsync(new AcknowledgeMany(directive.Id, ward.Cells[0].Path, null));
        service.Clock.Ahead = TimeSpan.FromDays(4);
        await SweepAsync();
        foreach (var assignment in (await secretary.AssignmentsAsync(directive.Id, requirement: RequirementKinds.Report)).Items.Take(3))
        {
            await secretary.ReportAsync(assignment.Id, new ReportAssignment("Xong", null));
        }

        (await CountsAsync(directive)).Overdue.ShouldBe(6 + 7 - 3);
        (await service.WrongFiguresAsync()).ShouldBeEmpty();
    }

    public void Dispose() => service.Clock.Ahead = TimeSpan.Zero;

    private async Task<DirectiveCounts> CountsAsync(DirectiveView directive) => (await service.Officer.DirectiveAsync(directive.Id)).Counts;

    private Task SweepAsync() => SweepAsync(service);

    internal static async Task SweepAsync(DirectiveService service)
    {
        int announced;
        do
        {
            await using var scope = service.Factory.Services.CreateAsyncScope();
            announced = await scope.ServiceProvider.GetRequiredService<OverdueSweep>().RunBatchAsync(TestContext.Current.CancellationToken);
        } while (announced > 0);
        // the service's own sweep may be at it too
        await Eventually.EqualsAsync(
            "nothing left to announce",
            () =>
                service.ScalarAsync<long>(
                    "select count(*) from assignments where overdue_on is null and completed_on is null and state <> 'recalled' and "
                        + $"due_on < '{service.Today:yyyy-MM-dd}' and issued_on < '{service.Today:yyyy-MM-dd}'"
                ),
            0L
        );
    }
}
