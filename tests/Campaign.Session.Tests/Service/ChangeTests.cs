using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Session.Tests.Service;

/// <summary>A session that has not opened yet is changed, moved or cancelled.</summary>
[Collection<SessionCollection>]
public sealed class ChangeTests(SessionService service)
{
    [Fact]
    public async Task A_moved_session_tells_the_others_and_keeps_who_is_expected()
    {
        var cell = await service.CellAsync(2);
        var secretary = service.As(cell.Secretary);
        var session = await secretary.ScheduleAsync(cell.Meeting() with { Plan = cell.Meeting().Plan with { Activity = "talk" } });

        var moved = await secretary.ChangeAsync(
            session.Id,
            session.Version,
            Later(session, plan => plan with { Place = "Hội trường", Activity = "film" })
        );

        (moved.Plan.Place, moved.Plan.Activity, moved.Version).ShouldBe(("Hội trường", "film", 2));
        moved.StartsAt.ShouldBe(session.StartsAt.AddDays(1));
        moved.Attendance.Expected.ShouldBe(2);
        (await secretary.SessionsAsync(cell.Path, activity: "film")).Items.ShouldHaveSingleItem().Id.ShouldBe(session.Id);
        (await secretary.SessionsAsync(cell.Path, activity: "talk")).Items.ShouldBeEmpty();
        var (type, payload) = (await service.EventsAsync(session.Id))[^1];
        type.ShouldBe(nameof(SessionChanged));
        payload.Replace(" ", "", StringComparison.Ordinal).ShouldContain("\"plannedMinutes\":100");
    }

    [Fact]
    public async Task On_another_day_they_are_asked_anew_and_their_rows_come_along()
    {
        var cell = await service.CellAsync(2);
        var secretary = service.As(cell.Secretary);
        var session = await secretary.ScheduleAsync(cell.Meeting());
        var ticket = (await service.As().ScanAsync(session.Id, (await secretary.ScreenAsync(session.Id)).Scan)).Ticket;
        (await service.AsMember(cell, cell.Members[0]).CheckInAsync(session.Id, new CheckInRequest(null, null, ticket))).Status.ShouldBe(
            "early"
        );
        await secretary.TakeRosterAsync(session.Id, new TakeRoster([new RosterEntry(cell.Members[1], "excused", null, "ốm")]));
        await service.AsMember(cell, cell.Members[1]).AnswerMeetingAsync(session.Id, new AnswerInvitation("excused", "ốm", null));

        var later = await secretary.ChangeAsync(
            session.Id,
            session.Version,
            Later(session, plan => plan with { Place = "Hội trường" }) with
            {
                StartsAt = session.StartsAt.AddHours(1),
            }
        );
        (await secretary.ParticipantsAsync(session.Id))
            .Items.Count(person => person.Status is not null || person.EarlyAt is not null)
            .ShouldBe(2, "an hour later is the same day");
        await secretary.ChangeAsync(session.Id, later.Version, Later(session) with { StartsAt = session.StartsAt.AddMonths(2) });

        var people = (await secretary.ParticipantsAsync(session.Id)).Items;
        people.Count.ShouldBe(2);
        people.ShouldAllBe(person => person.Status == null && person.EarlyAt == null && person.Reason == null && person.Answer == null);
        (await service.ScalarAsync<string>($"select distinct quarter::text from attendance where session_id = '{session.Id}'")).ShouldBe(
            "2022-04-01"
        );
    }

    [Fact]
    public async Task A_session_is_not_put_off_past_what_it_is_to_resolve()
    {
        var cell = await service.CellAsync(1);
        var secretary = service.As(cell.Secretary);
        var session = await secretary.ScheduleAsync(cell.Meeting());
        var due = new DateOnly(2022, 3, 15);
        await secretary.WriteResolutionAsync(session.Id, 0, new("Nhất trí", [new(null, "Vận động các hộ", null, null, due)]));

        (
            await Problems.FieldAsync(() =>
                secretary.ChangeAsync(session.Id, session.Version, Later(session) with { StartsAt = session.StartsAt.AddDays(20) })
            )
        ).ShouldBe("startsAt resolution-due-before");
        (
            await secretary.ChangeAsync(session.Id, session.Version, Later(session) with { StartsAt = session.StartsAt.AddDays(14) })
        ).Version.ShouldBe(2);
    }

    [Fact]
    public async Task A_change_made_on_an_old_version_or_of_an_open_session_is_refused()
    {
        var cell = await service.CellAsync(1);
        var secretary = service.As(cell.Secretary);
        var session = await secretary.ScheduleAsync(cell.Meeting());
        await secretary.ChangeAsync(session.Id, session.Version, Later(session));
        (await Problems.RefusalAsync(() => secretary.ChangeAsync(session.Id, session.Version, Later(session)))).ShouldBe("version-changed");
        (
            await Problems.FieldAsync(() => secretary.ChangeAsync(session.Id, 2, Later(session, plan => plan with { Activity = "picnic" })))
        ).ShouldBe("plan.activity one-of");
        await secretary.OpenAsync(session.Id);
        (await Problems.RefusalAsync(() => secretary.ChangeAsync(session.Id, 3, Later(session)))).ShouldBe("session-open");
        (await Problems.RefusalAsync(() => secretary.CancelAsync(session.Id, new CancelSession("Bão")))).ShouldBe("session-open");
    }

    [Fact]
    public async Task A_cancelled_session_frees_its_assignment_for_another()
    {
        var cell = await service.CellAsync(1);
        var secretary = service.As(cell.Secretary);
        var asked = cell.Asks(RequirementKinds.ThematicMeeting);
        await service.Directive.PublishAsync(asked);
        await Eventually.TrueAsync("the proposal", () => secretary.ProposalsAsync(cell.Path), page => page.Items.Count == 1);
        var meeting = cell.Meeting(assignment: asked.AggregateId, kind: "thematic-meeting");
        var first = await secretary.ScheduleAsync(meeting);

        await secretary.CancelAsync(first.Id, new CancelSession("Bão số 3"));
        (await Problems.RefusalAsync(() => secretary.CancelAsync(first.Id, new CancelSession("Lý do khác")))).ShouldBe("session-cancelled");

        var cancelled = await secretary.SessionAsync(first.Id);
        (cancelled.State, cancelled.CancelReason).ShouldBe(("cancelled", "Bão số 3"));
        var told = (await service.EventsAsync(first.Id)).Where(logged => logged.Type == nameof(SessionCancelled)).ShouldHaveSingleItem();
        told.Payload.ShouldContain(asked.AggregateId.ToString());
        (await secretary.ProposalsAsync(cell.Path)).Items.ShouldHaveSingleItem();
        (await secretary.ScheduleAsync(meeting)).AssignmentId.ShouldBe(asked.AggregateId);
        (await Problems.RefusalAsync(() => secretary.ScheduleAsync(meeting))).ShouldBe("assignment-taken-up");
    }

    [Fact]
    public async Task Nothing_is_recorded_for_a_cancelled_session()
    {
        var cell = await service.CellAsync(1);
        var secretary = service.As(cell.Secretary);
        var id = (await secretary.ScheduleAsync(cell.Meeting())).Id;
        await secretary.CancelAsync(id, new CancelSession("Bão số 3"));
        Func<Task>[] calls =
        [
            () => secretary.OpenAsync(id),
            () => secretary.ScreenAsync(id),
            () => secretary.CloseAsync(id, cell.Over()),
            () => secretary.SheetAsync(id),
            () => secretary.TakeRosterAsync(id, new TakeRoster([new RosterEntry(cell.Members[0], "present")])),
            () => secretary.EnterSheetAsync(id, new EnterSheet([new SheetEntry("1", "present")], null)),
            () => secretary.ImportAttendanceAsync(id, "number,status\n", dryRun: false),
            () => secretary.AddTemporaryAttendeeAsync(id, new AddTemporaryAttendee("Người Khách", null)),
            () => service.AsMember(cell, cell.Members[0]).CheckInAsync(id, new CheckInRequest(null, "000000")),
            () => secretary.EditMinutesAsync(id, 0, new EditMinutes("Nội dung", null, null, null)),
        ];
        foreach (var call in calls)
        {
            (await Problems.RefusalAsync(call)).ShouldBe("session-cancelled");
        }
    }

    private static ChangeSession Later(SessionView session, Func<SessionPlan, SessionPlan>? plan = null) =>
        new((plan ?? (same => same))(session.Plan with { PlannedMinutes = 100 }), session.StartsAt.AddDays(1));
}
