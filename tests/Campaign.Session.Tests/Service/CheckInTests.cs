using System.Globalization;
using System.Text.Json;
using Campaign.Contracts;
using Campaign.Sessions.CheckIn;
using Campaign.Testing;

namespace Campaign.Session.Tests.Service;

[Collection<SessionCollection>]
[Trait("Run", "Quick")]
public sealed class CheckInTests(SessionService service)
{
    [Fact]
    public async Task A_member_checks_in_with_the_code_and_the_row_says_who_when_and_from_where()
    {
        var cell = await service.CellAsync(2);
        var (session, code) = await OpenAsync(cell);
        var member = service.AsMember(cell, cell.Members[0]);

        var result = await member.CheckInAsync(session, new(null, code));

        result.Status.ShouldBe("present");
        (
            await service.ScalarAsync<bool>(
                $"select status = 'present' and recorded_by is not null and recorded_at = '{result.CheckedInAt:O}' from attendance "
                    + $"where member_id = '{cell.Members[0]}'"
            )
        ).ShouldBeTrue();
        var logged = (await service.EventsAsync(session)).Where(row => row.Type == nameof(MemberCheckedIn)).ShouldHaveSingleItem();
        var checkedIn = JsonSerializer.Deserialize<MemberCheckedIn>(logged.Payload, JsonSerializerOptions.Web)!;
        checkedIn.MemberId.ShouldBe(cell.Members[0]);
        checkedIn.UnitPath.ShouldBe(cell.Path);
        checkedIn.District.ShouldBe(UnitPath.District(cell.Path));
        (await service.As(cell.Secretary).SessionAsync(session)).Attendance.ShouldBe(new(2, 1, 0, 0));
    }

    [Fact]
    public async Task A_repeat_gets_the_first_answer_and_writes_nothing_also_after_the_close()
    {
        var cell = await service.CellAsync(2);
        var (session, code) = await OpenAsync(cell);
        var member = service.AsMember(cell, cell.Members[0]);
        var first = await member.CheckInAsync(session, new(null, code));
        (await member.CheckInAsync(session, new(null, code))).ShouldBe(first);
        await service.As(cell.Secretary).CloseAsync(session, cell.Over());
        (await member.CheckInAsync(session, new(null, code))).ShouldBe(first);
        (await CheckInsLoggedAsync(session)).ShouldBe(1);
    }

    [Fact]
    public async Task Concurrent_check_ins_of_one_member_give_one_row_and_one_event()
    {
        var cell = await service.CellAsync(2);
        var (session, code) = await OpenAsync(cell);
        var member = service.AsMember(cell, cell.Members[0]);
        var results = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => member.CheckInAsync(session, new(null, code))));
        results.Distinct().ShouldHaveSingleItem();
        (await CheckInsLoggedAsync(session)).ShouldBe(1);
    }

    [Fact]
    public async Task Check_in_of_a_row_that_another_transaction_gives_up_succeeds()
    {
        var cell = await service.CellAsync(1);
        var (session, code) = await OpenAsync(cell);
        await using var connection = await service.ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"update attendance set status = 'absent' where session_id = '{session}'";
        await command.ExecuteNonQueryAsync();
        var waiting = service.AsMember(cell, cell.Members[0]).CheckInAsync(session, new(null, code));
        await Locks.AwaitedAsync(service.Database, waiting);
        waiting.IsCompleted.ShouldBeFalse();
        await transaction.RollbackAsync();
        (await waiting).Status.ShouldBe("present");
    }

    [Fact]
    public async Task Wrong_code_is_refused_and_after_five_the_right_one_too()
    {
        var cell = await service.CellAsync(2);
        var (session, code) = await OpenAsync(cell);
        var member = service.AsMember(cell, cell.Members[0]);
        var wrong = ((int.Parse(code, CultureInfo.InvariantCulture) + 1) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        for (var attempt = 0; attempt < WrongCodes.Tries; attempt++)
        {
            (await Problems.RefusalAsync(() => member.CheckInAsync(session, new(null, wrong)))).ShouldBe("wrong-code");
        }

        (await Problems.RefusalAsync(() => member.CheckInAsync(session, new(null, code)))).ShouldBe("too-many-wrong-codes");
        (await service.AsMember(cell, cell.Members[1]).CheckInAsync(session, new(null, code))).Status.ShouldBe("present");
    }

    [Fact]
    public async Task A_secretary_of_the_unit_checks_in_without_a_code_and_one_of_another_unit_does_not()
    {
        var cell = await service.CellAsync(2);
        var other = await service.CellAsync(1);
        var (session, code) = await OpenAsync(cell);
        (await service.As(cell.Secretary).CheckInAsync(session, new(cell.Members[0], null))).Status.ShouldBe("present");
        (await Problems.RefusalAsync(() => service.As(other.Secretary).CheckInAsync(session, new(cell.Members[1], code)))).ShouldBe(
            "only-yourself"
        );
        (
            await Problems.RefusalAsync(() => service.AsMember(cell, cell.Members[0]).CheckInAsync(session, new(cell.Members[1], code)))
        ).ShouldBe("only-yourself");
    }

    [Fact]
    public async Task Who_is_not_a_participant_is_told_so()
    {
        var cell = await service.CellAsync(2);
        var (session, code) = await OpenAsync(cell);
        (await Problems.RefusalAsync(() => service.AsMember(cell, Guid.NewGuid()).CheckInAsync(session, new(null, code)))).ShouldBe(
            "not-a-participant"
        );
    }

    [Fact]
    public async Task A_session_that_is_not_open_takes_no_check_in_before_or_after()
    {
        var cell = await service.CellAsync(2);
        var secretary = service.As(cell.Secretary);
        var scheduled = await secretary.ScheduleAsync(cell.Meeting());
        var member = service.AsMember(cell, cell.Members[0]);
        (await Problems.RefusalAsync(() => member.CheckInAsync(scheduled.Id, new(null, "000000")))).ShouldBe("session-not-open");
        (await Problems.RefusalAsync(() => secretary.CheckInAsync(scheduled.Id, new(cell.Members[0], null)))).ShouldBe("session-not-open");
        var code = (await secretary.OpenAsync(scheduled.Id)).Code;
        (await secretary.OpenAsync(scheduled.Id)).Code.ShouldBe(code);
        await service.AsMember(cell, cell.Members[1]).CheckInAsync(scheduled.Id, new(null, code));
        await secretary.CloseAsync(scheduled.Id, cell.Over());
        (await Problems.RefusalAsync(() => member.CheckInAsync(scheduled.Id, new(null, code)))).ShouldBe("session-not-open");
        (await CheckInsLoggedAsync(scheduled.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task A_session_closed_by_another_instance_takes_no_check_in_though_this_one_remembers_it_open()
    {
        var cell = await service.CellAsync(2);
        var (session, code) = await OpenAsync(cell);
        await service.AsMember(cell, cell.Members[0]).CheckInAsync(session, new(null, code));
        await service.ScalarAsync<string>($"update sessions set state = 'held', code = null where id = '{session}' returning state");
        (await Problems.RefusalAsync(() => service.AsMember(cell, cell.Members[1]).CheckInAsync(session, new(null, code)))).ShouldBe(
            "session-not-open"
        );
    }

    [Fact]
    public async Task What_the_secretary_recorded_stands_against_a_check_in()
    {
        var cell = await service.CellAsync(2);
        var (session, code) = await OpenAsync(cell);
        await service.As(cell.Secretary).TakeRosterAsync(session, new([new(cell.Members[0], "excused"), new(cell.Members[1], "late")]));
        (await Problems.RefusalAsync(() => service.AsMember(cell, cell.Members[0]).CheckInAsync(session, new(null, code)))).ShouldBe(
            "attendance-recorded"
        );
        (await service.AsMember(cell, cell.Members[1]).CheckInAsync(session, new(null, code))).Status.ShouldBe("late");
        (await CheckInsLoggedAsync(session)).ShouldBe(0);
    }

    private async Task<(Guid Session, string Code)> OpenAsync(Cell cell)
    {
        var secretary = service.As(cell.Secretary);
        var session = await secretary.ScheduleAsync(cell.Meeting());
        return (session.Id, (await secretary.OpenAsync(session.Id)).Code);
    }

    private async Task<int> CheckInsLoggedAsync(Guid session) =>
        (await service.EventsAsync(session)).Count(row => row.Type == nameof(MemberCheckedIn));
}
