using System.Text;
using Campaign.Api.Session;

namespace Campaign.Session.Tests.Service;

[Collection<SessionCollection>]
public sealed class InvitationTests(SessionService service)
{
    private static readonly AnswerInvitation s_coming = new("coming", null, null);
    private static readonly AnswerInvitation s_ill = new("excused", "Nằm viện", "Xin gửi ý kiến bằng văn bản");

    [Fact]
    public async Task Somebody_invited_reads_and_answers_without_signing_in_and_may_change_their_mind()
    {
        var (cell, secretary, session) = await ScheduledAsync(2);
        var link = (await secretary.InvitationLinksAsync(session.Id)).Items[0];
        var anybody = service.As();

        await secretary.PrepareAsync(
            session.Id,
            0,
            new([], [new("Chỉ thị 05-CT/TW", null, "https://example.org/05"), new("Dự thảo nghị quyết", session.Id, null)])
        );
        var invitation = await anybody.InvitationAsync(Token(link.Path));
        invitation.Documents.ShouldBe([new("Chỉ thị 05-CT/TW", "https://example.org/05"), new("Dự thảo nghị quyết", null)]);
        (invitation.Plan.Topic, invitation.FullName, invitation.MayAnswer, invitation.Answer).ShouldBe(
            (session.Plan.Topic, "Đảng viên Thử", true, null)
        );
        await anybody.AnswerInvitationAsync(Token(link.Path), s_coming);
        await anybody.AnswerInvitationAsync(Token(link.Path), s_ill);
        var changed = await anybody.AnswerInvitationAsync(Token(link.Path), s_ill);

        (changed.Answer, changed.Reason, changed.Question).ShouldBe(("excused", "Nằm viện", "Xin gửi ý kiến bằng văn bản"));
        var answers = await secretary.AnswersAsync(session.Id);
        answers.Counts.ShouldBe(new AnswerCounts(2, 0, 1, 0, 0, 1));
        answers.Items.ShouldHaveSingleItem().FullName.ShouldBe("Đảng viên Thử");
        (
            await Problems.FieldAsync(() => anybody.AnswerInvitationAsync(Token(link.Path), new AnswerInvitation("excused", " ", null)))
        ).ShouldBe("reason length");
        (
            await Problems.FieldAsync(() => anybody.AnswerInvitationAsync(Token(link.Path), new AnswerInvitation("maybe", null, null)))
        ).ShouldBe("answer one-of");
        (
            await service.ScalarAsync<long>($"select count(*) from audit_log where action = 'hand-out' and entity_id = '{session.Id}'")
        ).ShouldBe(1);
    }

    [Fact]
    public async Task An_excuse_counts_only_when_the_secretary_confirms_it()
    {
        var (cell, secretary, session) = await ScheduledAsync(3);
        foreach (var link in (await secretary.InvitationLinksAsync(session.Id)).Items.Take(2))
        {
            await service.As().AnswerInvitationAsync(Token(link.Path), s_ill);
        }

        var people = (await secretary.ParticipantsAsync(session.Id)).Items;
        people.Count(person => person is { Status: null, Answer: "excused", AnswerReason: "Nằm viện" }).ShouldBe(2);
        await secretary.TakeRosterAsync(
            session.Id,
            new TakeRoster([new RosterEntry(people.First(person => person.Answer == "excused").MemberId, "present")])
        );

        (await secretary.ConfirmExcusesAsync(session.Id, new ConfirmExcuses(null))).ShouldBe(new AttendanceSummary(3, 1, 1, 0));
        (await secretary.ConfirmExcusesAsync(session.Id, new ConfirmExcuses(null))).ShouldBe(new AttendanceSummary(3, 1, 1, 0));
        (await secretary.AnswersAsync(session.Id)).Counts.Unconfirmed.ShouldBe(0);
        (await secretary.CloseAsync(session.Id, cell.Over())).Attendance.ShouldBe(new AttendanceSummary(3, 1, 1, 1));
    }

    [Fact]
    public async Task An_excuse_that_nobody_confirms_is_an_absence()
    {
        var (cell, secretary, session) = await ScheduledAsync(1);
        await service.As().AnswerInvitationAsync(Token((await secretary.InvitationLinksAsync(session.Id)).Items[0].Path), s_ill);
        (await secretary.CloseAsync(session.Id, cell.Over())).Attendance.ShouldBe(new AttendanceSummary(1, 0, 0, 1));
    }

    [Fact]
    public async Task Guests_are_invited_and_not_expected()
    {
        var (_, secretary, session) = await ScheduledAsync(1);
        var guest = await secretary.AddGuestAsync(session.Id, new AddGuest("Trần Thị Bình", "Báo cáo viên", "Ban Tuyên giáo quận"));
        await service.As().AnswerInvitationAsync(Token(guest.Path), s_coming);

        (await service.As().InvitationAsync(Token(guest.Path))).Guest.ShouldBeTrue();
        (await secretary.SessionAsync(session.Id)).Attendance.Expected.ShouldBe(1);
        (await secretary.AnswersAsync(session.Id)).Counts.ShouldBe(new AnswerCounts(1, 0, 0, 1, 1, 0));
        (await secretary.GuestsAsync(session.Id)).ShouldHaveSingleItem().Answer.ShouldBe("coming");
        (await secretary.WithdrawGuestAsync(session.Id, guest.Id)).ShouldBeEmpty();
        (await Problems.RefusalAsync(() => service.As().InvitationAsync(Token(guest.Path)))).ShouldBe("invitation-unknown");
    }

    [Fact]
    public async Task Answers_end_when_the_session_opens_and_the_link_when_it_is_over()
    {
        var (cell, secretary, session) = await ScheduledAsync(1);
        var token = Token((await secretary.InvitationLinksAsync(session.Id)).Items[0].Path);
        await secretary.OpenAsync(session.Id);
        (await service.As().InvitationAsync(token)).MayAnswer.ShouldBeFalse();
        (await Problems.RefusalAsync(() => service.As().AnswerInvitationAsync(token, s_coming))).ShouldBe("answers-closed");
        await secretary.CloseAsync(session.Id, cell.Over());
        (await Problems.RefusalAsync(() => service.As().InvitationAsync(token))).ShouldBe("invitation-over");
        var (_, _, cancelled) = await ScheduledAsync(1, cell);
        var other = Token((await secretary.InvitationLinksAsync(cancelled.Id)).Items[0].Path);
        await secretary.CancelAsync(cancelled.Id, new CancelSession("Bão"));
        (await Problems.RefusalAsync(() => service.As().AnswerInvitationAsync(other, s_coming))).ShouldBe("invitation-cancelled");
        (await Problems.RefusalAsync(() => secretary.InvitationLinksAsync(cancelled.Id))).ShouldBe("session-cancelled");
    }

    [Fact]
    public async Task A_forged_link_opens_nothing_and_a_link_is_not_hammered()
    {
        var (_, secretary, session) = await ScheduledAsync(2);
        var links = (await secretary.InvitationLinksAsync(session.Id)).Items;
        var token = Token(links[0].Path);
        var forged = token[..^1] + (token[^1] == 'A' ? 'E' : 'A');
        (await Problems.RefusalAsync(() => service.As().InvitationAsync(forged))).ShouldBe("invitation-unknown");
        (await Problems.RefusalAsync(() => service.As().InvitationAsync("abc"))).ShouldBe("invitation-unknown");
        using (var anybody = service.Factory.As())
        using (
            var large = await anybody.PostAsync(
                new Uri($"invitations/{token}/answer", UriKind.Relative),
                new StringContent(
                    $"{{\"answer\":\"coming\",\"question\":\"{new string('x', 20_000)}\"}}",
                    Encoding.UTF8,
                    "application/json"
                )
            )
        )
        {
            ((int)large.StatusCode).ShouldBeInRange(400, 413);
        }

        var refused = 0;
        for (var i = 0; i < 25; i++)
        {
            try
            {
                await service.As().AnswerInvitationAsync(token, s_coming);
            }
            catch (Api.ApiException tooMany) when (tooMany.Type.EndsWith(":answered-too-often", StringComparison.Ordinal))
            {
                refused++;
            }
        }

        refused.ShouldBeInRange(3, 6);
        await service.As().AnswerInvitationAsync(Token(links[1].Path), s_coming);
    }

    [Fact]
    public async Task My_meetings_are_those_i_am_expected_at_with_my_answer()
    {
        var cell = await service.CellAsync(2);
        var secretary = service.As(cell.Secretary);
        var ahead = await secretary.ScheduleAsync(cell.Meeting([cell.Members[0]]) with { StartsAt = DateTimeOffset.UtcNow.AddDays(5) });
        var later = await secretary.ScheduleAsync(cell.Meeting() with { StartsAt = DateTimeOffset.UtcNow.AddDays(9) });
        var past = await secretary.ScheduleAsync(cell.Meeting());
        var (me, other) = (service.AsMember(cell, cell.Members[0]), service.AsMember(cell, cell.Members[1]));

        (await me.AnswerMeetingAsync(ahead.Id, s_ill)).Reason.ShouldBe("Nằm viện");

        var mine = (await me.MyMeetingsAsync()).Items;
        mine.Select(meeting => (meeting.SessionId, meeting.Answer)).ShouldBe([(ahead.Id, "excused"), (later.Id, null)]);
        (await other.MyMeetingsAsync()).Items.ShouldHaveSingleItem().SessionId.ShouldBe(later.Id);
        (await me.MyMeetingsAsync(past: true)).Items.ShouldHaveSingleItem().SessionId.ShouldBe(past.Id);
        (await Problems.RefusalAsync(() => other.AnswerMeetingAsync(ahead.Id, s_coming))).ShouldBe("not-found");
        (await Problems.RefusalAsync(() => secretary.MyMeetingsAsync())).ShouldBe("no-member");
        var next = await me.MyMeetingsAsync(limit: 1);
        (await me.MyMeetingsAsync(cursor: next.Next, limit: 1)).Items.ShouldHaveSingleItem().SessionId.ShouldBe(later.Id);
    }

    private async Task<(Cell Cell, SessionClient Secretary, SessionView Session)> ScheduledAsync(int members, Cell? cell = null)
    {
        cell ??= await service.CellAsync(members);
        var secretary = service.As(cell.Secretary);
        return (cell, secretary, await secretary.ScheduleAsync(cell.Meeting()));
    }

    private static string Token(string path) => path.Split('/')[^1];
}
