using Campaign.Contracts;
using Campaign.Sessions.Scheduling;
using Campaign.Testing;

namespace Campaign.Session.Tests.Service;

[Collection<SessionCollection>]
public sealed class SchedulingTests(SessionService service)
{
    [Fact]
    public async Task More_members_than_a_session_takes_are_refused_also_when_nobody_is_named()
    {
        var cell = await service.CellAsync(1);
        await using var connection = await service.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            insert into members (id, number, full_name, unit_id, unit_path, status, version)
            select gen_random_uuid(), 'many', 'many', '{cell.Id}', '{cell.Path}/many', 'active', 1 from generate_series(1,
                {Participants.Max})
            """;
        await command.ExecuteNonQueryAsync();

        (await Problems.RefusalAsync(() => service.As(cell.Secretary).ScheduleAsync(cell.Meeting()))).ShouldBe("too-many-participants");

        command.CommandText = $"delete from members where unit_path = '{cell.Path}/many'";
        await command.ExecuteNonQueryAsync();
        (await service.As(cell.Secretary).ScheduleAsync(cell.Meeting())).Attendance.Expected.ShouldBe(1);
    }

    [Fact]
    public async Task Session_expects_the_active_members_of_the_subtree_and_tells_the_others()
    {
        var cell = await service.CellAsync(4);
        await service.Organization.PublishAsync(cell.MemberChanged(cell.Members[0], MemberStatuses.Exempted, version: 2));
        await Eventually.EqualsAsync("the exemption", () => StatusAsync(cell.Members[0]), "exempted");

        var session = await service.As(cell.Secretary).ScheduleAsync(cell.Meeting());

        session.State.ShouldBe("scheduled");
        session.UnitName.ShouldBe("Chi bộ thử");
        session.Attendance.Expected.ShouldBe(3);
        var people = await service.As(cell.Secretary).ParticipantsAsync(session.Id);
        people.Items.Select(person => person.MemberId).ShouldBe(cell.Members[1..].Order(), ignoreOrder: true);
        people.Items.ShouldAllBe(person => person.Status == null && person.FullName == "Đảng viên Thử");
        var (type, payload) = (await service.EventsAsync(session.Id)).ShouldHaveSingleItem();
        type.ShouldBe(nameof(SessionScheduled));
        payload.ShouldContain(cell.Path);
    }

    [Fact]
    public async Task Conference_of_a_superior_unit_expects_the_cells_below()
    {
        var parent = $"hn/thanh-xuan/w{Guid.NewGuid():N}"[..24];
        var ward = new Cell(Guid.CreateVersion7(), parent, []);
        await service.Organization.PublishAsync(ward.Changed());
        var first = await service.CellAsync(3, parent);
        var second = await service.CellAsync(2, parent);

        var session = await service.As($"district-officer@hn/thanh-xuan").ScheduleAsync(ward.Meeting(kind: "study-conference"));

        session.Attendance.Expected.ShouldBe(first.Members.Length + second.Members.Length);
    }

    [Fact]
    public async Task Explicit_participants_are_exactly_those()
    {
        var cell = await service.CellAsync(5);
        var session = await service.As(cell.Secretary).ScheduleAsync(cell.Meeting(cell.Members[..2]));
        session.Attendance.Expected.ShouldBe(2);
    }

    [Fact]
    public async Task Explicit_participants_must_be_active_and_of_the_callers_units()
    {
        var cell = await service.CellAsync(2);
        var other = await service.CellAsync(1);
        var secretary = service.As(cell.Secretary);
        (await Problems.RefusalAsync(() => secretary.ScheduleAsync(cell.Meeting([cell.Members[0], Guid.NewGuid()])))).ShouldBe(
            "participants-not-active"
        );
        (await Problems.RefusalAsync(() => secretary.ScheduleAsync(cell.Meeting([cell.Members[0], other.Members[0]])))).ShouldBe(
            "participants-outside-your-units"
        );
        (await secretary.SessionsAsync(cell.Path)).Items.ShouldBeEmpty();
        (await service.ScalarAsync<long>($"select count(*) from attendance where member_id = '{cell.Members[0]}'")).ShouldBe(0);
    }

    [Fact]
    public async Task Unknown_kind_and_empty_topic_are_refused()
    {
        var cell = await service.CellAsync(1);
        var secretary = service.As(cell.Secretary);
        (await Problems.FieldAsync(() => secretary.ScheduleAsync(cell.Meeting(kind: "picnic")))).ShouldBe("kind one-of");
        (
            await Problems.FieldAsync(() =>
                secretary.ScheduleAsync(cell.Meeting() with { Plan = cell.Meeting().Plan with { Topic = " " } })
            )
        ).ShouldBe("plan.topic length");
        (
            await Problems.FieldAsync(() =>
                secretary.ScheduleAsync(cell.Meeting() with { StartsAt = new DateTimeOffset(2005, 1, 1, 0, 0, 0, TimeSpan.Zero) })
            )
        ).ShouldBe("startsAt unit-not-on-day");
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_schedules_once()
    {
        var cell = await service.CellAsync(2);
        using var http = service.Factory.As(cell.Secretary);
        var secretary = new Api.Session.SessionClient(http);
        var first = await secretary.ScheduleAsync(cell.Meeting(), key: "once");
        var second = await secretary.ScheduleAsync(cell.Meeting(), key: "once");
        second.Id.ShouldBe(first.Id);
        (await secretary.SessionsAsync(cell.Path)).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_conference_of_20000_is_scheduled_checked_in_and_closed()
    {
        var parent = $"hn/thanh-xuan/g{Guid.NewGuid():N}"[..24];
        var ward = new Cell(Guid.CreateVersion7(), parent, []);
        await service.Organization.PublishAsync(ward.Changed());
        // the projection's table is filled directly: 20,000 events would test the broker, not the conference
        await service.ScalarAsync<long>(
            $"""
            with added as (insert into members (id, number, full_name, unit_id, unit_path, status, version)
                select gen_random_uuid(), 'g' || n, 'Đảng viên Thử', '{ward.Id}', '{parent}/cb', 'active', 1 from generate_series(1,
                    20000) n returning 1)
            select count(*) from added
            """
        );
        await Eventually.EqualsAsync(
            "the unit",
            () => service.ScalarAsync<long>($"select count(*) from unit_directory where id = '{ward.Id}'"),
            1
        );
        var officer = service.As("district-officer@hn/thanh-xuan");

        var session = await officer.ScheduleAsync(ward.Meeting(kind: "cadre-conference"));
        session.Attendance.Expected.ShouldBe(20_000);
        var page = await officer.ParticipantsAsync(session.Id, limit: 500);
        await officer.TakeRosterAsync(
            session.Id,
            new([.. page.Items.Select(person => new Api.Session.RosterEntry(person.MemberId, "present"))])
        );
        var held = await officer.CloseAsync(session.Id, ward.Over());

        held.Attendance.ShouldBe(new(20_000, 500, 0, 19_500));
        (await service.EventsAsync(session.Id)).Count(logged => logged.Type == nameof(AttendanceTaken)).ShouldBe(40);
    }

    private Task<string> StatusAsync(Guid member) => service.ScalarAsync<string>($"select status from members where id = '{member}'");
}
