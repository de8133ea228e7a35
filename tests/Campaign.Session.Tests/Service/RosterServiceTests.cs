using System.Globalization;
using System.Text;
using Campaign.Api.Session;
using Campaign.Sessions.Attendance;
using UglyToad.PdfPig;

namespace Campaign.Session.Tests.Service;

[Collection<SessionCollection>]
public sealed class RosterServiceTests(SessionService service)
{
    [Fact]
    public async Task Roster_keeps_minutes_and_reasons_and_takes_back_its_own_word()
    {
        var (cell, secretary, session) = await ScheduledAsync(4);
        await secretary.TakeRosterAsync(
            session,
            new([
                new(cell.Members[0], "late", 20),
                new(cell.Members[1], "left-early", 30),
                new(cell.Members[2], "excused", Reason: "Nằm viện"),
                new(cell.Members[3], "absent"),
            ])
        );
        var people = (await secretary.ParticipantsAsync(session)).Items;
        people
            .Select(person => (person.Status, person.Minutes, person.Reason, person.Way))
            .ShouldBe(
                [
                    ("late", 20, null, "roster"),
                    ("left-early", 30, null, "roster"),
                    ("excused", null, "Nằm viện", "roster"),
                    ("absent", null, null, "roster"),
                ],
                ignoreOrder: true
            );
        people.Select(person => person.Line).ShouldBe([1, 2, 3, 4]);

        (await secretary.TakeRosterAsync(session, new([new(cell.Members[0], null), new(cell.Members[3], null)]))).ShouldBe(
            new AttendanceSummary(4, 1, 1, 0)
        );

        var undone = (await secretary.ParticipantsAsync(session)).Items.Single(person => person.MemberId == cell.Members[0]);
        (undone.Status, undone.Minutes, undone.Way, undone.CheckedInAt).ShouldBe((null, null, null, null));
    }

    [Fact]
    public async Task A_check_in_is_changed_but_never_undone()
    {
        var (cell, secretary, session) = await ScheduledAsync(2);
        var code = (await secretary.OpenAsync(session)).Code;
        await service.AsMember(cell, cell.Members[0]).CheckInAsync(session, new(null, code));
        (
            await Problems.RefusalAsync(() =>
                secretary.TakeRosterAsync(session, new([new(cell.Members[0], null), new(cell.Members[1], "present")]))
            )
        ).ShouldBe("checked-in-by-themselves");
        (await secretary.SessionAsync(session)).Attendance.Present.ShouldBe(1);
        await secretary.TakeRosterAsync(session, new([new(cell.Members[0], "left-early", 40)]));
        (await Problems.RefusalAsync(() => secretary.TakeRosterAsync(session, new([new(cell.Members[0], null)])))).ShouldBe(
            "checked-in-by-themselves"
        );
        (await secretary.ParticipantsAsync(session))
            .Items.Single(person => person.MemberId == cell.Members[0])
            .Way.ShouldBe(RecordingMethods.Code);
    }

    [Fact]
    public async Task A_tick_from_before_does_not_take_away_a_check_in()
    {
        var (cell, secretary, session) = await ScheduledAsync(2);
        var code = (await secretary.OpenAsync(session)).Code;
        var arrived = (await service.AsMember(cell, cell.Members[0]).CheckInAsync(session, new(null, code))).CheckedInAt;

        (
            await Problems.RefusalAsync(() =>
                secretary.TakeRosterAsync(session, new([new(cell.Members[0], "absent")], arrived.AddMinutes(-10)))
            )
        ).ShouldBe("checked-in-since");
        (await secretary.SessionAsync(session)).Attendance.Present.ShouldBe(1);

        await secretary.TakeRosterAsync(session, new([new(cell.Members[1], "absent")], arrived.AddMinutes(-10)));
        (
            await secretary.TakeRosterAsync(session, new([new(cell.Members[0], "excused", Reason: "Về trước")], arrived.AddMinutes(1)))
        ).Excused.ShouldBe(1);
    }

    [Fact]
    public async Task Statuses_are_data()
    {
        var (cell, secretary, session) = await ScheduledAsync(1);
        (await secretary.CatalogueAsync(SessionCatalogues.Statuses.Name))
            .Value.Entries.Where(status => status.IsUsedOn(DateOnly.FromDateTime(DateTime.UtcNow)))
            .Select(status => status.Code)
            .ShouldBe(["present", "late", "left-early", "excused", "absent"]);
        await service.ScalarAsync<string>(
            """
            insert into attendance_statuses (code, name, counts_as, usual, takes_minutes, needs_reason, position, valid_from, valid_to,
                source, verified)
            values ('online', 'Dự trực tuyến', 'present', false, false, false, 9, '2022-03-01', '2022-03-02', 'test', false) returning code
            """
        );
        (await secretary.TakeRosterAsync(session, new([new(cell.Members[0], "online")]))).Present.ShouldBe(1);
        (await secretary.CloseAsync(session, cell.Over())).Attendance.ShouldBe(new AttendanceSummary(1, 1, 0, 0));
    }

    [Fact]
    public async Task Sheet_is_printed_numbered_and_entered_by_its_numbers()
    {
        var (_, secretary, session) = await ScheduledAsync(25);
        using var sheet = PdfDocument.Open(await secretary.SheetAsync(session));
        sheet.NumberOfPages.ShouldBe(2);
        var text = string.Concat(sheet.GetPages().Select(page => page.Text));
        text.ShouldContain("DANH SÁCH KÝ TÊN");
        text.ShouldContain("Học tập và làm theo");
        sheet.GetPages().Sum(page => page.GetWords().Count(word => word.Text == "Thử" && word.Letters[0].PointSize >= 14)).ShouldBe(25);

        var summary = await secretary.EnterSheetAsync(
            session,
            new([new("1-20, 22", "present"), new("21", "excused", Reason: "Ốm")], "absent")
        );

        summary.ShouldBe(new AttendanceSummary(25, 21, 1, 3));
        var people = (await secretary.ParticipantsAsync(session)).Items;
        people.Single(person => person.Line == 21).Reason.ShouldBe("Ốm");
        people.ShouldAllBe(person => person.Way == RecordingMethods.Sheet);
        (await Problems.FieldAsync(() => secretary.EnterSheetAsync(session, new([new("26", "present")], null)))).ShouldBe(
            "entries[0].lines not-on-sheet"
        );
    }

    [Fact]
    public async Task File_is_taken_over_whole_and_repeated_without_effect()
    {
        var (cell, secretary, session) = await ScheduledAsync(3);
        var csv =
            $"number;status;minutes;reason\n{Number(cell.Members[0])};late;10;\n{Number(cell.Members[1])};excused;;Đi công "
            + $"tác\n{Number(cell.Members[2])};present;;\n";
        (await secretary.ImportAttendanceAsync(session, csv, dryRun: true)).ShouldSatisfyAllConditions(
            report => report.Recorded.ShouldBe(0),
            report => report.ErrorCount.ShouldBe(0)
        );
        (await secretary.SessionAsync(session)).Attendance.Present.ShouldBe(0);
        (await secretary.ImportAttendanceAsync(session, csv, dryRun: false)).Recorded.ShouldBe(3);
        await secretary.ImportAttendanceAsync(session, csv, dryRun: false);
        (await secretary.SessionAsync(session)).Attendance.ShouldBe(new AttendanceSummary(3, 2, 1, 0));
    }

    [Fact]
    public async Task File_that_contradicts_itself_changes_nothing_and_says_where()
    {
        var (cell, secretary, session) = await ScheduledAsync(2);
        var other = await service.CellAsync(1);
        var csv =
            $"number,status\n{Number(cell.Members[0])},present\n{Number(cell.Members[0])},absent\n{Number(other.Members[0])},present\n"
            + $"không-có,present\n\"=cmd|'/c calc'!A1\",present\n{Number(cell.Members[1])},present\n";
        var report = await secretary.ImportAttendanceAsync(session, csv, dryRun: false);
        report.Errors.Select(error => error.Line).ShouldBe([3, 4, 5, 6]);
        (report.Rows, report.Recorded, report.ErrorCount).ShouldBe((6, 0, 4));
        (await secretary.SessionAsync(session)).Attendance.ShouldBe(new AttendanceSummary(2, 0, 0, 0));
    }

    [Fact]
    public async Task File_of_200000_rows_gets_its_report_and_changes_nothing()
    {
        var (cell, secretary, session) = await ScheduledAsync(1);
        var csv = new StringBuilder("number,status\n");
        for (var row = 0; row < 200_000; row++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{Number(cell.Members[0])},present\n");
        }

        var report = await secretary.ImportAttendanceAsync(session, csv.ToString(), dryRun: false);
        (report.Rows, report.Recorded, report.ErrorCount).ShouldBe((200_000, 0, 1));
        (await secretary.SessionAsync(session)).Attendance.Present.ShouldBe(0);
    }

    [Fact]
    public async Task A_temporary_attendee_is_in_no_figure_until_merged_with_a_member()
    {
        var (cell, secretary, session) = await ScheduledAsync(2);
        var late = await service.CellAsync(1, cell.Path);
        var known = await secretary.AddTemporaryAttendeeAsync(session, new("Nguyễn Văn Mới", "chuyển từ phường khác"));
        var guest = await secretary.AddTemporaryAttendeeAsync(session, new("Trần Thị Khách", null));
        (await secretary.SessionAsync(session)).Attendance.ShouldBe(new AttendanceSummary(2, 0, 0, 0));

        await secretary.MergeTemporaryAttendeeAsync(session, known.Id, new(late.Members[0]));
        await secretary.MergeTemporaryAttendeeAsync(session, known.Id, new(late.Members[0]));
        await secretary.MergeTemporaryAttendeeAsync(session, guest.Id, new(cell.Members[0]));

        (await secretary.SessionAsync(session)).Attendance.ShouldBe(new AttendanceSummary(3, 2, 0, 0));
        (await Problems.RefusalAsync(() => secretary.MergeTemporaryAttendeeAsync(session, known.Id, new(cell.Members[1])))).ShouldBe(
            "already-merged"
        );
        var stranger = await service.CellAsync(1);
        var third = await secretary.AddTemporaryAttendeeAsync(session, new("Người Lạ", ""));
        (await Problems.RefusalAsync(() => secretary.MergeTemporaryAttendeeAsync(session, third.Id, new(stranger.Members[0])))).ShouldBe(
            "outside-your-units"
        );
        (await secretary.TemporaryAttendeesAsync(session))
            .Items.Select(row => row.MemberId)
            .ShouldBe([late.Members[0], cell.Members[0], null], ignoreOrder: true);
        (await secretary.CloseAsync(session, cell.Over())).Attendance.ShouldBe(new AttendanceSummary(3, 2, 0, 1));
    }

    private static string Number(Guid member) => member.ToString("N")[^12..];

    private async Task<(Cell Cell, SessionClient Secretary, Guid Session)> ScheduledAsync(int members)
    {
        var cell = await service.CellAsync(members);
        var secretary = service.As(cell.Secretary);
        return (cell, secretary, (await secretary.ScheduleAsync(cell.Meeting([.. cell.Members]))).Id);
    }
}
