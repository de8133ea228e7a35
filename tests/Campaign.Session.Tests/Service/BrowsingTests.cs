using Campaign.Api;

namespace Campaign.Session.Tests.Service;

[Collection<SessionCollection>]
public sealed class BrowsingTests(SessionService service)
{
    [Fact]
    public async Task Extended_meetings_are_found_by_themselves()
    {
        var cell = await service.CellAsync(1);
        var secretary = service.As(cell.Secretary);
        var extended = await secretary.ScheduleAsync(cell.Meeting() with { Plan = cell.Meeting().Plan with { Extended = true } });
        var usual = await secretary.ScheduleAsync(cell.Meeting() with { StartsAt = Cell.Start.AddDays(7) });

        (await secretary.SessionsAsync(cell.Path, extended: true)).Items.Select(session => session.Id).ShouldBe([extended.Id]);
        (await secretary.SessionsAsync(cell.Path, extended: false)).Items.Select(session => session.Id).ShouldBe([usual.Id]);
        (await secretary.SessionAsync(extended.Id)).Plan.Extended.ShouldBeTrue();
    }

    [Fact]
    public async Task Sessions_are_listed_by_subtree_period_kind_and_state()
    {
        var cell = await service.CellAsync(2);
        var secretary = service.As(cell.Secretary);
        var march = await secretary.ScheduleAsync(cell.Meeting());
        var evening = await secretary.ScheduleAsync(
            cell.Meeting(kind: "thematic-meeting") with
            {
                StartsAt = new DateTimeOffset(2022, 4, 30, 18, 0, 0, TimeSpan.Zero),
            }
        );
        await secretary.CloseAsync(march.Id, cell.Over());

        (await secretary.SessionsAsync()).Items.Select(row => row.Id).ShouldBe([evening.Id, march.Id]);
        (await secretary.SessionsAsync(state: "held")).Items.ShouldHaveSingleItem().Attendance.Absent.ShouldBe(2);
        (await secretary.SessionsAsync(kind: "thematic-meeting")).Items.ShouldHaveSingleItem().Id.ShouldBe(evening.Id);
        (await secretary.SessionsAsync(from: new(2022, 5, 1), to: new(2022, 5, 1))).Items.ShouldHaveSingleItem().Id.ShouldBe(evening.Id);
        (await secretary.SessionsAsync(to: new(2022, 4, 30))).Items.ShouldHaveSingleItem().Id.ShouldBe(march.Id);
        (await secretary.SessionsAsync(campaign: Guid.NewGuid())).Items.ShouldBeEmpty();
        (await Problems.FieldAsync(() => secretary.SessionsAsync(state: "lost"))).ShouldBe("state one-of");
        (await Problems.FieldAsync(() => secretary.SessionsAsync(cursor: "nonsense"))).ShouldBe("cursor cursor");
    }

    [Fact]
    public async Task Pages_show_every_session_once_also_when_they_start_together()
    {
        var cell = await service.CellAsync(1);
        var secretary = service.As(cell.Secretary);
        List<Guid> made = [];
        for (var i = 0; i < 7; i++)
        {
            made.Add((await secretary.ScheduleAsync(cell.Meeting())).Id);
        }

        List<Guid> seen = [];
        await foreach (var session in Paging.AllAsync(cursor => secretary.SessionsAsync(cursor: cursor, limit: 3)))
        {
            session.Minutes.ShouldBeNull();
            seen.Add(session.Id);
        }

        seen.ShouldBe(made, ignoreOrder: true);
    }

    [Fact]
    public async Task Participants_page_by_cursor()
    {
        var cell = await service.CellAsync(7);
        var secretary = service.As(cell.Secretary);
        var session = await secretary.ScheduleAsync(cell.Meeting());
        List<Guid> seen = [];
        await foreach (var person in Paging.AllAsync(cursor => secretary.ParticipantsAsync(session.Id, cursor, 3)))
        {
            seen.Add(person.MemberId);
        }

        seen.ShouldBe(cell.Members, ignoreOrder: true);
    }

    [Fact]
    public async Task A_member_sees_the_conference_above_only_when_invited()
    {
        var cell = await service.CellAsync(2);
        var other = await service.CellAsync(1);
        var session = await service.As(cell.Secretary).ScheduleAsync(cell.Meeting([cell.Members[0]]));
        using var invited = service.Factory.As([$"member@{other.Path}"], cell.Members[0]);
        (await new Api.Session.SessionClient(invited).SessionAsync(session.Id)).Id.ShouldBe(session.Id);
        (await Problems.RefusalAsync(() => service.AsMember(other, other.Members[0]).SessionAsync(session.Id))).ShouldBe(
            "outside-your-units"
        );
    }
}
