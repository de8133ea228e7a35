using System.Net;
using Bunit;
using Campaign.Api;
using Campaign.Api.City;
using Campaign.Api.Directive;
using Campaign.Api.Evaluation;
using Campaign.Api.Organization;
using Campaign.Api.Recognition;
using Campaign.Api.Session;
using Campaign.Portal.Directives;
using Campaign.Portal.Evaluation;
using Campaign.Portal.Home;
using Campaign.Portal.Recognition;
using Campaign.Portal.Sessions;
using Campaign.Portal.Shared;
using Microsoft.AspNetCore.Http;

namespace Campaign.Portal.Tests.Components;

public sealed class PageTests
{
    private static readonly Guid s_id = Guid.Parse("00000000-0000-0000-0000-000000000001");

    [Fact]
    public void Inbox_acknowledges_with_one_press()
    {
        using var context = new PortalContext();
        context.SignIn("secretary@hn/thanh-xuan/cb-1");
        context.Answers.Allows("directive", "answer", "hn/thanh-xuan/cb-1");
        context.Answers.On("GET directive/assignments", new Page<AssignmentView>([Assignment("issued")], null));
        context.Answers.On($"POST directive/assignments/{s_id}/acknowledge", Assignment("acknowledged"));
        var inbox = context.Render<InboxPage>();
        inbox.WaitForElement("td .action button").Click();

        inbox.WaitForAssertion(() => context.Answers.Asked.Count(asked => asked.Request == "GET directive/assignments").ShouldBe(2));
        var post = context.Answers.Asked.Single(asked => asked.Request.StartsWith("POST", StringComparison.Ordinal));
        post.Key.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Units_of_several_posts_are_chosen_by_name()
    {
        using var context = new PortalContext();
        context.SignIn("secretary@hn/thanh-xuan/cb-1", "secretary@hn/thanh-xuan/cb-2");
        context.Answers.On("GET organization/units/by-code/cb-1", Unit("cb-1", "Chi bộ số 1"));
        context.Answers.On("GET organization/units/by-code/cb-2", Unit("cb-2", "Chi bộ số 2"));
        var choice = context.Render<PostUnitChoice>(parameters =>
            parameters.Add(units => units.Label, "Unit").Add(units => units.Paths, ["hn/thanh-xuan/cb-1", "hn/thanh-xuan/cb-2"])
        );

        choice.WaitForAssertion(() =>
            choice.FindAll("option").Select(option => option.TextContent).ShouldBe(["Chi bộ số 1", "Chi bộ số 2"])
        );
        choice.FindAll("option").Select(option => option.GetAttribute("value")).ShouldBe(["hn/thanh-xuan/cb-1", "hn/thanh-xuan/cb-2"]);
    }

    [Fact]
    public void A_refused_acknowledgement_says_why_beside_the_button()
    {
        using var context = new PortalContext();
        context.SignIn("secretary@hn/thanh-xuan/cb-1");
        context.Answers.Allows("directive", "answer", "hn/thanh-xuan/cb-1");
        context.Answers.On("GET directive/assignments", new Page<AssignmentView>([Assignment("issued")], null));
        context.Answers.Refuse($"POST directive/assignments/{s_id}/acknowledge", HttpStatusCode.Forbidden, "outside-your-units");
        var inbox = context.Render<InboxPage>();
        inbox.WaitForElement("td .action button").Click();

        inbox.WaitForElement("td [role=alert]").TextContent.ShouldContain("outside the units");
    }

    [Fact]
    public void A_code_that_no_certificate_carries_is_said_so()
    {
        using var context = new PortalContext();
        context.Answers.Refuse("GET recognition/verifications/ABCD", HttpStatusCode.NotFound, "not-found");
        var page = context.Render<VerifyPage>(parameters => parameters.Add(verify => verify.Code, "ABCD"));

        page.WaitForElement(".empty").TextContent.ShouldContain("No certificate carries this code");
    }

    [Theory]
    [InlineData("en", "giay-khen", "Certificate of commendation")]
    [InlineData("vi", "giay-khen", "Giấy khen")]
    public void An_award_is_named_in_the_readers_language(string language, string title, string name)
    {
        using var context = new PortalContext(language);
        context.SignIn("analyst@hn");
        context.Answers.Knows(RecognitionCatalogues.Titles, ("giay-khen", "Giấy khen", "Certificate of commendation"));
        context.Answers.On(
            "GET recognition/awards",
            new Page<AwardView>(
                [
                    new(
                        s_id,
                        s_id,
                        s_id,
                        "member",
                        s_id,
                        "Trần Thị Bình",
                        "hn",
                        "Hà Nội",
                        title,
                        "Giấy khen",
                        "…",
                        "812-QĐ/QU",
                        "Bí thư",
                        new DateOnly(2023, 9, 2),
                        null,
                        null,
                        "ABCD",
                        1
                    ),
                ],
                null
            )
        );
        var page = context.Render<AwardsPage>();

        page.WaitForAssertion(() => page.Find("tbody").TextContent.ShouldContain(name));
    }

    [Fact]
    public void A_rule_set_is_named_with_its_source_and_whether_somebody_compared_it()
    {
        using var context = new PortalContext();
        context.Answers.On(
            "GET evaluation/rule-sets",
            new Page<RuleSetView>(
                [
                    new("party-members-2018", 1, "member", "Members 2018", new(2018, 3, 8), null, [], 20, "132-QĐ/TW", false),
                    new("party-members-2025", 1, "member", "Members 2025", new(2025, 8, 30), null, [], 20, "366-QĐ/TW", true),
                ],
                null
            )
        );
        var names = context.Render<RuleSetNames>(parameters => parameters.Add(sets => sets.References, ["party-members-2018/1"]));

        var line = names.WaitForElement(".as-of").TextContent;
        line.ShouldContain("Members 2018 – 132-QĐ/TW");
        line.ShouldContain("not yet compared");
        names.FindAll(".as-of").Count.ShouldBe(1);
    }

    [Fact]
    public void An_overdue_assignment_is_marked_by_a_word()
    {
        using var context = new PortalContext("vi");
        var state = context.Render<AssignmentState>(parameters =>
            parameters.Add(s => s.Assignment, Assignment("acknowledged") with { Overdue = true })
        );

        state.FindAll(".pill").Select(pill => pill.TextContent).ShouldBe(["Đã tiếp nhận", "Quá hạn"]);
    }

    [Fact]
    public void Check_in_by_code_is_a_form_and_one_press()
    {
        using var context = new PortalContext();
        context.SignIn("member@hn/thanh-xuan/cb-1");
        context.Answers.On(
            $"POST session/sessions/{s_id}/check-ins",
            new CheckInResult(s_id, Guid.NewGuid(), "present", DateTimeOffset.UnixEpoch)
        );
        var page = CheckIn(
            context,
            new DefaultHttpContext
            {
                Request = { ContentType = "application/x-www-form-urlencoded", Form = new FormCollection(new() { ["code"] = "481 207" }) },
            }
        );
        page.Find("#code").GetAttribute("name").ShouldBe("code");

        page.Find("form").Submit();

        page.WaitForElement(".check-in-done").TextContent.ShouldContain("Present");
        context.Answers.Bodies.ShouldHaveSingleItem().ShouldContain("\"code\":\"481207\"");
    }

    [Fact]
    public void Check_in_after_a_scan_asks_for_nothing_and_sends_the_ticket()
    {
        using var context = new PortalContext();
        context.SignIn("member@hn/thanh-xuan/cb-1");
        context.Answers.On(
            $"POST session/sessions/{s_id}/check-ins",
            new CheckInResult(s_id, Guid.NewGuid(), "early", DateTimeOffset.UnixEpoch)
        );
        var page = CheckIn(context, new DefaultHttpContext { Request = { Headers = { Cookie = $"{ScanLink.CookieOf(s_id)}=ticket-1" } } });
        page.FindAll("#code").ShouldBeEmpty();

        page.Find("form").Submit();

        page.WaitForElement(".check-in-done").TextContent.ShouldContain("Scanned early");
        context.Answers.Bodies.ShouldHaveSingleItem().ShouldContain("\"scan\":\"ticket-1\"");
    }

    [Fact]
    public void A_ticket_that_is_too_old_says_so_and_leaves_the_code()
    {
        using var context = new PortalContext("vi");
        context.SignIn("member@hn/thanh-xuan/cb-1");
        context.Answers.Refuse($"POST session/sessions/{s_id}/check-ins", HttpStatusCode.Forbidden, "scan-expired");
        var page = CheckIn(context, new DefaultHttpContext { Request = { Headers = { Cookie = $"{ScanLink.CookieOf(s_id)}=ticket-1" } } });

        page.Find("form").Submit();

        page.FindAll("[role=alert]")
            .Select(alert => alert.TextContent.Trim())
            .ShouldContain("Mã này đã hết hạn. Hãy quét mã đang hiện trên màn hình phòng họp.");
        page.FindAll("#code").Count.ShouldBe(1);
    }

    [Fact]
    public void Roster_saves_a_tap_takes_it_back_with_a_second_and_asks_how_late()
    {
        using var context = new PortalContext();
        context.SignIn("secretary@hn/thanh-xuan/cb-1");
        context.Answers.Statuses();
        context.Answers.On(
            $"GET session/sessions/{s_id}/participants",
            new Page<ParticipantView>(
                [new(s_id, "A1", "Nguyễn Văn An", "late", DateTimeOffset.UnixEpoch, 1, 5, null, "roster", null)],
                null
            )
        );
        context.Answers.On($"POST session/sessions/{s_id}/roster", new AttendanceSummary(1, 1, 0, 0));
        var roster = context.Render<Roster>(parameters => parameters.Add(r => r.Session, s_id));
        roster.WaitForAssertion(() =>
            roster
                .FindAll(".ticks .tick")
                .Select(tick => tick.TextContent)
                .ShouldBe(["Present", "Late", "Excused", "Absent", "Dự trực tuyến"])
        );

        roster.FindAll(".ticks .tick")[1].Click();
        roster.WaitForAssertion(() => context.Answers.Bodies.Count.ShouldBe(1));
        roster.Find(".roster-details input[type=number]").Change("20");
        roster.Find(".roster-details .tick").Click();

        roster.WaitForAssertion(() => context.Answers.Bodies.Count.ShouldBe(2));
        context.Answers.Bodies[0].ShouldContain("\"status\":null");
        context.Answers.Bodies[1].ShouldContain("\"status\":\"late\",\"minutes\":20");
    }

    [Theory]
    [InlineData(false, "close,room,roster")]
    [InlineData(true, "check-in")]
    public void A_session_shows_what_its_reader_may_do_whatever_their_role(bool invited, string shown)
    {
        using var context = new PortalContext();
        context.SignIn("secretary@hn/thanh-xuan/cb-1");
        context.Answers.Statuses();
        IReadOnlyList<string> may = invited
            ? [SessionMay.CheckIn]
            : [SessionMay.ShowScreen, SessionMay.TakeRoster, SessionMay.CheckIn, SessionMay.Close];
        context.Answers.On(
            $"GET session/sessions/{s_id}",
            new SessionView(
                s_id,
                null,
                s_id,
                "Hội nghị quận",
                "hn/thanh-xuan",
                "cadre-conference",
                new("x", "in-room", "y", 90),
                DateTimeOffset.UnixEpoch,
                "open",
                null,
                new AttendanceSummary(1, 1, 0, 0),
                null,
                3,
                May: may
            )
        );
        var page = context.Render<SessionPage>(parameters => parameters.Add(p => p.Id, s_id));
        page.WaitForElement("dl.facts");

        string[] there =
        [
            .. page.FindComponents<CloseForm>().Select(_ => "close"),
            .. page.FindAll("p.filters a")
                .Select(link =>
                    link.GetAttribute("href")!.Contains("check-in", StringComparison.Ordinal)
                        ? "check-in"
                        : link.GetAttribute("href")!.Split('/')[^1]
                ),
        ];
        there.Order().ShouldBe(shown.Split(',').Order());
    }

    [Fact]
    public void Signed_minutes_are_corrected_with_a_reason_only()
    {
        using var context = new PortalContext();
        context.SignIn("secretary@hn/thanh-xuan/cb-1");
        var at = DateTimeOffset.UnixEpoch;
        var session = new SessionView(
            s_id,
            null,
            s_id,
            "Chi bộ 1",
            "hn/thanh-xuan/cb-1",
            "cell-meeting",
            new("x", "in-room", "y", 90),
            at,
            "held",
            null,
            new AttendanceSummary(1, 1, 0, 0),
            "old",
            3
        );
        context.Answers.On(
            $"GET session/sessions/{s_id}/participants",
            new Page<ParticipantView>([new(s_id, "A1", "Nguyễn Văn An", "absent", at, 1, null, null, "roster", null)], null)
        );
        var minutes = new MinutesView(s_id, 4, "old", "", "", "", null, "Test", at, at, at, true);
        context.Answers.On($"POST session/sessions/{s_id}/corrections", minutes);
        var editor = context.Render<MinutesEditor>(parameters => parameters.Add(e => e.Session, session).Add(e => e.Current, minutes));
        editor.FindAll(".action button").ShouldHaveSingleItem().HasAttribute("disabled").ShouldBeTrue();

        editor.Find("#minutes-text").Change("new");
        editor.Find("#reason").Input("wrong");
        editor.Find(".action button").Click();

        editor.WaitForAssertion(() =>
            context.Answers.Bodies.ShouldHaveSingleItem().ShouldContain("\"number\":4,\"reason\":\"wrong\",\"minutes\":{\"text\":\"new\"")
        );
    }

    [Fact]
    public void Figures_highlight_what_changed_and_only_that()
    {
        using var context = new PortalContext();
        var tile = context.Render<Portal.Shared.LiveNumber>(parameters => parameters.Add(t => t.Label, "Sessions").Add(t => t.Value, 1));
        tile.FindAll(".changed").ShouldBeEmpty();

        tile.Render(parameters => parameters.Add(t => t.Label, "Sessions").Add(t => t.Value, 2));

        tile.Find(".changed").TextContent.ShouldBe("2");
    }

    [Fact]
    public void Home_shows_the_figures_although_the_charts_are_away()
    {
        using var context = new PortalContext();
        context.SignIn("district-officer@hn/thanh-xuan");
        context.Answers.Allows("city", "read-figures", "hn/thanh-xuan");
        context.Answers.Allows("directive", "read-directives", "hn/thanh-xuan");
        var day = new DateOnly(2021, 7, 1);
        context.Answers.On("GET city/campaigns", new Page<CampaignSummary>([new(s_id, "Campaign of the test", day, day)], null));
        context.Answers.On(
            $"GET city/campaigns/{s_id}/figures",
            new CampaignFigures(
                s_id,
                "x",
                day,
                day,
                "thanh-xuan",
                new Figures(4, 10, 5, 3, 2, 1, 7, 6, 20, 15, 300, 320, 12, 9, 8, 47),
                DateTimeOffset.UnixEpoch
            )
        );
        var page = context.Render<HomePage>();

        page.WaitForAssertion(() =>
            page.FindAll(".tile")
                .Single(tile => tile.TextContent.Contains("Awards", StringComparison.Ordinal))
                .TextContent.ShouldContain("47")
        );
        page.WaitForAssertion(() => page.FindAll(".charts [role=alert]").Count.ShouldBe(2));
    }

    private static IRenderedComponent<CheckInPage> CheckIn(PortalContext context, HttpContext http) =>
        context.Render<CheckInPage>(parameters => parameters.Add(p => p.Session, s_id).AddCascadingValue(http));

    private static UnitView Unit(string code, string name) =>
        new(Guid.NewGuid(), code, name, name, "cell", null, $"hn/thanh-xuan/{code}", "thanh-xuan", new DateOnly(2020, 1, 1), null, 0, 0, 1);

    private static AssignmentView Assignment(string state) =>
        new(
            s_id,
            Guid.NewGuid(),
            "39-KH/TU",
            Guid.NewGuid(),
            "Chi bộ 1",
            "hn/thanh-xuan/cb-1",
            "acknowledge",
            "Acknowledge it",
            new DateOnly(2022, 9, 30),
            state,
            false,
            null,
            null,
            null,
            1
        )
        {
            Completion = "acknowledgement",
            May = state == "issued" ? ["acknowledge"] : [],
        };
}
