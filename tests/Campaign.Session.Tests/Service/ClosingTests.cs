using System.Text.Json;
using Campaign.Api;
using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Testing;
using FsCheck.Fluent;

namespace Campaign.Session.Tests.Service;

[Collection<SessionCollection>]
public sealed class ClosingTests(SessionService service)
{
    [Fact]
    public async Task Paper_meeting_goes_from_schedule_over_roster_to_held_and_tells_the_others()
    {
        var cell = await service.CellAsync(5);
        var secretary = service.As(cell.Secretary);
        var session = await secretary.ScheduleAsync(cell.Meeting());
        (
            await secretary.TakeRosterAsync(
                session.Id,
                new([new(cell.Members[0], "present"), new(cell.Members[1], "late"), new(cell.Members[2], "excused")])
            )
        ).ShouldBe(new AttendanceSummary(5, 2, 1, 0));

        var held = await secretary.CloseAsync(session.Id, cell.Over());

        held.State.ShouldBe("held");
        held.Attendance.ShouldBe(new AttendanceSummary(5, 2, 1, 2));
        (await secretary.SessionAsync(session.Id)).ShouldBeEquivalentTo(held);
        held.Minutes.ShouldBe("Biên bản: chi bộ thống nhất.");
        var events = await service.EventsAsync(session.Id);
        events
            .Select(row => row.Type)
            .ShouldBe([nameof(SessionScheduled), nameof(SessionHeld), nameof(AttendanceTaken)], ignoreOrder: true);
        var told = JsonSerializer.Deserialize<SessionHeld>(Told(nameof(SessionHeld)), JsonSerializerOptions.Web)!;
        (told.Expected, told.Present, told.Excused, told.Absent, told.Minutes, told.Version).ShouldBe((5, 2, 1, 2, 100, held.Version));
        told.HeldOn.ShouldBe(new DateOnly(2022, 3, 1));
        var taken = JsonSerializer.Deserialize<AttendanceTaken>(Told(nameof(AttendanceTaken)), JsonSerializerOptions.Web)!;
        taken.Present.ShouldBe(cell.Members[..2], ignoreOrder: true);
        taken.Excused.ShouldBe([cell.Members[2]]);
        taken.Absent.ShouldBe(cell.Members[3..], ignoreOrder: true);

        string Told(string type) => events.Single(row => row.Type == type).Payload;
    }

    [Fact]
    public async Task A_held_session_never_changes()
    {
        var cell = await service.CellAsync(2);
        var secretary = service.As(cell.Secretary);
        var session = await secretary.ScheduleAsync(cell.Meeting());
        var held = await secretary.CloseAsync(session.Id, cell.Over());
        (await Problems.RefusalAsync(() => secretary.CloseAsync(session.Id, cell.Over()))).ShouldBe("session-held");
        (await Problems.RefusalAsync(() => secretary.OpenAsync(session.Id))).ShouldBe("session-held");
        (await Problems.RefusalAsync(() => secretary.TakeRosterAsync(session.Id, new([new(cell.Members[0], "present")])))).ShouldBe(
            "session-held"
        );
        (await secretary.SessionAsync(session.Id)).ShouldBeEquivalentTo(held);
    }

    [Fact]
    public async Task A_roster_with_a_stranger_records_nobody()
    {
        var cell = await service.CellAsync(2);
        var secretary = service.As(cell.Secretary);
        var session = await secretary.ScheduleAsync(cell.Meeting());
        (
            await Problems.RefusalAsync(() =>
                secretary.TakeRosterAsync(session.Id, new([new(cell.Members[0], "present"), new(Guid.NewGuid(), "present")]))
            )
        ).ShouldBe("not-participants");
        (await secretary.SessionAsync(session.Id)).Attendance.ShouldBe(new AttendanceSummary(2, 0, 0, 0));
    }

    [Fact]
    public async Task Close_while_check_ins_arrive_loses_none_that_was_acknowledged_and_counts_none_that_was_not()
    {
        for (var round = 0; round < 6; round++)
        {
            var cell = await service.CellAsync(60);
            var secretary = service.As(cell.Secretary);
            var session = await secretary.ScheduleAsync(cell.Meeting());
            await secretary.OpenAsync(session.Id);

            var checkIns = cell
                .Members.Select(
                    async (member, order) =>
                    {
                        await Task.Delay(order / 2);
                        return await AcknowledgedAsync(() => secretary.CheckInAsync(session.Id, new(member, null))) ? member : Guid.Empty;
                    }
                )
                .ToList();
            await Task.Delay(round * 6);
            var held = await secretary.CloseAsync(session.Id, cell.Over());
            var acknowledged = (await Task.WhenAll(checkIns)).Where(member => member != Guid.Empty).ToList();

            held.Attendance.Present.ShouldBe(acknowledged.Count);
            var events = await service.EventsAsync(session.Id);
            var taken = JsonSerializer.Deserialize<AttendanceTaken>(
                events.Single(row => row.Type == nameof(AttendanceTaken)).Payload,
                JsonSerializerOptions.Web
            )!;
            taken.Present.ShouldBe(acknowledged, ignoreOrder: true);
            events.Count(row => row.Type == nameof(MemberCheckedIn)).ShouldBe(acknowledged.Count);
        }
    }

    [Fact]
    public async Task Close_waits_for_a_check_in_under_way_and_counts_it()
    {
        var cell = await service.CellAsync(2);
        var secretary = service.As(cell.Secretary);
        var session = await secretary.ScheduleAsync(cell.Meeting());
        await secretary.OpenAsync(session.Id);
        await using var connection = await service.ConnectAsync();
        await using var checkIn = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"update attendance set status = 'present' where session_id = '{session.Id}' and member_id = '{cell.Members[0]}' and "
            + "status is null";
        await command.ExecuteNonQueryAsync();

        var closing = secretary.CloseAsync(session.Id, cell.Over());
        await Locks.AwaitedAsync(service.Database, closing);
        closing.IsCompleted.ShouldBeFalse();
        await checkIn.CommitAsync();

        (await closing).Attendance.ShouldBe(new AttendanceSummary(2, 1, 0, 1));
    }

    [Fact]
    public async Task Whatever_the_sequence_of_check_ins_and_rosters_the_closed_figures_add_up()
    {
        var step = Gen.Elements("check-in", "present", "late", "excused", "absent")
            .SelectMany(what => Gen.Choose(0, 5), (what, who) => (what, who));
        foreach (var steps in step.ArrayOf().Sample(12, 12))
        {
            var cell = await service.CellAsync(6);
            var secretary = service.As(cell.Secretary);
            var session = await secretary.ScheduleAsync(cell.Meeting());
            await secretary.OpenAsync(session.Id);
            var model = new string?[6];
            foreach (var (what, who) in steps)
            {
                if (what != "check-in")
                {
                    await secretary.TakeRosterAsync(session.Id, new([new(cell.Members[who], what)]));
                    model[who] = what;
                }
                else if (await AcknowledgedAsync(() => secretary.CheckInAsync(session.Id, new(cell.Members[who], null))))
                {
                    model[who] ??= "present";
                }
            }

            var held = (await secretary.CloseAsync(session.Id, cell.Over())).Attendance;

            held.ShouldBe(
                new AttendanceSummary(
                    6,
                    model.Count(status => status is "present" or "late"),
                    model.Count(status => status == "excused"),
                    model.Count(status => status is null or "absent")
                ),
                string.Join(", ", steps)
            );
            (held.Present + held.Excused + held.Absent).ShouldBe(held.Expected);
        }
    }

    private static async Task<bool> AcknowledgedAsync(Func<Task> checkIn)
    {
        try
        {
            await checkIn();
            return true;
        }
        catch (ApiException refusal)
            when (refusal.Type.EndsWith("session-not-open", StringComparison.Ordinal)
                || refusal.Type.EndsWith("attendance-recorded", StringComparison.Ordinal)
            )
        {
            return false;
        }
    }
}
