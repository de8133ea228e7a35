using System.Text.Json;
using Campaign.Api.Session;
using Campaign.Contracts;

namespace Campaign.Session.Tests.Service;

[Collection<SessionCollection>]
public sealed class MinutesServiceTests(SessionService service)
{
    private static readonly EditMinutes s_edit = new("I. NỘI DUNG\nChi bộ thống nhất.", "05-BB/CB", "Nguyễn Văn An", "Trần Thị Bình");

    [Fact]
    public async Task Close_without_a_text_keeps_what_the_record_says()
    {
        var (cell, secretary, session) = await HeldAsync(new CloseSession(Cell.Start.AddMinutes(100), ""));
        var minutes = await secretary.MinutesAsync(session);
        minutes.Number.ShouldBe(1);
        minutes.Text.ShouldContain("Triệu tập 3; có mặt 1 (33,3 %); vắng có lý do 1; vắng không lý do 1.");
        minutes.Text.ShouldContain("Vắng có lý do (1): Đảng viên Thử (Đi công tác).");
        (await secretary.MinutesDraftAsync(session)).Text.ShouldBe(minutes.Text);
        (await service.AsMember(cell, cell.Members[0]).MinutesAsync(session) with { May = minutes.May }).ShouldBe(minutes);
    }

    [Fact]
    public async Task Every_edit_is_a_version_and_stale_ones_are_refused()
    {
        var (_, secretary, session) = await HeldAsync();
        (await secretary.EditMinutesAsync(session, 1, s_edit)).Number.ShouldBe(2);
        (await Problems.RefusalAsync(() => secretary.EditMinutesAsync(session, 1, s_edit))).ShouldBe("version-changed");
        var versions = await secretary.MinutesVersionsAsync(session, limit: 1);
        versions.Items.ShouldHaveSingleItem().Number.ShouldBe(2);
        (await secretary.MinutesVersionsAsync(session, versions.Next))
            .Items.ShouldHaveSingleItem()
            .Text.ShouldBe("Biên bản: chi bộ thống nhất.");
        (await secretary.SessionAsync(session)).Minutes.ShouldBe(s_edit.Text);
    }

    [Fact]
    public async Task Minutes_are_begun_during_the_session_and_kept_at_the_close()
    {
        var cell = await service.CellAsync(1);
        var secretary = service.As(cell.Secretary);
        var session = (await secretary.ScheduleAsync(cell.Meeting())).Id;
        (await Problems.RefusalAsync(() => secretary.MinutesAsync(session))).ShouldBe("no-minutes");
        await secretary.EditMinutesAsync(session, 0, s_edit);
        (await Problems.RefusalAsync(() => secretary.SignMinutesAsync(session, new("chair", 1)))).ShouldBe("session-not-held");
        (await secretary.CloseAsync(session, cell.Over() with { MinutesText = "" })).Minutes.ShouldBe(s_edit.Text);
        (await secretary.MinutesAsync(session)).Number.ShouldBe(1);
    }

    [Fact]
    public async Task Signed_by_two_minutes_are_locked_and_only_corrected()
    {
        var (cell, secretary, session) = await HeldAsync();
        var recorder = service.AsMember(cell, cell.Members[0]);
        (await Problems.RefusalAsync(() => recorder.SignMinutesAsync(session, new("chair", 1)))).ShouldBe("outside-your-units");
        (await Problems.RefusalAsync(() => service.AsMember(cell, Guid.NewGuid()).SignMinutesAsync(session, new("secretary", 1)))).ShouldBe(
            "outside-your-units"
        );
        await secretary.SignMinutesAsync(session, new("chair", 1));
        (await Problems.RefusalAsync(() => recorder.SignMinutesAsync(session, new("secretary", 2)))).ShouldBe("minutes-changed");
        (await recorder.SignMinutesAsync(session, new("secretary", 1))).Locked.ShouldBeTrue();
        (await Problems.RefusalAsync(() => secretary.EditMinutesAsync(session, 1, s_edit))).ShouldBe("minutes-locked");

        var corrected = await secretary.CorrectAsync(session, new Correct(1, "Ghi thiếu ý kiến", s_edit, null));

        (corrected.Number, corrected.Reason, corrected.Locked).ShouldBe((2, "Ghi thiếu ý kiến", false));
        (await service.EventsAsync(session)).ShouldNotContain(row => row.Type == nameof(AttendanceCorrected));
    }

    [Fact]
    public async Task Corrected_attendance_is_told_with_its_reason_and_its_people()
    {
        var (cell, secretary, session) = await HeldAsync();
        var before = await secretary.SessionAsync(session);

        await secretary.CorrectAsync(session, new Correct(1, "Ghi nhầm", s_edit, [new(cell.Members[2], "late", 30)]));

        var after = await secretary.SessionAsync(session);
        after.Attendance.ShouldBe(new AttendanceSummary(3, 2, 1, 0));
        after.Version.ShouldBe(before.Version + 1);
        var events = await service.EventsAsync(session);
        var told = JsonSerializer.Deserialize<AttendanceCorrected>(
            events.Single(row => row.Type == nameof(AttendanceCorrected)).Payload,
            JsonSerializerOptions.Web
        )!;
        (told.Expected, told.Present, told.Excused, told.Absent, told.Reason, told.Version).ShouldBe(
            (3, 2, 1, 0, "Ghi nhầm", after.Version)
        );
        var taken = events
            .Where(row => row.Type == nameof(AttendanceTaken))
            .Select(row => JsonSerializer.Deserialize<AttendanceTaken>(row.Payload, JsonSerializerOptions.Web)!)
            .MaxBy(part => part.Version)!;
        taken.Version.ShouldBe(after.Version);
        taken.Present.ShouldBe([cell.Members[0], cell.Members[2]], ignoreOrder: true);
    }

    [Fact]
    public async Task A_correction_of_nobody_known_or_of_an_open_session_changes_nothing()
    {
        var (cell, secretary, session) = await HeldAsync();
        (
            await Problems.RefusalAsync(() =>
                secretary.CorrectAsync(session, new Correct(1, "Nhầm", s_edit, [new(Guid.NewGuid(), "present")]))
            )
        ).ShouldBe("not-participants");
        (
            await Problems.FieldAsync(() => secretary.CorrectAsync(session, new Correct(1, "Nhầm", s_edit, [new(cell.Members[2], null)])))
        ).ShouldBe("entries[0].status status-after-closing");
        (await Problems.FieldAsync(() => secretary.CorrectAsync(session, new Correct(1, " ", s_edit, null)))).ShouldBe("reason length");
        (await Problems.RefusalAsync(() => secretary.CorrectAsync(session, new Correct(7, "Nhầm", s_edit, null)))).ShouldBe(
            "minutes-changed"
        );
        (await secretary.MinutesAsync(session)).Number.ShouldBe(1);
        var open = (await secretary.ScheduleAsync(cell.Meeting())).Id;
        (await Problems.RefusalAsync(() => secretary.CorrectAsync(open, new Correct(1, "Nhầm", s_edit, null)))).ShouldBe(
            "session-not-held"
        );
    }

    /// <summary>A closed session: the first member present, the second excused, the third absent.</summary>
    private async Task<(Cell Cell, SessionClient Secretary, Guid Session)> HeldAsync(CloseSession? close = null)
    {
        var cell = await service.CellAsync(3);
        var secretary = service.As(cell.Secretary);
        var session = (await secretary.ScheduleAsync(cell.Meeting())).Id;
        await secretary.TakeRosterAsync(
            session,
            new([new(cell.Members[0], "present"), new(cell.Members[1], "excused", Reason: "Đi công tác")])
        );
        await secretary.CloseAsync(session, close ?? cell.Over());
        return (cell, secretary, session);
    }
}
