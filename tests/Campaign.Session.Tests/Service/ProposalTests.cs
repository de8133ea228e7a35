using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Session.Tests.Service;

[Collection<SessionCollection>]
public sealed class ProposalTests(SessionService service)
{
    [Fact]
    public async Task An_assignment_that_asks_for_a_session_is_proposed_until_a_session_takes_it_up()
    {
        var cell = await service.CellAsync(2);
        var campaign = Guid.CreateVersion7();
        var asked = cell.Asks(RequirementKinds.ThematicMeeting, campaign: campaign);
        await service.Directive.PublishAsync(asked, cell.Asks(RequirementKinds.Report));
        var secretary = service.As(cell.Secretary);

        var proposal = (
            await Eventually.TrueAsync("the proposal", () => secretary.ProposalsAsync(cell.Path), page => page.Items.Count > 0)
        ).Items.ShouldHaveSingleItem();
        proposal.AssignmentId.ShouldBe(asked.AggregateId);
        proposal.Kind.ShouldBe("thematic-meeting");
        proposal.UnitName.ShouldNotBe(proposal.UnitPath);
        var session = await secretary.ScheduleAsync(cell.Meeting(assignment: asked.AggregateId, kind: "thematic-meeting"));

        session.AssignmentId.ShouldBe(asked.AggregateId);
        session.CampaignId.ShouldBe(campaign);
        (await secretary.ProposalsAsync(cell.Path)).Items.ShouldBeEmpty();
        (
            await Problems.RefusalAsync(() =>
                secretary.ScheduleAsync(cell.Meeting(assignment: asked.AggregateId, kind: "thematic-meeting"))
            )
        ).ShouldBe("assignment-taken-up");
    }

    [Fact]
    public async Task An_assignment_is_answered_by_what_it_asks_for_only()
    {
        var cell = await service.CellAsync(1);
        var asked = cell.Asks(RequirementKinds.ThematicMeeting);
        await service.Directive.PublishAsync(asked);
        var secretary = service.As(cell.Secretary);
        await Eventually.TrueAsync("the proposal", () => secretary.ProposalsAsync(cell.Path), page => page.Items.Count == 1);
        (await Problems.RefusalAsync(() => secretary.ScheduleAsync(cell.Meeting(assignment: asked.AggregateId)))).ShouldBe(
            "assignment-not-yours"
        );
        (await Problems.RefusalAsync(() => secretary.ScheduleAsync(cell.Meeting(assignment: Guid.NewGuid())))).ShouldBe(
            "assignment-unknown"
        );
    }

    [Fact]
    public async Task A_completed_assignment_is_not_proposed_whichever_news_comes_first()
    {
        var cell = await service.CellAsync(1);
        var (inOrder, overtaken, open) = (
            cell.Asks(RequirementKinds.StudyConference),
            cell.Asks(RequirementKinds.StudyConference),
            cell.Asks(RequirementKinds.StudyConference)
        );
        await service.Directive.PublishAsync(inOrder, cell.Did(inOrder), cell.Did(overtaken), overtaken, open);
        var proposals = await Eventually.TrueAsync(
            "the open one",
            () => service.As(cell.Secretary).ProposalsAsync(cell.Path),
            page => page.Items.Any(proposal => proposal.AssignmentId == open.AggregateId)
        );
        proposals.Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Old_news_of_a_member_changes_nothing()
    {
        var cell = await service.CellAsync(1);
        var member = cell.Members[0];
        await service.Organization.PublishAsync(
            cell.MemberChanged(member, version: 3, name: "Tên Mới"),
            cell.MemberChanged(member, MemberStatuses.Left, version: 2, name: "Tên Cũ")
        );
        var marker = await service.CellAsync(1);
        marker.Members.Length.ShouldBe(1);
        (await service.ScalarAsync<string>($"select full_name || ' ' || status from members where id = '{member}'")).ShouldBe(
            "Tên Mới active"
        );
    }

    [Fact]
    public async Task Proposals_page_by_cursor_in_the_order_of_their_due_days()
    {
        var cell = await service.CellAsync(1);
        var asked = Enumerable.Range(0, 7).Select(_ => cell.Asks(RequirementKinds.StudyConference)).ToList();
        await service.Directive.PublishAsync(asked);
        var secretary = service.As(cell.Secretary);
        await Eventually.TrueAsync("all proposals", () => secretary.ProposalsAsync(cell.Path), page => page.Items.Count == 7);
        List<Guid> seen = [];
        await foreach (var proposal in Api.Paging.AllAsync(cursor => secretary.ProposalsAsync(cell.Path, cursor, 3)))
        {
            seen.Add(proposal.AssignmentId);
        }

        seen.ShouldBe(asked.Select(assignment => assignment.AggregateId), ignoreOrder: true);
    }
}
