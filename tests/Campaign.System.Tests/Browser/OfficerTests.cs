using System.Globalization;
using Campaign.Api.City;
using Microsoft.Playwright;

namespace Campaign.System.Tests.Browser;

/// <summary>The district's officer follows the campaign in a browser.</summary>
public sealed class OfficerTests(PlayedSystem played, Chromium chromium) : IClassFixture<Chromium>
{
    private const int Wide = 1440;
    private const int Narrow = 360;
    private static readonly CultureInfo s_vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    [Fact]
    public async Task Home_shows_the_figures_of_City()
    {
        await using var window = await SignedInAsync(Wide);
        var figures = await FiguresAsync();

        var tiles = window.Page.Locator("main .tiles");
        await tiles.First.WaitForAsync();
        var text = await tiles.First.InnerTextAsync();
        foreach (var figure in new[] { figures.Assignments, figures.SessionsHeld, figures.Attendance, figures.Reviews, figures.Awards })
        {
            text.ShouldContain(figure.ToString("N0", s_vietnamese));
        }

        await window.ScreenshotAsync("home-vi-light-1440");
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task From_the_directives_to_a_document_and_from_the_sessions_to_a_meeting()
    {
        await using var window = await SignedInAsync(Wide);

        await FollowAsync(window, "/directives", "main td a[href^='/directives/']");
        await window.ScreenshotAsync("directive-vi-light-1440");
        await FollowAsync(window, "/sessions", "main td a[href^='/sessions/']");
        await window.ScreenshotAsync("session-vi-light-1440");
        (await window.Page.Locator("main table tbody tr").CountAsync()).ShouldBeGreaterThan(0);
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_report_page_shows_the_47_awards_and_the_documents()
    {
        const int Awards = 47;
        await using var window = await SignedInAsync(Wide);
        await window.Page.GotoAsync($"/reports/{played.Campaign}");
        await window.Page.Locator("article.report").WaitForAsync();

        var text = await window.Page.Locator("article.report").InnerTextAsync();
        text.ShouldContain("01-KL/TW");
        text.ShouldContain((await FiguresAsync()).Attendance.ToString("N0", s_vietnamese));
        var awards = window
            .Page.Locator("article.report section")
            .Filter(
                new LocatorFilterOptions
                {
                    Has = window.Page.GetByRole(
                        AriaRole.Heading,
                        new PageGetByRoleOptions { Name = $"Khen thưởng: {Awards} tập thể, cá nhân" }
                    ),
                }
            );
        (await awards.Locator("tbody tr").CountAsync()).ShouldBe(Awards);
        await window.ScreenshotAsync("report-vi-light-1440");
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Language_and_theme_follow_their_links_and_stay()
    {
        await using var window = await SignedInAsync(Wide);
        (await window.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("vi");

        await window.Page.Locator(".appearance a[lang=en]").ClickAsync();
        await window.Page.Locator("html[lang=en]").WaitForAsync();
        await SettledAsync(window);
        await window.ScreenshotAsync("home-en-light-1440");

        var light = await BackgroundAsync(window);
        await window.Page.Locator(".appearance a[href*='theme=dark']").ClickAsync();
        await window.Page.Locator(".appearance a[href*='theme=light']").WaitForAsync();
        await SettledAsync(window);
        var dark = await BackgroundAsync(window);
        dark.ShouldNotBe(light);
        await window.ScreenshotAsync("home-en-dark-1440");

        await window.Page.GotoAsync("/directives");
        (await window.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("en");
        (await BackgroundAsync(window)).ShouldBe(dark);
        window.Complaints.ShouldBeEmpty();
    }

    public static TheoryData<string, string> Pages =>
        new()
        {
            { "home", "/" },
            { "directives", "/directives" },
            { "sessions", "/sessions" },
            { "proposals", "/sessions/proposals" },
            { "coverage", "/coverage?year=2022&quarter=4" },
            { "attendance", "/attendance?from=2022-01-01&to=2022-12-31" },
            { "evaluation", "/evaluation" },
            { "recognition", "/recognition" },
            { "awards", "/recognition/awards" },
            { "organization", "/organization" },
            { "members", "/organization/members" },
            { "reports", "/reports" },
            { "report", "/reports/{campaign}" },
        };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Fits_a_telephone_and_names_every_field(string name, string path)
    {
        await using var window = await SignedInAsync(Narrow);
        await window.Page.GotoAsync(path.Replace("{campaign}", played.Campaign.ToString(), StringComparison.Ordinal));
        await SettledAsync(window);

        await window.ScreenshotAsync($"{name}-vi-light-360");
        (await window.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await window.UnlabelledAsync()).ShouldBeEmpty();
        await window.ResizeAsync(Wide, 900);
        (await window.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        await window.ScreenshotAsync($"{name}-vi-light-1440");
        window.Complaints.ShouldBeEmpty();
    }

    private async Task<Window> SignedInAsync(int width)
    {
        var window = await chromium.OpenAsync(played.Origin, width, 900);
        await window.SignInAsync(played.Plan.Districts[0].Officer.UserName, played.DemoPassword);
        return window;
    }

    private async Task<Figures> FiguresAsync() =>
        (
            await played.Cast.As(played.Plan.Districts[0].Officer).City.FiguresAsync(played.Campaign, played.Plan.Districts[0].Unit.Code)
        ).Figures;

    private static async Task FollowAsync(Window window, string list, string link)
    {
        await window.Page.GotoAsync(list);
        var first = window.Page.Locator(link).First;
        var target = await first.GetAttributeAsync("href");
        await first.ClickAsync();
        await window.Page.WaitForURLAsync($"**{target}");
        await SettledAsync(window);
    }

    /// <summary>The page has its heading and nothing is on its way any more.</summary>
    private static async Task SettledAsync(Window window)
    {
        await window.Page.Locator("main h1").First.WaitForAsync();
        await Assertions
            .Expect(window.Page.Locator("main .loading"))
            .ToHaveCountAsync(0, new LocatorAssertionsToHaveCountOptions { Timeout = 30_000 });
        await window.Page.WaitForTimeoutAsync(500);
    }

    private static Task<string> BackgroundAsync(Window window) =>
        window.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
}
