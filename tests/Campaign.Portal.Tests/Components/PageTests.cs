using System.Net;
using Bunit;
using Campaign.Api;
using Campaign.Api.City;
using Campaign.Api.Directive;
using Campaign.Api.Session;
using Campaign.Portal.App;
using Campaign.Portal.Directives;
using Campaign.Portal.Home;
using Campaign.Portal.Sessions;

namespace Campaign.Portal.Tests.Components;

public sealed class PageTests
{
    private static readonly Guid s_id = Guid.Parse("00000000-0000-0000-0000-000000000001");

    [Fact]
    public void Inbox_acknowledges_with_one_press()
    {
        using var context = new PortalContext();
        context.SignIn("secretary@hn/thanh-xuan/cb-1");
        context.Answers.On("GET directive/assignments", new Page<AssignmentView>([Assignment("issued")], null));
        context.Answers.On($"POST directive/assignments/{s_id}/acknowledge", Assignment("acknowledged"));
        var inbox = context.Render<InboxPage>();
        inbox.WaitForElement("td .action button").Click();

        inbox.WaitForAssertion(() => context.Answers.Asked.Count(asked => asked.Request == "GET directive/assignments").ShouldBe(2));
        var post = context.Answers.Asked.Single(asked => asked.Request.StartsWith("POST", StringComparison.Ordinal));
        post.Key.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_refused_acknowledgement_says_why_beside_the_button()
    {
        using var context = new PortalContext();
        context.SignIn("secretary@hn/thanh-xuan/cb-1");
        context.Answers.On("GET directive/assignments", new Page<AssignmentView>([Assignment("issued")], null));
        context.Answers.Refuse($"POST directive/assignments/{s_id}/acknowledge", HttpStatusCode.Forbidden, "outside-your-units");
        var inbox = context.Render<InboxPage>();
        inbox.WaitForElement("td .action button").Click();

        inbox.WaitForElement("td [role=alert]").TextContent.ShouldContain("outside the units");
    }

    [Fact]
    public void An_overdue_assignment_is_marked_by_a_word()
    {
        using var context = new PortalContext("vi");
        var state = context.Render<AssignmentState>(parameters => parameters.Add(s => s.Assignment, Assignment("acknowledged") with { Overdue = true }));

        state.FindAll(".pill").Select(pill => pill.TextContent).ShouldBe(["Đã tiếp nhận", "Quá hạn"]);
    }

    [Fact]
    public void Check_in_needs_six_digits_and_one_press()
    {
        using var context = new PortalContext();
        context.SignIn("member@hn/thanh-xuan/cb-1");
        context.Answers.On($"POST session/sessions/{s_id}/check-ins", new CheckInResult(s_id, Guid.NewGuid(), "present", DateTimeOffset.UnixEpoch));
        var page = context.Render<CheckInPage>(parameters => parameters.Add(p => p.Session, s_id));
        page.Find(".action button").HasAttribute("disabled").ShouldBeTrue();

        page.Find("#code").Input("481 207");
        page.Find(".action button").Click();

        page.WaitForElement(".check-in-done").TextContent.ShouldContain("Present");
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
        var day = new DateOnly(2021, 7, 1);
        context.Answers.On("GET city/campaigns", new Page<CampaignSummary>([new(s_id, "Campaign of the test", day, day)], null));
        context.Answers.On($"GET city/campaigns/{s_id}/figures", new CampaignFigures(s_id, "x", day, day, "thanh-xuan",
            new Figures(4, 10, 5, 3, 2, 1, 7, 6, 20, 15, 300, 320, 12, 9, 8, 47), DateTimeOffset.UnixEpoch));
        var page = context.Render<HomePage>();

        page.WaitForAssertion(() => page.FindAll(".tile").Single(tile => tile.TextContent.Contains("Awards", StringComparison.Ordinal)).TextContent.ShouldContain("47"));
        page.WaitForAssertion(() => page.FindAll(".charts [role=alert]").Count.ShouldBe(2));
    }

    [Theory]
    [InlineData("secretary@hn/x/y", "/inbox", "/operations")]
    [InlineData("operator@hn", "/operations", "/directives")]
    [InlineData("member@hn/x/y", "/sessions", "/recognition")]
    [InlineData("district-officer@hn/x", "/reports", "/operations")]
    public void Navigation_shows_what_the_posts_allow(string post, string shown, string hidden)
    {
        using var context = new PortalContext();
        context.SignIn(post);
        var links = context.Render<Navigation>().FindAll("a").Select(link => link.GetAttribute("href")).ToList();

        links.ShouldContain(shown);
        links.ShouldNotContain(hidden);
    }

    private static AssignmentView Assignment(string state) => new(
        s_id, Guid.NewGuid(), "39-KH/TU", Guid.NewGuid(), "Chi bộ 1", "hn/thanh-xuan/cb-1", "acknowledge", "Acknowledge it", new DateOnly(2022, 9, 30), state, false, null, null, null, 1);
}
