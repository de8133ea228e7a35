using System.Text.Json;
using Campaign.Api.Session;
using Campaign.Contracts;

namespace Campaign.Session.Tests.Service;

[Collection<SessionCollection>]
public sealed class QualityTests(SessionService service)
{
    [Fact]
    public async Task Score_is_seen_live_explained_by_line_and_frozen_when_confirmed()
    {
        var (cell, secretary, session) = await MeetingAsync();
        var live = await secretary.QualityAsync(session);
        (live.State, live.Points, live.Lines.Count).ShouldBe(("live", 0, 9));
        live.Lines.ShouldAllBe(line => line.Source.Length > 0 && !line.Verified && line.Explanation.Length > 0);

        await WellPreparedAsync(cell, secretary, session);
        var during = await secretary.QualityAsync(session);
        Outcome(during, "attendance").ShouldBe(("met", 100m));
        Outcome(during, "prepared").ShouldBe(("met", 5m));
        Outcome(during, "no-unexcused").Outcome.ShouldBe("open");
        (await Problems.RefusalAsync(() => secretary.ConfirmQualityAsync(session, new(0)))).ShouldBe("session-not-held");
        await secretary.CloseAsync(session, cell.Over());
        (await Problems.RefusalAsync(() => secretary.ConfirmQualityAsync(session, new(0)))).ShouldBe("quality-unanswered");
        await secretary.AnswerQualityAsync(session, new("order", true, "Bắt đầu đúng 19 giờ"));
        var answered = await secretary.AnswerQualityAsync(session, new("theme", false, "Chưa gắn việc cụ thể"));
        (await Problems.FieldAsync(() => secretary.AnswerQualityAsync(session, new("duration", true, "Đủ")))).ShouldBe("code one-of");
        (answered.State, answered.Points, answered.MaxPoints).ShouldBe(("to-confirm", 70, 90));
        (await Problems.RefusalAsync(() => secretary.ConfirmQualityAsync(session, new(90)))).ShouldBe("quality-changed");

        var confirmed = await secretary.ConfirmQualityAsync(session, new(70));

        (confirmed.State, confirmed.Points, confirmed.ConfirmedPoints).ShouldBe(("confirmed", 70, 70));
        confirmed.Lines.ShouldBe(answered.Lines);
        (await Problems.RefusalAsync(() => secretary.AnswerQualityAsync(session, new("theme", true, "Đổi ý")))).ShouldBe(
            "quality-confirmed"
        );
        (await Problems.RefusalAsync(() => secretary.ConfirmQualityAsync(session, new(70)))).ShouldBe("quality-confirmed");
        // signed since: what was confirmed stays as it was
        await secretary.SignMinutesAsync(session, new("chair", 1));
        (await service.AsMember(cell, cell.Members[0]).QualityAsync(session)).Lines.ShouldBe(confirmed.Lines);
        var told = (await ToldAsync(session)).ShouldHaveSingleItem();
        (told.Points, told.MaxPoints, told.UnitId, told.HeldOn).ShouldBe((70, 90, cell.Id, new DateOnly(2022, 3, 1)));
    }

    [Fact]
    public async Task Corrected_attendance_opens_the_score_again_and_a_corrected_text_does_not()
    {
        var (cell, secretary, session) = await MeetingAsync();
        await WellPreparedAsync(cell, secretary, session);
        await secretary.AnswerQualityAsync(session, new("order", true, "Đúng"));
        await secretary.AnswerQualityAsync(session, new("theme", true, "Sát"));
        await secretary.CloseAsync(session, cell.Over());
        await secretary.ConfirmQualityAsync(session, new(80));
        await secretary.CorrectAsync(session, new Correct(1, "Sửa chữ", new EditMinutes("Nội dung", null, null, null), null));
        (await secretary.QualityAsync(session)).State.ShouldBe("confirmed");

        await secretary.CorrectAsync(
            session,
            new Correct(2, "Ghi nhầm", new EditMinutes("Nội dung", null, null, null), [new(cell.Members[1], "absent")])
        );

        var again = await secretary.QualityAsync(session);
        (again.State, again.ConfirmedPoints, again.Points).ShouldBe(("to-confirm-again", 80, 55));
        Outcome(again, "no-unexcused").ShouldBe(("missed", 1m));
        (await secretary.ConfirmQualityAsync(session, new(55))).State.ShouldBe("confirmed");
        var told = await ToldAsync(session);
        told.Select(confirmed => confirmed.Points).ShouldBe([80, 55]);
        told[1].Version.ShouldBeGreaterThan(told[0].Version);
    }

    [Fact]
    public async Task A_conference_has_no_score()
    {
        var cell = await service.CellAsync(1);
        var secretary = service.As(cell.Secretary);
        var session = (await secretary.ScheduleAsync(cell.Meeting(kind: "study-conference"))).Id;
        await secretary.CloseAsync(session, cell.Over());
        (await secretary.QualityAsync(session)).State.ShouldBe("none");
        (await Problems.RefusalAsync(() => secretary.ConfirmQualityAsync(session, new(0)))).ShouldBe("no-quality-rules");
    }

    [Fact]
    public async Task Last_resolution_counts_what_was_due()
    {
        var (cell, secretary, session) = await MeetingAsync();
        await secretary.WriteResolutionAsync(
            session,
            0,
            new(
                "Nhất trí",
                [new(null, "Đến hạn", null, null, new DateOnly(2022, 3, 20)), new(null, "Còn lâu", null, null, new DateOnly(2022, 12, 20))]
            )
        );
        await secretary.CloseAsync(session, cell.Over());
        var next = (await secretary.ScheduleAsync(cell.Meeting() with { StartsAt = Cell.Start.AddDays(30) })).Id;
        var line = (await secretary.QualityAsync(next)).Lines.Single(line => line.Code == "follow-up");
        (line.Outcome, line.Found, line.Needed).ShouldBe(("open", 0m, 1m));
    }

    private async Task<List<SessionQualityConfirmed>> ToldAsync(Guid session) =>
        [
            .. (await service.EventsAsync(session))
                .Where(row => row.Type == nameof(SessionQualityConfirmed))
                .Select(row => JsonSerializer.Deserialize<SessionQualityConfirmed>(row.Payload, JsonSerializerOptions.Web)!),
        ];

    private static (string Outcome, decimal? Found) Outcome(QualityView quality, string code) =>
        quality.Lines.Where(line => line.Code == code).Select(line => (line.Outcome, line.Found)).Single();

    /// <summary>Both members came and spoke, and every step was seen to.</summary>
    private static async Task WellPreparedAsync(Cell cell, SessionClient secretary, Guid session)
    {
        foreach (var step in (await secretary.PreparationAsync(session)).Steps)
        {
            await secretary.TickStepAsync(session, new(step.Code, true));
        }

        await secretary.TakeRosterAsync(session, new([.. cell.Members.Select(member => new RosterEntry(member, "present"))]));
        foreach (var member in cell.Members)
        {
            await secretary.ContributeAsync(session, new("speech", member, null, null, "Nhất trí"));
        }
    }

    private async Task<(Cell Cell, SessionClient Secretary, Guid Session)> MeetingAsync()
    {
        var cell = await service.CellAsync(2);
        var secretary = service.As(cell.Secretary);
        return (cell, secretary, (await secretary.ScheduleAsync(cell.Meeting())).Id);
    }
}
