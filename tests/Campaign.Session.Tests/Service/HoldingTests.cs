using System.Text.Json;
using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Session.Tests.Service;

[Collection<SessionCollection>]
public sealed class HoldingTests(SessionService service)
{
    private static readonly DateOnly s_due = new(2022, 4, 30);

    [Fact]
    public async Task Starting_an_item_finishes_the_one_before_and_the_close_stops_the_clock()
    {
        var (cell, secretary, session) = await MeetingAsync(2);
        var items = (
            await secretary.PrepareAsync(
                session,
                0,
                new([new(null, "Thời sự", 10), new(null, "Thảo luận", 30), new(null, "Kết luận", 10)], [])
            )
        ).Items;
        (await secretary.ClockAgendaAsync(session, new(items[0].Id, "start")))
            .Items.Select(item => item.State)
            .ShouldBe(["running", "ahead", "ahead"]);
        (await secretary.ClockAgendaAsync(session, new(items[1].Id, "start")))
            .Items.Select(item => item.State)
            .ShouldBe(["done", "running", "ahead"]);
        (await secretary.ClockAgendaAsync(session, new(items[2].Id, "minutes", 12))).Items[2].SpentSeconds.ShouldBe(720);
        (await Problems.FieldAsync(() => secretary.ClockAgendaAsync(session, new(items[2].Id, "finish", 12)))).ShouldBe(
            "minutes minutes-not-asked"
        );
        (await Problems.RefusalAsync(() => secretary.ClockAgendaAsync(session, new(Guid.NewGuid(), "start")))).ShouldBe("not-found");
        await secretary.CloseAsync(session, cell.Over());
        var closed = await service.AsMember(cell, cell.Members[0]).ProceedingsAsync(session);
        closed.Items.Select(item => item.State).ShouldBe(["done", "done", "done"]);
        (await Problems.RefusalAsync(() => secretary.ClockAgendaAsync(session, new(items[0].Id, "start")))).ShouldBe("session-held");
    }

    [Fact]
    public async Task Who_is_present_speaks_and_counts_once()
    {
        var (cell, secretary, session) = await MeetingAsync(3, present: 2);
        (await secretary.ContributeAsync(session, new("speech", cell.Members[0], null, null, "Cần làm sớm"))).Speakers.ShouldBe(1);
        await secretary.ContributeAsync(session, new("speech", cell.Members[0], null, null, null));
        await secretary.ContributeAsync(session, new("speech", null, "Phạm Thị Duyên", null, null));
        var said = await secretary.ContributeAsync(session, new("proposal", cell.Members[1], null, null, "Lắp camera ngõ 102"));
        (said.Speakers, said.Contributions.Count, said.Present).ShouldBe((2, 4, 2));
        (await Problems.RefusalAsync(() => secretary.ContributeAsync(session, new("speech", cell.Members[2], null, null, null)))).ShouldBe(
            "not-present"
        );
        (await Problems.FieldAsync(() => secretary.ContributeAsync(session, new("speech", Guid.NewGuid(), null, null, null)))).ShouldBe(
            "memberId not-taking-part"
        );
        (await Problems.FieldAsync(() => secretary.ContributeAsync(session, new("proposal", cell.Members[1], null, null, " ")))).ShouldBe(
            "note length"
        );
        (await Problems.FieldAsync(() => secretary.ContributeAsync(session, new("speech", null, null, null, null)))).ShouldBe(
            "memberId one-of-two"
        );
        (await secretary.WithdrawContributionAsync(session, said.Contributions[2].Id)).Speakers.ShouldBe(1);
        (await secretary.WithdrawContributionAsync(session, said.Contributions[2].Id)).Contributions.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Votes_never_exceed_those_present_and_a_recount_keeps_the_count_before()
    {
        var (cell, secretary, session) = await MeetingAsync(5, present: 4);
        (await Problems.RefusalAsync(() => secretary.RecordVoteAsync(session, new("Thông qua", null, 4, 1, 0)))).ShouldBe(
            "more-votes-than-present"
        );
        var vote = (await secretary.RecordVoteAsync(session, new("Thông qua", null, 2, 1, 1))).Votes.ShouldHaveSingleItem();
        await secretary.TakeRosterAsync(session, new([new(cell.Members[4], "late", 10)]));
        var votes = (await secretary.RecountVoteAsync(session, vote.Id, new(4, 1, 0))).Votes;
        votes.Select(count => (count.Id, count.Number, count.For, count.Present)).ShouldBe([(vote.Id, 1, 2, 4), (vote.Id, 2, 4, 5)]);
        (await Problems.RefusalAsync(() => secretary.RecountVoteAsync(session, Guid.NewGuid(), new(1, 0, 0)))).ShouldBe("not-found");
    }

    [Fact]
    public async Task Resolution_is_written_by_version_and_names_who_answers_for_what()
    {
        var (cell, secretary, session) = await MeetingAsync(2, present: 2);
        var written = (
            await secretary.WriteResolutionAsync(
                session,
                0,
                new(
                    "Thống nhất",
                    [new(null, "Vận động các hộ", cell.Members[0], null, s_due, 12, "hộ"), new(null, "Báo cáo", null, null, s_due)]
                )
            )
        ).Resolution;
        written
            .Items.Select(item => (item.Responsible, item.Target, item.Measure))
            .ShouldBe([("Đảng viên Thử", 12m, "hộ"), ("Chi bộ thử", 1m, "việc")]);
        (await Problems.RefusalAsync(() => secretary.WriteResolutionAsync(session, 0, new("", [])))).ShouldBe("version-changed");
        var kept = written.Items[0];
        var changed = (
            await secretary.WriteResolutionAsync(
                session,
                1,
                new("Nhất trí", [new(kept.Id, kept.What, kept.MemberId, null, s_due.AddDays(1), 10, "hộ")])
            )
        ).Resolution;
        (changed.Text, changed.Version, changed.Items.Single().Id, changed.Items[0].Target).ShouldBe(("Nhất trí", 2, kept.Id, 10m));

        Task<string> RefusedAsync(ActionItemDraft wrong) =>
            Problems.FieldAsync(() =>
                secretary.WriteResolutionAsync(session, 2, new("", [new(null, "Báo cáo", null, null, s_due), wrong]))
            );
        (await RefusedAsync(new(null, "Sớm quá", null, null, new DateOnly(2022, 2, 28)))).ShouldBe("items[1].dueOn too-early");
        (await RefusedAsync(new(null, "Muộn quá", null, null, new DateOnly(2101, 1, 1)))).ShouldBe("items[1].dueOn too-late");
        (await RefusedAsync(new(null, "Số lẻ", null, null, s_due, 0.001m))).ShouldBe("items[1].target target");
        (await RefusedAsync(new(null, "Người lạ", Guid.NewGuid(), null, s_due))).ShouldBe("items[1].memberId not-taking-part");
        (await RefusedAsync(new(Guid.NewGuid(), "Không có", null, null, s_due))).ShouldBe("not-found");
        var other = await service.CellAsync(1);
        (await RefusedAsync(new(null, "Đơn vị khác", null, other.Id, s_due))).ShouldBe("items[1].unitId unit-not-below");
        (await RefusedAsync(new(null, "Cả hai", cell.Members[0], cell.Id, s_due))).ShouldBe("items[1].unitId not-both");
    }

    [Fact]
    public async Task Closing_tells_what_was_resolved_once_and_the_minutes_say_it()
    {
        var (cell, secretary, session) = await MeetingAsync(2, present: 2);
        await secretary.WriteResolutionAsync(
            session,
            0,
            new("Chi bộ nhất trí.", [new(null, "Vận động các hộ", cell.Members[0], null, s_due, 12, "hộ")])
        );
        var item = (await secretary.ProceedingsAsync(session)).Resolution.Items[0];
        var held = await secretary.CloseAsync(session, cell.Over() with { MinutesText = "" });
        held.Minutes!.ShouldContain("VII. PHÂN CÔNG THỰC HIỆN\n1. Vận động các hộ (12 hộ): Đảng viên Thử, hạn hết ngày 30/04/2022.");
        var told = JsonSerializer.Deserialize<SessionResolved>(
            (await service.EventsAsync(session)).Single(row => row.Type == nameof(SessionResolved)).Payload,
            JsonSerializerOptions.Web
        )!;
        told.Items.ShouldHaveSingleItem()
            .ShouldBe(
                new ResolvedItem
                {
                    Id = item.Id,
                    What = item.What,
                    UnitId = cell.Id,
                    UnitPath = cell.Path,
                    MemberId = cell.Members[0],
                    DueOn = s_due,
                    Target = 12,
                    Measure = "hộ",
                }
            );
        (told.Topic, told.HeldOn, told.Version).ShouldBe((held.Plan.Topic, new DateOnly(2022, 3, 1), held.Version));
    }

    [Fact]
    public async Task Next_session_sees_what_the_last_one_resolved_and_how_far_it_is_whichever_news_comes_first()
    {
        var (cell, secretary, session) = await MeetingAsync(1, present: 1);
        ActionItemDraft Item(string what) => new(null, what, null, null, s_due, 3, "ngõ");
        await secretary.WriteResolutionAsync(
            session,
            0,
            new("Nhất trí", [Item("Xong"), Item("Chờ xác nhận"), Item("Dở dang"), Item("Thôi")])
        );
        var items = (await secretary.ProceedingsAsync(session)).Resolution.Items;
        await secretary.CloseAsync(session, cell.Over());
        var next = (await secretary.ScheduleAsync(cell.Meeting() with { StartsAt = Cell.Start.AddDays(70) })).Id;
        (await secretary.FollowUpAsync(next)).Select(item => item.State).ShouldBe(["late", "late", "late", "late"]);
        (await secretary.FollowUpAsync(session)).ShouldBeEmpty();

        CommitmentProgressed Came(int at, string state, decimal done, DateOnly? reached = null, long version = 3) =>
            new()
            {
                District = Cell.District,
                AggregateId = items[at].Id,
                Version = version,
                SessionId = session,
                State = state,
                Target = 3,
                Done = done,
                DueOn = s_due,
                ReachedOn = reached,
            };
        await service.Directive.PublishAsync(
            Came(2, "open", 2, version: 5),
            Came(2, "open", 1),
            Came(0, "fulfilled", 3, s_due),
            Came(0, "open", 3, s_due, version: 2),
            Came(1, "open", 3, s_due),
            Came(3, "withdrawn", 0)
        );

        var seen = await Eventually.TrueAsync(
            "the progress",
            () => secretary.FollowUpAsync(next),
            list => list.Any(item => item.State == "withdrawn")
        );
        seen.ToDictionary(item => item.What, item => (item.State, item.Done))
            .ShouldBe(
                new Dictionary<string, (string, decimal)>
                {
                    ["Xong"] = ("done", 3),
                    ["Chờ xác nhận"] = ("reached", 3),
                    ["Dở dang"] = ("late", 2),
                    ["Thôi"] = ("withdrawn", 0),
                },
                ignoreOrder: true
            );
    }

    private async Task<(Cell Cell, SessionClient Secretary, Guid Session)> MeetingAsync(int members, int present = 0)
    {
        var cell = await service.CellAsync(members);
        var secretary = service.As(cell.Secretary);
        var session = (await secretary.ScheduleAsync(cell.Meeting())).Id;
        await secretary.OpenAsync(session);
        if (present > 0)
        {
            await secretary.TakeRosterAsync(
                session,
                new([.. cell.Members[..present].Select(member => new RosterEntry(member, "present"))])
            );
        }

        return (cell, secretary, session);
    }
}
