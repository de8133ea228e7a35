using System.Net;
using Bunit;
using Campaign.Contracts;
using Campaign.Portal.Accounts;
using Campaign.Portal.App;
using Campaign.Portal.Home;
using Campaign.Portal.Operations;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Portal.Tests.Components;

/// <summary>The menu and whole pages go by what the services say, not by roles.</summary>
public sealed class MenuTests
{
    private static readonly string[] s_always = ["/account"];

    [Theory]
    [InlineData("city read-figures, directive read-directives", "/", "/directives", "/commitments", "/reports")]
    [InlineData("city read-figures", "/reports")]
    [InlineData("directive answer", "/inbox")]
    [InlineData("session read-sessions", "/sessions", "/calendar")]
    [InlineData("evaluation read-periods", "/evaluation")]
    [InlineData("recognition read-nominations, recognition read-awards", "/recognition")]
    [InlineData("recognition read-awards", "/recognition/awards")]
    [InlineData("organization read-units", "/organization")]
    [InlineData("identity create-account", "/accounts")]
    [InlineData("evaluation operate", "/operations")]
    [InlineData("session schedule")]
    public void Menu_leads_to_what_the_services_let_the_person_do(string may, params string[] links)
    {
        using var context = Allowing(may);

        var menu = context.Render<Navigation>();

        menu.WaitForAssertion(() => Links(menu).ShouldBe([.. links, .. s_always]));
    }

    [Fact]
    public void Menu_of_a_person_without_a_post_leads_to_their_meetings()
    {
        using var context = new PortalContext();
        context.SignInAsMember(Guid.NewGuid());

        Links(context.Render<Navigation>()).ShouldBe(["/my-meetings", .. s_always]);
    }

    [Fact]
    public void Menu_gets_the_links_of_a_service_that_was_away_when_the_page_changes()
    {
        using var context = new PortalContext();
        context.SignIn();
        context.Answers.Refuse("GET session/may", HttpStatusCode.ServiceUnavailable, "service-unavailable");
        var menu = context.Render<Navigation>();
        menu.WaitForAssertion(() => context.Answers.Asked.ShouldContain(asked => asked.Request == "GET session/may"));
        Links(menu).ShouldBe(s_always);

        context.Answers.Allows(Resources.Session, "read-sessions", "hn");
        context.Services.GetRequiredService<NavigationManager>().NavigateTo("/account");

        menu.WaitForAssertion(() => Links(menu).ShouldContain("/sessions"));
    }

    [Theory]
    [InlineData("identity operate, identity create-account, city read-figures", "operations")]
    [InlineData("identity create-account, city read-figures", "accounts")]
    [InlineData("session read-sessions", "sessions")]
    public void Home_of_whoever_follows_no_figures_is_where_their_work_is(string may, string start)
    {
        using var context = Allowing(may);

        context.Render<HomePage>();

        context.Services.GetRequiredService<NavigationManager>().Uri.ShouldBe($"http://localhost/{start}");
    }

    [Fact]
    public void Home_says_that_the_figures_are_away_and_sends_nobody_elsewhere()
    {
        using var context = new PortalContext();
        context.SignIn();
        context.Answers.Refuse("GET city/may", HttpStatusCode.ServiceUnavailable, "service-unavailable");

        var page = context.Render<HomePage>();

        page.WaitForElement("[role=alert]");
        context.Services.GetRequiredService<NavigationManager>().Uri.ShouldBe("http://localhost/");
    }

    [Theory]
    [InlineData(typeof(AccountsLayout), "identity create-account")]
    [InlineData(
        typeof(OperationsLayout),
        "identity operate, organization operate, directive operate, session operate, evaluation operate, recognition operate, city operate"
    )]
    public void Page_for_few_is_shown_to_those_of_whom_a_service_says_so(Type layout, string may)
    {
        using var allowed = Allowing(may);
        using var others = Allowing("session read-sessions");

        var shown = allowed.Render(Within(layout));
        shown.WaitForAssertion(() => shown.Markup.ShouldContain("the page"));
        var refused = others.Render(Within(layout));
        refused.WaitForElement("h1").TextContent.ShouldBe("This page is not open to you");
        refused.Markup.ShouldNotContain("the page");
    }

    [Fact]
    public void Operations_are_shown_as_long_as_one_service_knows_the_operator()
    {
        using var context = new PortalContext();
        context.SignIn();
        foreach (var service in Resources.Services)
        {
            context.Answers.Refuse($"GET {service}/may", HttpStatusCode.ServiceUnavailable, "service-unavailable");
        }

        var page = context.Render(Within(typeof(OperationsLayout)));
        page.WaitForElement("[role=alert]");
        context.Answers.Allows(Resources.Recognition, "operate", "hn");
        page.Find("[role=alert] button").Click();

        page.WaitForAssertion(() => page.Markup.ShouldContain("the page"));
    }

    private static PortalContext Allowing(string may)
    {
        var context = new PortalContext();
        context.SignIn();
        foreach (var said in may.Split(", ").Select(one => one.Split(' ')))
        {
            context.Answers.Allows(said[0], said[1], "hn");
        }

        return context;
    }

    private static RenderFragment Within(Type layout) =>
        builder =>
        {
            builder.OpenComponent<DynamicComponent>(0);
            builder.AddComponentParameter(1, nameof(DynamicComponent.Type), layout);
            builder.AddComponentParameter(
                2,
                nameof(DynamicComponent.Parameters),
                new Dictionary<string, object> { ["Body"] = (RenderFragment)(body => body.AddContent(0, "the page")) }
            );
            builder.CloseComponent();
        };

    private static IEnumerable<string?> Links(IRenderedComponent<Navigation> menu) =>
        menu.FindAll("a").Select(link => link.GetAttribute("href"));
}
