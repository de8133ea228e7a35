using Microsoft.Playwright;

namespace Campaign.System.Tests.Browser;

/// <summary>Words beside deeds, on a telephone and on a screen.</summary>
public sealed class CommitmentTests(PlayedSystem played, Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Officer_sees_what_was_promised_beside_what_was_done()
    {
        await using var window = await chromium.OpenAsync(played.Origin, 360, 900);
        await window.SignInAsync(played.Plan.Districts[0].Officer.UserName, played.DemoPassword);
        await window.Page.GotoAsync("/commitments");
        await window.Page.Locator(".words-deeds .deed-bar").First.WaitForAsync();
        (await window.Page.Locator("main").InnerTextAsync()).ShouldContain("Đã làm ");
        await FitsAsync(window, "commitments");

        await window.ResizeAsync(360, 900);
        await window.Page.Locator("main td a[href^='/commitments/']").First.ClickAsync();
        await window.Page.Locator("section.card .deed-bar").First.WaitForAsync();
        await FitsAsync(window, "commitment");
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Secretary_promises_on_a_telephone()
    {
        await using var window = await chromium.OpenAsync(played.Origin, 360, 900);
        await window.SignInAsync(played.Plan.Districts[0].Secretaries[1].UserName, played.DemoPassword);
        await window.Page.GotoAsync("/commitments/new");
        await window.Page.Locator("fieldset.row-card").First.WaitForAsync();
        await window.Page.Locator(".ticks .tick").First.WaitForAsync();
        await FitsAsync(window, "commitment-new");

        await window.Page.Locator("fieldset.row-card input[type=text]").First.FillAsync("Xây dựng ngõ văn minh đô thị");
        await window.Page.Locator("fieldset.row-card input[type=number]").FillAsync("2");
        await window.Page.Locator("fieldset.row-card input[id*=measure]").FillAsync("ngõ");
        await window.Page.Locator("fieldset.row-card input[type=date]").FillAsync("2099-12-31");
        await window.Page.Locator("fieldset.row-card input[type=date]").BlurAsync();
        var promise = window.Page.Locator("main > .action button, main .action button").Last;
        await Assertions.Expect(promise).ToBeEnabledAsync();
        await promise.ClickAsync();
        await window.Page.Locator("section.card .deed-bar").First.WaitForAsync();
        (await window.Page.Locator("main").InnerTextAsync()).ShouldContain("Đã làm 0 / 2 ngõ");
        window.Complaints.ShouldBeEmpty();
    }

    private static async Task FitsAsync(Window window, string name)
    {
        await window.Page.WaitForTimeoutAsync(500);
        await window.ScreenshotAsync($"{name}-vi-light-360");
        (await window.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await window.UnlabelledAsync()).ShouldBeEmpty();
        await window.DemandAccessibleAsync();
        await window.ResizeAsync(1440, 900);
        (await window.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        await window.ScreenshotAsync($"{name}-vi-light-1440");
        await window.ResizeAsync(360, 900);
    }
}
