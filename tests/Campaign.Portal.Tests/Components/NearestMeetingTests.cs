using Bunit;
using Campaign.Api;
using Campaign.Api.Organization;
using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Portal.Planning;
using Campaign.Portal.SessionReports;
using Campaign.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Portal.Tests.Components;

/// <summary>An empty month or quarter says so, and leads to the nearest one that is not.</summary>
public sealed class NearestMeetingTests
{
    private static readonly Guid s_id = Guid.Parse("00000000-0000-0000-0000-000000000001");

    [Theory]
    [InlineData("vi", "Gần nhất trước đó: Tháng 10 năm 2022")]
    [InlineData("en", "Nearest one before: October 2022")]
    public void An_empty_month_leads_to_the_nearest_month_with_a_session(string language, string said)
    {
        using var context = Signed(language);
        context.Answers.On("GET session/calendar", new CalendarView([], false));
        context.Answers.On("GET session/calendar/nearest", new NearestDays(new(2022, 10, 20), null));
        var page = context.Render<CalendarPage>();
        var button = page.WaitForElement(".empty button");
        button.TextContent.Trim().ShouldBe(said);

        button.Click();

        page.WaitForAssertion(() => page.Find(".pager h2").TextContent.ShouldBe(said[(said.IndexOf(':', StringComparison.Ordinal) + 2)..]));
        page.FindAll(".empty button").Count.ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void A_month_with_sessions_does_not_ask_for_another()
    {
        using var context = Signed("en");
        context.Answers.On(
            "GET session/calendar",
            new CalendarView(
                [
                    new(
                        s_id,
                        null,
                        DateTimeOffset.UtcNow,
                        "Chi bộ thử",
                        "hn/q/cb",
                        "cell-meeting",
                        new("Thường kỳ", "in-room", "Nhà văn hóa", 90),
                        "scheduled"
                    ),
                ],
                false
            )
        );
        var page = context.Render<CalendarPage>();
        page.WaitForElement("td.today li");

        context.Answers.Asked.ShouldNotContain(asked => asked.Request == "GET session/calendar/nearest");
    }

    [Fact]
    public void An_empty_quarter_leads_to_the_nearest_quarter_with_a_meeting()
    {
        using var context = Signed("vi");
        var today = TimeProvider.System.Today();
        context.Answers.On(
            "GET session/coverage",
            new CoverageReport(
                today.Year,
                ((today.Month - 1) / 3) + 1,
                "thematic-meeting",
                today,
                1,
                0,
                0,
                1,
                new Page<CoverageTile>([], null)
            )
        );
        context.Answers.On("GET session/coverage/units", new Page<CoverageUnit>([], null));
        context.Answers.On("GET session/calendar/nearest", new NearestDays(new(2023, 5, 3), null));
        var page = context.Render<CoveragePage>();
        page.WaitForElement(".empty button").TextContent.Trim().ShouldBe("Gần nhất trước đó: Q2/2023");
        page.Find(".empty p").TextContent.ShouldBe("Quý này chưa chi bộ nào họp hoặc lên lịch.");

        page.Find(".empty button").Click();

        context.Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith("/coverage?under=hn%2Fq%2Fcb&year=2023&quarter=2");
    }

    [Fact]
    public void A_unit_that_never_met_is_said_so()
    {
        using var context = Signed("en");
        context.Answers.On("GET session/calendar", new CalendarView([], false));
        context.Answers.On("GET session/calendar/nearest", new NearestDays(null, null));
        var page = context.Render<CalendarPage>();

        page.WaitForAssertion(() => page.Find(".empty").TextContent.ShouldContain("neither held nor planned"));
        page.FindAll(".empty button").ShouldBeEmpty();
    }

    private static PortalContext Signed(string language)
    {
        var context = new PortalContext(language);
        context.SignIn("secretary@hn/q/cb");
        context.Answers.Allows(Resources.Session, SessionMay.ReadSessions, "hn/q/cb");
        context.Answers.Allows(Resources.Session, SessionMay.ReadReports, "hn/q/cb");
        context.Answers.On(
            "GET organization/units/by-code/cb",
            new UnitView(s_id, "cb", "Chi bộ thử", "CB", "cell", null, "hn/q/cb", "q", new DateOnly(2020, 1, 1), null, 0, 0, 1)
        );
        return context;
    }
}
