using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Session.Tests.Service;

/// <summary>Units end, or move, while sessions lie ahead.</summary>
[Collection<SessionCollection>]
public sealed class CarryOverTests(SessionService service)
{
    [Fact]
    public async Task What_lies_ahead_goes_to_the_successor_and_what_was_before_stays()
    {
        var (cell, successor) = (await service.CellAsync(2), await service.CellAsync(1));
        var secretary = service.As(cell.Secretary);
        var ahead = await secretary.ScheduleAsync(cell.Meeting());
        var before = await secretary.ScheduleAsync(cell.Meeting() with { StartsAt = Cell.Start.AddMonths(-2) });
        var asked = cell.Asks(RequirementKinds.ThematicMeeting);
        await service.Directive.PublishAsync(asked);
        await Eventually.TrueAsync("the proposal", () => secretary.ProposalsAsync(cell.Path), page => page.Items.Count == 1);
        var day = new DateOnly(2022, 2, 1);

        await service.Organization.PublishAsync(
            cell.Changed().Ended(day),
            (cell.Changed() with { Version = 2 }).Into(successor.Changed(), day)
        );

        var carried = await Eventually.TrueAsync(
            "the session at the successor",
            () => service.As(successor.Secretary).SessionAsync(ahead.Id),
            session => session.UnitId == successor.Id
        );
        carried.Attendance.Expected.ShouldBe(2);
        (await secretary.SessionAsync(before.Id)).UnitId.ShouldBe(cell.Id);
        var answer = await service
            .As(successor.Secretary)
            .ScheduleAsync(successor.Meeting(assignment: asked.AggregateId, kind: "thematic-meeting"));
        answer.AssignmentId.ShouldBe(asked.AggregateId);
    }

    [Fact]
    public async Task Assignment_that_is_heard_of_after_the_merger_is_proposed_to_the_successor()
    {
        var (cell, successor) = (await service.CellAsync(1), await service.CellAsync(1));
        await service.Organization.PublishAsync(cell.Changed().Ended(), (cell.Changed() with { Version = 2 }).Into(successor.Changed()));
        await Eventually.EqualsAsync(
            "the merger",
            () => service.ScalarAsync<long>($"select count(*) from unit_directory where successor_id = '{successor.Id}'"),
            1
        );

        await service.Directive.PublishAsync(cell.Asks(RequirementKinds.ThematicMeeting));

        await Eventually.TrueAsync(
            "the proposal",
            () => service.As(successor.Secretary).ProposalsAsync(successor.Path),
            page => page.Items.Count == 1
        );
    }

    [Fact]
    public async Task Session_that_lies_ahead_follows_a_unit_that_moves()
    {
        var cell = await service.CellAsync(1);
        var session = await service.As(cell.Secretary).ScheduleAsync(cell.Meeting());
        var moved = $"hn/thanh-xuan/nhan-chinh/{cell.Path.Split('/')[^1]}";

        await service.Organization.PublishAsync(cell.Changed() with { Version = 2, Path = moved });

        await Eventually.TrueAsync(
            "the session at its new place",
            () => service.As($"secretary@{moved}").SessionAsync(session.Id),
            seen => seen.UnitPath == moved
        );
    }
}
