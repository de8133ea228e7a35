using Campaign.Api.Session;
using Campaign.Scenarios.People;
using Microsoft.Playwright;

namespace Campaign.System.Tests.Browser;

/// <summary>
/// A meeting before people come: planned on a telephone, found in the calendar, prepared on its page, answered by whoever is asked.
/// </summary>
public sealed class PlanningTests(PlayedSystem played, Chromium chromium) : IClassFixture<Chromium>
{
    private const int Narrow = 360;

    /// <summary>Somebody who is invited.</summary>
    private Part Member => played.Plan.Districts[0].Others[0];

    /// <summary>Whoever plans the meetings of their cell.</summary>
    private Part Secretary => played.Plan.Districts[0].SecretaryOf(Member.Holder!.Unit.Path);

    [Fact]
    public async Task Secretary_plans_a_meeting_on_a_telephone_and_prepares_it()
    {
        await using var window = await SignedInAsync(Secretary);
        await window.Page.GotoAsync("/sessions/new");
        var plan = window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Lên lịch", Exact = true });
        await window.Page.Locator(".needed").WaitForAsync();
        await Assertions.Expect(plan).ToBeDisabledAsync();
        await window.Page.GetByLabel("Chủ đề").FillAsync("Bàn việc giữ ngõ xanh, sạch");
        await FitsAsync(window, "session-new");
        await plan.ClickAsync();

        await window.Page.WaitForURLAsync(address => Guid.TryParse(new Uri(address).Segments[^1], out _));
        await window.Page.GetByText("Bàn việc giữ ngõ xanh, sạch").First.WaitForAsync();
        await window.Page.Locator(".check input[type=checkbox]").First.ClickAsync();
        await Assertions.Expect(window.Page.GetByText("Đã xong 1 trong")).ToBeVisibleAsync();
        await FitsAsync(window, "session-planned");

        // a week from now may be next month
        await window.Page.GotoAsync("/calendar");
        await window.Page.Locator(".month").WaitForAsync();
        if (HanoiToday().AddDays(7).Month != HanoiToday().Month)
        {
            await window.Page.GetByText("Tháng sau").ClickAsync();
        }

        await window.Page.GetByText("Bàn việc giữ ngõ xanh, sạch").First.WaitForAsync();
        await FitsAsync(window, "calendar");
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Secretary_plans_a_meeting_that_comes_again()
    {
        await using var window = await SignedInAsync(Secretary);
        await window.Page.GotoAsync("/sessions/new");
        await window.Page.GetByLabel("Chủ đề").FillAsync("Sinh hoạt thường kỳ");
        await window.Page.GetByLabel("Lặp lại").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Lên lịch cả loạt", Exact = true }).ClickAsync();

        await window.Page.WaitForURLAsync("**/series/*");
        await window.Page.GetByText("Sinh hoạt thường kỳ").First.WaitForAsync();
        await FitsAsync(window, "series");
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_is_invited_sees_it_among_their_meetings()
    {
        var secretary = played.Cast.As(Secretary);
        var unit = await secretary.Organization.UnitByCodeAsync(Member.Holder!.Unit.Code);
        await secretary.Session.ScheduleAsync(
            new ScheduleSession(
                unit.Id,
                null,
                null,
                "cell-meeting",
                new("Góp ý dự thảo nghị quyết", "in-room", "Nhà văn hóa", 90),
                DateTimeOffset.UtcNow.AddDays(3),
                null
            )
        );
        await using var window = await SignedInAsync(Member);
        await window.Page.GotoAsync("/my-meetings");

        await window.Page.GetByText("Góp ý dự thảo nghị quyết").First.WaitForAsync();
        await FitsAsync(window, "my-meetings");
        window.Complaints.ShouldBeEmpty();
    }

    private static DateTime HanoiToday() => DateTime.UtcNow.AddHours(7);

    private static async Task FitsAsync(Window window, string name)
    {
        await window.Page.WaitForTimeoutAsync(500);
        await window.ScreenshotAsync($"{name}-vi-light-360");
        (await window.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await window.UnlabelledAsync()).ShouldBeEmpty();
        await window.DemandAccessibleAsync();
    }

    private async Task<Window> SignedInAsync(Part part)
    {
        var window = await chromium.OpenAsync(played.Origin, Narrow, 900);
        await window.SignInAsync(part.UserName, played.DemoPassword);
        return window;
    }
}
