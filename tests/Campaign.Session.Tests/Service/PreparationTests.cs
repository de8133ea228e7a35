using Campaign.Api.Session;

namespace Campaign.Session.Tests.Service;

[Collection<SessionCollection>]
public sealed class PreparationTests(SessionService service)
{
    private static readonly ReadingDraft s_link = new("Hướng dẫn", null, "https://hanoi.example/huong-dan.pdf");

    [Fact]
    public async Task Agenda_is_written_reordered_and_read_by_the_members()
    {
        var (cell, secretary, session) = await MeetingAsync();
        var directive = Guid.CreateVersion7();
        var first = await secretary.PrepareAsync(
            session,
            0,
            new(
                [new(null, "Thời sự", 15, Presenter: "Báo cáo viên"), new(null, " Thảo luận ", 45, cell.Members[0])],
                [new("Kế hoạch 16", directive, null), s_link]
            )
        );
        first
            .Items.Select(item => (item.Title, item.PlannedMinutes, item.Presenter, item.State))
            .ShouldBe([("Thời sự", 15, "Báo cáo viên", "ahead"), ("Thảo luận", 45, "Đảng viên Thử", "ahead")]);
        first.Documents.ShouldBe([
            new ReadingView("Kế hoạch 16", directive, null),
            new ReadingView("Hướng dẫn", null, "https://hanoi.example/huong-dan.pdf"),
        ]);

        var turned = await secretary.PrepareAsync(session, first.Version, new([.. first.Items.Reverse().Select(Draft)], [s_link]));

        turned.Items.Select(item => item.Id).ShouldBe(first.Items.Reverse().Select(item => item.Id));
        turned.Documents.ShouldHaveSingleItem();
        (await Problems.RefusalAsync(() => secretary.PrepareAsync(session, first.Version, new([], [])))).ShouldBe("version-changed");
        var read = await service.AsMember(cell, cell.Members[0]).PreparationAsync(session);
        (read.Version, read.Items[0].Title).ShouldBe((2, "Thảo luận"));
    }

    [Fact]
    public async Task What_cannot_be_on_an_agenda_is_refused_and_changes_nothing()
    {
        var (cell, secretary, session) = await MeetingAsync();
        Task<string> RefusedAsync(Prepare wrong) => Problems.FieldAsync(() => secretary.PrepareAsync(session, 0, wrong));
        (await RefusedAsync(new([new(null, "Thời sự", 10), new(null, " ", 10)], []))).ShouldBe("items[1].title length");
        (await RefusedAsync(new([new(null, "Thời sự", 0)], []))).ShouldBe("items[0].plannedMinutes range");
        (await RefusedAsync(new([new(null, "Thời sự", 10, cell.Members[0], "Khách")], []))).ShouldBe("items[0].presenter not-both");
        (await RefusedAsync(new([.. Enumerable.Repeat(new AgendaItemDraft(null, "Thời sự", 10), 51)], []))).ShouldBe("items count");
        (await RefusedAsync(new([], [.. Enumerable.Repeat(s_link, 21)]))).ShouldBe("documents count");
        (await RefusedAsync(new([new(Guid.NewGuid(), "Thời sự", 10)], []))).ShouldBe("not-found");
        (await RefusedAsync(new([new(null, "Thời sự", 10, Guid.NewGuid())], []))).ShouldBe("items[0].presenterId not-taking-part");
        var twice = new AgendaItemDraft(Guid.NewGuid(), "Thời sự", 10);
        (await RefusedAsync(new([twice, twice], []))).ShouldBe("items[1].id twice");
        (await RefusedAsync(new([], [s_link with { Link = "http://hanoi.example" }]))).ShouldBe("documents[0].link not-https");
        (await RefusedAsync(new([], [s_link with { Link = "javascript:alert(1)" }]))).ShouldBe("documents[0].link not-https");
        (await RefusedAsync(new([], [s_link with { DirectiveId = Guid.NewGuid() }]))).ShouldBe("documents[0].link one-of-two");
        (await secretary.PreparationAsync(session)).Version.ShouldBe(0);
    }

    [Fact]
    public async Task An_item_that_was_dealt_with_stays_on_the_agenda()
    {
        var (_, secretary, session) = await MeetingAsync();
        var agenda = await secretary.PrepareAsync(
            session,
            0,
            new([new(null, "Thời sự", 10), new(null, "Thảo luận", 30), new(null, "Linh tinh", 5)], [])
        );
        await secretary.ClockAgendaAsync(session, new(agenda.Items[0].Id, "start"));
        await secretary.ContributeAsync(session, new("speech", null, "Khách mời", agenda.Items[1].Id, null));
        (await Problems.RefusalAsync(() => secretary.PrepareAsync(session, 1, new([Draft(agenda.Items[0])], [])))).ShouldBe(
            "agenda-item-begun"
        );
        (await Problems.RefusalAsync(() => secretary.PrepareAsync(session, 1, new([Draft(agenda.Items[1])], [])))).ShouldBe(
            "agenda-item-begun"
        );
        var fewer = await secretary.PrepareAsync(session, 1, new([Draft(agenda.Items[1]), Draft(agenda.Items[0])], []));
        fewer.Items.Select(item => item.State).ShouldBe(["ahead", "running"]);
    }

    [Fact]
    public async Task Steps_of_the_day_are_ticked_by_somebody_and_taken_back()
    {
        var (_, secretary, session) = await MeetingAsync();
        var ticked = await secretary.TickStepAsync(session, new("committee-met", true));
        ticked.Steps.Count.ShouldBe(5);
        ticked.Steps.ShouldAllBe(step => step.Source.Length > 0 && !step.Verified);
        var step = ticked.Steps.Single(step => step.DoneBy is not null);
        step.Code.ShouldBe("committee-met");
        (await secretary.TickStepAsync(session, new("committee-met", true))).Steps.Single(again => again.DoneBy is not null).ShouldBe(step);
        (await secretary.TickStepAsync(session, new("committee-met", false))).Steps.ShouldAllBe(open =>
            open.DoneBy == null && open.DoneAt == null
        );
        (await Problems.FieldAsync(() => secretary.TickStepAsync(session, new("no-such-step", true)))).ShouldBe("code one-of");
    }

    [Fact]
    public async Task A_closed_session_is_prepared_no_longer()
    {
        var (cell, secretary, session) = await MeetingAsync();
        await secretary.CloseAsync(session, cell.Over());
        (await Problems.RefusalAsync(() => secretary.PrepareAsync(session, 0, new([], [])))).ShouldBe("session-held");
        (await Problems.RefusalAsync(() => secretary.TickStepAsync(session, new("committee-met", true)))).ShouldBe("session-held");
    }

    private static AgendaItemDraft Draft(AgendaItemView item) =>
        new(item.Id, item.Title, item.PlannedMinutes, item.PresenterId, item.PresenterId is null ? item.Presenter : null);

    private async Task<(Cell Cell, SessionClient Secretary, Guid Session)> MeetingAsync()
    {
        var cell = await service.CellAsync(2);
        var secretary = service.As(cell.Secretary);
        return (cell, secretary, (await secretary.ScheduleAsync(cell.Meeting())).Id);
    }
}
