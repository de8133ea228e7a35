using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Directives.Tests.Service;

/// <summary>Units end in the middle of a campaign.</summary>
[Collection(ServiceTests.Name)]
public sealed class CarryOverTests(DirectiveService service)
{
    /// <summary>For each of four units the one it merges into (a later one, so that lines never close), and an order of the news.</summary>
    private static readonly Gen<(int[] Into, int[] Order)> s_mergers =
        from a in Gen.Choose(1, 4)
        from b in Gen.Choose(2, 4)
        from c in Gen.Choose(3, 4)
        from order in Gen.Shuffle(new[] { 0, 1, 2, 3 })
        select (new[] { a, b, c, 4 }, order);

    [Fact]
    public void Whatever_merges_into_whatever_in_whatever_order_nothing_open_is_lost() =>
        Prop.ForAll(s_mergers.ToArbitrary(), story =>
            {
                PlayAsync(story.Into, story.Order).GetAwaiter().GetResult();
                return true;
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5));

    [Fact]
    public async Task Open_goes_to_the_successor_that_is_not_known_yet_and_completed_stays()
    {
        var ward = await service.WardAsync(1);
        var cell = ward.Cells[0];
        var directive = await service.IssuedAsync(
            ward.Cells,
            service.Asking(RequirementKinds.Acknowledge),
            service.Asking(RequirementKinds.Report)
        );
        var done = (await service.Secretary(cell).AssignmentsAsync(directive.Id)).Items.Single(assignment =>
            assignment.Requirement == RequirementKinds.Acknowledge
        );
        await service.Secretary(cell).AcknowledgeAsync(done.Id, new Acknowledge(null));
        var successor = new TestUnit("hn/dong-da/carried", UnitTypes.Cell);

        var merged = cell.Changed(version: 2).Into(successor.Changed());
        await service.Organization.PublishAsync(cell.Changed(version: 1).Ended(), merged, merged with { EventId = Guid.CreateVersion7() });

        var carried = await Eventually.TrueAsync(
            "the open assignment at the successor",
            () => service.Secretary(successor).AssignmentsAsync(directive.Id),
            page => page.Items.Count == 1
        );
        (carried.Items[0].Requirement, carried.Items[0].UnitId, carried.Items[0].State).ShouldBe(
            (RequirementKinds.Report, successor.Id, "issued")
        );
        (await service.Officer.AssignmentAsync(done.Id)).UnitId.ShouldBe(cell.Id);
        (await service.Officer.DirectiveAsync(directive.Id)).Counts.ShouldBe(new DirectiveCounts(1, 2, 1, 1, 0));
        (await service.Secretary(successor).ReportAsync(carried.Items[0].Id, new ReportAssignment("Đã thực hiện", null))).State.ShouldBe(
            "reported"
        );
    }

    [Fact]
    public async Task Session_held_before_the_merger_completes_the_assignment_that_went_on()
    {
        var ward = await service.WardAsync(2);
        var (cell, successor) = (ward.Cells[0], ward.Cells[1]);
        var directive = await service.IssuedAsync([cell], service.Asking(RequirementKinds.ThematicMeeting));
        var assignment = (await service.Officer.AssignmentsAsync(directive.Id)).Items.ShouldHaveSingleItem();
        await service.Organization.PublishAsync(cell.Changed().Ended(), cell.Changed(version: 2).Into(successor.Changed()));
        await Eventually.EqualsAsync(
            "the assignment to go on",
            async () => (await service.Officer.AssignmentAsync(assignment.Id)).UnitId,
            successor.Id
        );

        await service.Session.PublishAsync(
            new SessionHeld
            {
                District = "thanh-xuan",
                AggregateId = Guid.CreateVersion7(),
                Version = 3,
                UnitId = cell.Id,
                UnitPath = cell.Path,
                Kind = "thematic-meeting",
                Topic = "Chuyên đề",
                HeldOn = service.Today,
                Minutes = 90,
                Expected = 1,
                Present = 1,
                Excused = 0,
                Absent = 0,
                AssignmentId = assignment.Id,
            }
        );

        await Eventually.EqualsAsync(
            "the assignment to be closed",
            async () => (await service.Officer.AssignmentAsync(assignment.Id)).State,
            "closed"
        );
    }

    private async Task PlayAsync(int[] into, int[] order)
    {
        var ward = await service.WardAsync(5);
        var directive = await service.IssuedAsync(ward.Cells, service.Asking(RequirementKinds.Report));
        foreach (var at in order)
        {
            await service.Organization.PublishAsync(
                ward.Cells[at].Changed().Ended(),
                ward.Cells[at].Changed(version: 2).Into(ward.Cells[into[at]].Changed())
            );
        }

        var last = ward.Cells[4].Id;
        await Eventually.TrueAsync(
            $"all to arrive at the last unit ({string.Join(',', into)}; {string.Join(',', order)})",
            () => service.Officer.AssignmentsAsync(directive.Id),
            page => page.Items.Count == 5 && page.Items.All(assignment => assignment.UnitId == last)
        );
    }
}
