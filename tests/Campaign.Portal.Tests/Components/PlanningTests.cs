using Bunit;
using Campaign.Api;
using Campaign.Api.Organization;
using Campaign.Api.Problems;
using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Portal.Invitations;
using Campaign.Portal.Planning;

namespace Campaign.Portal.Tests.Components;

public sealed class PlanningTests
{
    private static readonly Guid s_id = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly DateTimeOffset s_evening = new(2027, 3, 3, 12, 30, 0, TimeSpan.Zero);

    [Fact]
    public void A_month_shows_each_session_on_its_day_in_Hanoi_and_its_state_in_words()
    {
        using var context = new PortalContext("vi");
        context.Answers.Knows(SessionCatalogues.States, ("cancelled", "Đã hủy", "Cancelled"), ("planned", "Dự kiến", "Planned"));
        // 23:30 on the 2nd in London is the 3rd in Hanoi
        CalendarEntry[] entries =
        [
            Entry("scheduled", s_evening.AddHours(-13), "hn/q"),
            Entry("cancelled", s_evening, "hn/q/cb"),
            Entry("planned", s_evening.AddDays(1), "hn/q"),
        ];

        var table = context.Render<MonthTable>(parameters =>
            parameters
                .Add(p => p.First, new DateOnly(2027, 3, 1))
                .Add(p => p.Today, new DateOnly(2027, 3, 4))
                .Add(p => p.Entries, entries)
                .Add(p => p.Caption, "Tháng 3")
                .Add(p => p.Unit, "hn/q")
        );

        table.FindAll("thead th")[0].TextContent.ShouldBe("Thứ Hai");
        var third = table.FindAll("td").Single(cell => cell.QuerySelector(".day")!.TextContent.Contains(" 3/3", StringComparison.Ordinal));
        third.QuerySelectorAll("li").Length.ShouldBe(2);
        third.QuerySelector("li.struck")!.TextContent.ShouldContain("Đã hủy");
        third.QuerySelector("li.struck")!.TextContent.ShouldContain("Chi bộ thử");
        var today = table.Find("td.today");
        today.QuerySelector("li.lighter a")!.GetAttribute("href").ShouldBe($"/series/{s_id}");
        today.QuerySelector("li.lighter")!.TextContent.ShouldNotContain("Chi bộ thử", Case.Sensitive, "it is the unit that is looked at");
        today.QuerySelector("[aria-current=date]").ShouldNotBeNull();
        table.FindAll("td.outside").Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("2026-12-07", 1, 1)]
    [InlineData("2026-12-25", 4, 5)]
    [InlineData("2026-12-31", 5, 4)]
    [InlineData("2026-12-27", 4, 7)]
    public void The_first_day_says_which_weekday_of_the_month_it_is(string day, int week, int weekday)
    {
        var first = DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var rule = new RuleDraft { Repeats = RuleDraft.MonthlyWeekday }.Rule(first.AddHours(19));
        (rule.Week, rule.Weekday, rule.Day, rule.At).ShouldBe((week, weekday, null, new TimeOnly(19, 0)));
    }

    [Fact]
    public void What_a_field_is_refused_for_is_said_beside_it_until_it_is_sent_again()
    {
        using var context = Signed();
        context.Answers.Refuse(
            "POST session/sessions",
            System.Net.HttpStatusCode.BadRequest,
            "invalid-request",
            new FieldError("plan.topic", "length", Params(("min", 1), ("max", 500), ("length", 501)), "'plan.topic' must have …"),
            new FieldError("startsAt", "unit-not-on-day", Params(("day", "2027-03-03")), "'startsAt': …")
        );
        var page = context.Render<NewSessionPage>();
        page.WaitForElement("fieldset legend");
        page.Find("input[list]").Input("Quá dài");
        page.Find(".action button.large").Click();

        page.WaitForElements("[aria-invalid=true]").Count.ShouldBe(2);
        var topic = page.Find("input[list]");
        page.Find($"#{topic.GetAttribute("aria-describedby")}").TextContent.ShouldBe("Topic must have 1 to 500 characters; it has 501.");
        page.Find($"#{page.Find("[type=datetime-local]").GetAttribute("aria-describedby")}")
            .TextContent.ShouldBe("Start: the unit does not exist on 2027-03-03. Choose the unit of that day.");

        context.Answers.Refuse("POST session/sessions", System.Net.HttpStatusCode.Conflict, "no-participants");
        page.Find(".action button.large").Click();
        page.WaitForAssertion(() => page.FindAll("[aria-invalid=true]").ShouldBeEmpty());
        page.Find(".action .problem").TextContent.ShouldContain("no active members");
    }

    private static Dictionary<string, object?> Params(params (string Name, object Value)[] values) =>
        values.ToDictionary(value => value.Name, value => (object?)value.Value);

    [Fact]
    public void A_series_is_planned_from_one_form_with_its_dates_shown_before()
    {
        using var context = Signed();
        context.Answers.On("GET session/series/dates", new[] { s_evening, s_evening.AddMonths(1) });
        context.Answers.On("POST session/series", Series());
        var page = context.Render<NewSessionPage>();
        page.WaitForElement("fieldset legend");
        page.Find("input[list]").Input("Thường kỳ");
        Choose(page, "Repeats", RuleDraft.MonthlyDay);
        page.WaitForElement(".dates li");
        page.FindAll(".dates li").Count.ShouldBe(2);

        page.Find(".action button.large").Click();

        page.WaitForAssertion(() =>
            context.Answers.Asked.Single(asked => asked.Request == "POST session/series").Key.ShouldNotBeNullOrEmpty()
        );
        context.Answers.Bodies[^1].ShouldContain("\"everyMonths\":1");
        context.Answers.Bodies[^1].ShouldContain("\"participantIds\":null");
    }

    [Theory]
    [InlineData("2027-03-03T19:30", "90", true, null)]
    [InlineData("", "90", false, "when it starts")]
    [InlineData("2027-03-03T19:30", "9", false, "10 to 1440")]
    [InlineData("2027-03-03T19:30", "", false, "10 to 1440")]
    [InlineData("2021-03-03T19:30", "90", true, "This time has passed")]
    public void What_is_missing_is_said_at_the_button_and_a_time_that_has_passed_too(
        string startsAt,
        string minutes,
        bool can,
        string? said
    )
    {
        using var context = Signed();
        var page = context.Render<NewSessionPage>();
        page.WaitForElement("fieldset legend");
        page.Find("input[list]").Input("Thường kỳ");
        page.Find("input[type=datetime-local]").Change(startsAt);
        page.Find("input[type=number]").Change(minutes);

        page.WaitForAssertion(() => page.Find(".action button.large").HasAttribute("disabled").ShouldBe(!can));
        if (said is null)
        {
            page.FindAll(".needed").ShouldBeEmpty();
        }
        else
        {
            page.Find(".needed").TextContent.ShouldContain(said);
        }
    }

    [Fact]
    public void Whoever_holds_no_post_sees_no_form()
    {
        using var context = new PortalContext("en");
        context.SignIn();

        var page = context.Render<NewSessionPage>();

        page.WaitForElement(".empty");
        page.FindAll("input, .action button").ShouldBeEmpty();
    }

    [Fact]
    public void Another_unit_begins_with_all_its_members_whoever_was_chosen_of_the_one_before()
    {
        using var context = Signed();
        var other = new UnitView(
            Guid.Parse("00000000-0000-0000-0000-000000000002"),
            "cb2",
            "Chi bộ khác",
            "CB2",
            "cell",
            null,
            "hn/q/cb/cb2",
            "q",
            new DateOnly(2020, 1, 1),
            null,
            0,
            0,
            1
        );
        context.Answers.On("GET organization/units", new Page<UnitView>([other], null));
        context.Answers.On("GET organization/members", new Page<MemberView>([], null));
        var page = context.Render<NewSessionPage>();
        page.WaitForElement("fieldset legend");
        page.Find("input[list]").Input("Thường kỳ");
        bool Disabled() => page.Find(".action button.large").HasAttribute("disabled");
        Disabled().ShouldBeFalse();
        page.FindAll("fieldset input[type=radio]")[1].Change(true);
        page.WaitForAssertion(() => Disabled().ShouldBeTrue("nobody is chosen yet"));

        page.Find("input[type=search]").Change("khác");
        page.Find("form[role=search]").Submit();
        page.WaitForElement("details li button").Click();

        page.WaitForAssertion(() => Disabled().ShouldBeFalse());
        page.FindAll("fieldset input[type=radio]")[0].HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public void An_answer_that_comes_after_the_meeting_began_gets_a_sentence()
    {
        using var context = Signed();
        var invitation = new InvitationView(
            s_id,
            "Nguyễn Văn An",
            true,
            "Chi bộ thử",
            "cell-meeting",
            new("Thường kỳ", "in-room", "Nhà văn hóa", 90),
            new(null, null, null),
            s_evening,
            false,
            null,
            null,
            null,
            []
        );
        context.Answers.On("GET session/invitations/token", invitation);
        context.Answers.Refuse("POST session/invitations/token/answer", System.Net.HttpStatusCode.Conflict, "session-not-open");
        var page = context.Render<InvitationPage>(parameters => parameters.Add(p => p.Token, "token"));
        page.Find("form").HasAttribute("hidden").ShouldBeTrue();

        page.Find("form").Submit();

        page.WaitForAssertion(() => page.Find("[role=alert]").TextContent.ShouldNotBeNullOrWhiteSpace());
    }

    [Fact]
    public void An_excuse_is_confirmed_with_one_press_and_never_by_itself()
    {
        using var context = Signed();
        var answer = new AnswerView(s_id, "Nguyễn Văn An", false, "excused", "Nằm viện", null, s_evening, null);
        context.Answers.On($"GET session/sessions/{s_id}/answers", new AnswersView(new AnswerCounts(3, 1, 1, 0, 0, 1), [answer], null));
        context.Answers.On($"POST session/sessions/{s_id}/answers/confirm", new AttendanceSummary(3, 0, 1, 0));
        var card = context.Render<AnswersCard>(parameters => parameters.Add(p => p.Session, s_id));
        card.WaitForElement("li").TextContent.ShouldContain("Nằm viện");
        context.Answers.Bodies.ShouldBeEmpty();

        card.Find("li .action button").Click();

        card.WaitForAssertion(() => context.Answers.Bodies.ShouldHaveSingleItem().ShouldContain(s_id.ToString()));
        var closed = context.Render<AnswersCard>(parameters => parameters.Add(p => p.Session, s_id).Add(p => p.ReadOnly, true));
        closed.WaitForElement("li");
        closed.FindAll("button").ShouldBeEmpty();
    }

    [Fact]
    public void I_am_coming_is_one_press()
    {
        using var context = Signed();
        var meeting = new MyMeeting(
            s_id,
            "Chi bộ thử",
            "cell-meeting",
            new("Thường kỳ", "in-room", "Nhà văn hóa", 90),
            s_evening,
            "scheduled",
            null,
            null,
            null,
            null,
            null,
            [SessionMay.Answer]
        );
        context.Answers.On($"POST session/my-meetings/{s_id}/answer", meeting with { Answer = "coming" });
        var card = context.Render<MeetingCard>(parameters => parameters.Add(p => p.Meeting, meeting));
        card.Find("[role=status]").TextContent.ShouldBe("Not answered yet.");

        card.FindAll(".action button")[0].Click();

        card.WaitForAssertion(() => card.Find("[role=status]").TextContent.ShouldBe("You answered: Coming"));
        context.Answers.Bodies.ShouldHaveSingleItem().ShouldContain("\"answer\":\"coming\"");
    }

    [Fact]
    public void A_kind_an_activity_and_a_form_that_were_added_as_rows_are_offered_and_named()
    {
        using var context = Signed();
        context.Answers.On("GET session/calendar", new CalendarView([], false));
        context.Answers.On("GET session/calendar/nearest", new NearestDays(null, null));
        var calendar = context.Render<CalendarPage>();
        calendar.WaitForAssertion(() => calendar.FindAll("option").Select(option => option.TextContent).ShouldContain("Tradition day"));

        var form = context.Render<NewSessionPage>();
        form.WaitForElement("fieldset legend");
        form.FindAll("option").Select(option => option.TextContent).ShouldContain("Tradition day");
        var facts = context.Render<PlanFacts>(parameters =>
            parameters.Add(p => p.Plan, new("Thường kỳ", "in-room", "Nhà văn hóa", 90, "film"))
        );
        facts.Markup.ShouldContain("In the room");
        facts.Markup.ShouldContain("Film");
    }

    [Fact]
    public void Whoever_may_not_schedule_is_offered_no_button_whatever_their_role()
    {
        using var context = Signed();
        context.Answers.On("GET session/may", Array.Empty<string>());
        context.Answers.On("GET session/calendar", new CalendarView([], false));
        context.Answers.On("GET session/calendar/nearest", new NearestDays(null, null));
        var calendar = context.Render<CalendarPage>();
        calendar.WaitForElement(".empty");

        calendar.FindAll("a[href='/sessions/new']").ShouldBeEmpty();
    }

    [Fact]
    public void A_proposal_is_accepted_with_one_press_and_can_be_filled_in_fully()
    {
        using var context = Signed();
        var proposal = new ProposalView(
            s_id,
            s_id,
            s_id,
            "hn/q/cb",
            "Chi bộ thử",
            null,
            "thematic-meeting",
            "Chuyên đề quý I",
            new DateOnly(2030, 3, 31),
            [SessionMay.Schedule]
        );
        context.Answers.On(
            "POST session/sessions",
            new SessionView(
                s_id,
                null,
                s_id,
                "Chi bộ thử",
                "hn/q/cb",
                "thematic-meeting",
                new("Chuyên đề quý I", "in-room", "Nhà văn hóa", 90),
                s_evening,
                "scheduled",
                s_id,
                new AttendanceSummary(3, 0, 0, 0),
                null,
                1
            )
        );
        var form = context.Render<Portal.Sessions.ScheduleProposal>(parameters => parameters.Add(p => p.Proposal, proposal));
        form.FindAll("select").ShouldBeEmpty();
        form.Find("button.tick").Click();
        form.WaitForElement("select");

        form.Find(".action button").Click();

        form.WaitForAssertion(() => context.Answers.Bodies.ShouldHaveSingleItem().ShouldContain("Chuy"));
        context.Answers.Bodies[0].ShouldContain($"\"assignmentId\":\"{s_id}\"");
    }

    private static void Choose(IRenderedComponent<NewSessionPage> page, string label, string value) =>
        page.FindAll(".field").Single(field => field.QuerySelector("label")?.TextContent == label).QuerySelector("select")!.Change(value);

    private static CalendarEntry Entry(string state, DateTimeOffset startsAt, string path) =>
        new(
            state == "planned" ? null : s_id,
            s_id,
            startsAt,
            "Chi bộ thử",
            path,
            "cell-meeting",
            new("Thường kỳ", "in-room", "Nhà văn hóa", 90),
            state
        );

    private static SeriesView Series() =>
        new(
            s_id,
            s_id,
            "Chi bộ thử",
            "hn/q/cb",
            null,
            "cell-meeting",
            new("Thường kỳ", "in-room", "Nhà văn hóa", 90),
            null,
            new RecurrenceRule(new DateOnly(2027, 3, 3), new TimeOnly(19, 30), 1, 3, null, null),
            null,
            null,
            [],
            1,
            [SessionMay.End]
        );

    private static PortalContext Signed()
    {
        var context = new PortalContext("en");
        context.SignIn("secretary@hn/q/cb");
        context.Answers.On(
            "GET organization/units/by-code/cb",
            new UnitView(s_id, "cb", "Chi bộ thử", "CB", "cell", null, "hn/q/cb", "q", new DateOnly(2020, 1, 1), null, 0, 0, 1)
        );
        context.Answers.Knows(
            SessionCatalogues.Kinds,
            ("cell-meeting", "Sinh hoạt chi bộ", "Cell meeting"),
            ("thematic-meeting", "Chuyên đề", "Thematic meeting"),
            ("tradition-day", "Ngày truyền thống", "Tradition day")
        );
        context.Answers.Knows(
            SessionCatalogues.States,
            ("scheduled", "Đã lên lịch", "Scheduled"),
            ("open", "Đang điểm danh", "Open"),
            ("cancelled", "Đã hủy", "Cancelled"),
            ("planned", "Dự kiến", "Planned")
        );
        context.Answers.Knows(SessionCatalogues.Activities, ("film", "Phim", "Film"));
        context.Answers.Knows(SessionCatalogues.Forms, ("in-room", "Trực tiếp", "In the room"));
        foreach (var action in new[] { SessionMay.Schedule, SessionMay.SubscribeCalendar, SessionMay.ReadSessions })
        {
            context.Answers.Allows(Resources.Session, action, "hn/q/cb");
        }

        context.Answers.Allows(Resources.City, "read-figures", "hn/q/cb");
        context.Answers.On("GET city/campaigns", new Page<object>([], null));
        return context;
    }
}
