using System.Text.Json;
using Campaign.Contracts;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.CheckIn;

namespace Campaign.Session.Tests.Service;

[Collection<SessionCollection>]
public sealed class ScanTests(SessionService service) : IDisposable
{
    [Fact]
    public async Task A_member_scans_before_signing_in_and_checks_in_with_the_ticket()
    {
        var (cell, session) = await OpenAsync();
        var screen = await service.As(cell.Secretary).ScreenAsync(session);
        screen.ScanChangesAt.ShouldBeInRange(screen.Now, screen.Now.AddSeconds(20));

        var ticket = (await service.As().ScanAsync(session, screen.Scan)).Ticket;
        var result = await service.AsMember(cell, cell.Members[0]).CheckInAsync(session, new(null, null, ticket));

        result.Status.ShouldBe("present");
        (
            await service.ScalarAsync<string>(
                $"select way from attendance where session_id = '{session}' and member_id = '{cell.Members[0]}'"
            )
        ).ShouldBe(Ways.Scan);
    }

    [Fact]
    public async Task A_screenshot_of_a_minute_ago_is_refused_with_what_to_do()
    {
        var (cell, session) = await OpenAsync();
        var now = service.Clock.StandStill();
        var old = ScanCode.At(await SecretAsync(session), session, now.AddSeconds(-60));
        (await Problems.RefusalAsync(() => service.As().ScanAsync(session, old))).ShouldBe("scan-expired");
        var lastPeriod = ScanCode.At(await SecretAsync(session), session, now - ScanCode.Period);
        (await service.As().ScanAsync(session, lastPeriod)).Ticket.ShouldNotBeEmpty();
        (await Problems.RefusalAsync(() => service.As().ScanAsync(session, "1.x"))).ShouldBe("wrong-code");
        var oldTicket = ScanCode.TicketAt(await SecretAsync(session), session, now.AddMinutes(-11));
        (
            await Problems.RefusalAsync(() => service.AsMember(cell, cell.Members[0]).CheckInAsync(session, new(null, null, oldTicket)))
        ).ShouldBe("scan-expired");
    }

    [Fact]
    public async Task An_early_scan_is_kept_and_counted_once_when_the_meeting_opens()
    {
        var cell = await service.CellAsync(3);
        var secretary = service.As(cell.Secretary);
        var session = (await secretary.ScheduleAsync(cell.Meeting())).Id;
        await secretary.TakeRosterAsync(session, new([new(cell.Members[1], "excused", Reason: "Đi công tác")]));
        var ticket = (await service.As().ScanAsync(session, (await secretary.ScreenAsync(session)).Scan)).Ticket;

        var member = service.AsMember(cell, cell.Members[0]);
        var early = await member.CheckInAsync(session, new(null, null, ticket));
        early.Status.ShouldBe("early");
        (await member.CheckInAsync(session, new(null, null, ticket))).ShouldBe(early);
        (
            await Problems.RefusalAsync(() => service.AsMember(cell, cell.Members[1]).CheckInAsync(session, new(null, null, ticket)))
        ).ShouldBe("attendance-recorded");
        (await secretary.SessionAsync(session)).Attendance.Present.ShouldBe(0);
        await secretary.OpenAsync(session);
        await secretary.OpenAsync(session);

        (await secretary.SessionAsync(session)).Attendance.ShouldBe(new(3, 1, 1, 0));
        (await member.CheckInAsync(session, new(null, null, ticket))).ShouldBe(early with { Status = "present" });
        var logged = (await service.EventsAsync(session)).Where(row => row.Type == nameof(MemberCheckedIn)).ShouldHaveSingleItem();
        JsonSerializer.Deserialize<MemberCheckedIn>(logged.Payload, JsonSerializerOptions.Web)!.MemberId.ShouldBe(cell.Members[0]);
    }

    [Fact]
    public async Task Early_scans_that_race_with_the_opening_are_all_counted()
    {
        for (var round = 0; round < 4; round++)
        {
            var cell = await service.CellAsync(30);
            var secretary = service.As(cell.Secretary);
            var session = (await secretary.ScheduleAsync(cell.Meeting())).Id;
            var ticket = (await service.As().ScanAsync(session, (await secretary.ScreenAsync(session)).Scan)).Ticket;
            var arrivals = cell
                .Members.Select(member => service.AsMember(cell, member).CheckInAsync(session, new(null, null, ticket)))
                .ToList();
            await Task.Delay(round * 4);
            await secretary.OpenAsync(session);
            await Task.WhenAll(arrivals);

            (await secretary.SessionAsync(session)).Attendance.Present.ShouldBe(30);
            (await service.EventsAsync(session)).Count(row => row.Type == nameof(MemberCheckedIn)).ShouldBe(30);
        }
    }

    [Fact]
    public async Task An_early_scan_counts_for_a_meeting_that_was_never_opened()
    {
        var cell = await service.CellAsync(2);
        var secretary = service.As(cell.Secretary);
        var session = (await secretary.ScheduleAsync(cell.Meeting())).Id;
        var ticket = (await service.As().ScanAsync(session, (await secretary.ScreenAsync(session)).Scan)).Ticket;
        await service.AsMember(cell, cell.Members[0]).CheckInAsync(session, new(null, null, ticket));
        (await secretary.CloseAsync(session, cell.Over())).Attendance.ShouldBe(new(2, 1, 0, 1));
    }

    [Fact]
    public async Task A_ticket_checks_in_nobody_else_and_nobody_after_the_close()
    {
        var (cell, session) = await OpenAsync();
        var secretary = service.As(cell.Secretary);
        var code = (await secretary.ScreenAsync(session)).Scan;
        var ticket = (await service.As().ScanAsync(session, code)).Ticket;
        (
            await Problems.RefusalAsync(() =>
                service.AsMember(cell, cell.Members[0]).CheckInAsync(session, new(cell.Members[1], null, ticket))
            )
        ).ShouldBe("only-yourself");
        await secretary.CloseAsync(session, cell.Over());
        (await Problems.RefusalAsync(() => service.As().ScanAsync(session, code))).ShouldBe("session-not-open");
        (await Problems.RefusalAsync(() => secretary.ScreenAsync(session))).ShouldBe("session-held");
        (
            await Problems.RefusalAsync(() => service.AsMember(cell, cell.Members[0]).CheckInAsync(session, new(null, null, ticket)))
        ).ShouldBe("session-not-open");
    }

    public void Dispose() => service.Clock.GoOn();

    private async Task<(Cell Cell, Guid Session)> OpenAsync()
    {
        var cell = await service.CellAsync(2);
        var session = await service.As(cell.Secretary).ScheduleAsync(cell.Meeting());
        await service.As(cell.Secretary).OpenAsync(session.Id);
        return (cell, session.Id);
    }

    private Task<byte[]> SecretAsync(Guid session) => service.ScalarAsync<byte[]>($"select secret from sessions where id = '{session}'");
}
