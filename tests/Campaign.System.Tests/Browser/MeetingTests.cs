using System.Text.RegularExpressions;
using Campaign.Api.Session;
using Campaign.Scenarios.People;
using Microsoft.Playwright;

namespace Campaign.System.Tests.Browser;

/// <summary>
/// A meeting from the room's screen to its signed minutes, in browsers: the secretary's, and the phone of somebody who comes.
/// </summary>
public sealed class MeetingTests(PlayedSystem played, Chromium chromium) : IClassFixture<Chromium>
{
    private const int Wide = 1440;
    private const int Narrow = 360;

    /// <summary>Somebody who comes.</summary>
    private Part Member => played.Plan.Districts[0].Others[0];

    /// <summary>Whoever runs the meetings of their cell.</summary>
    private Part Secretary => played.Plan.Districts[0].SecretaryOf(Member.Holder!.Unit.Path);

    [Fact]
    public async Task A_phone_scans_the_room_s_screen_and_checks_in_with_two_taps()
    {
        var session = await ScheduledAsync();
        await using var room = await SignedInAsync(Secretary, Wide);
        await room.Page.GotoAsync($"/sessions/{session}/room");
        await room.Page.Locator(".qr svg").WaitForAsync();
        await room.Page.Locator(".room .action button").ClickAsync();
        await room.Page.Locator(".big-code").WaitForAsync();
        await room.ScreenshotAsync("room-vi-light-1440");
        await room.DemandAccessibleAsync();

        await using var phone = await SignedInAsync(Member, Narrow);
        var scan = (await played.Cast.As(Secretary).Session.ScreenAsync(session)).Scan;
        await phone.Page.GotoAsync($"/s/{session:N}/{scan}");
        await phone.ScreenshotAsync("check-in-vi-light-360");
        (await phone.Page.Locator("#code").CountAsync()).ShouldBe(0);
        await phone.DemandAccessibleAsync();
        await phone.Page.Locator(".check-in-button").ClickAsync();
        await phone.Page.Locator(".check-in-done").WaitForAsync();
        await phone.ScreenshotAsync("checked-in-vi-light-360");
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);

        await Assertions
            .Expect(room.Page.Locator(".room .tile-value"))
            .ToContainTextAsync("1", new LocatorAssertionsToContainTextOptions { Timeout = 20_000 });
        phone.Complaints.ShouldBeEmpty();
        room.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_check_in_shows_at_once_on_a_page_that_is_open()
    {
        var session = await ScheduledAsync();
        var secretary = played.Cast.As(Secretary).Session;
        await secretary.OpenAsync(session);
        await using var window = await SignedInAsync(Secretary, Wide);
        await window.Page.GotoAsync($"/sessions/{session}");
        var present = window.Page.Locator("main .tile-value").First;
        await Assertions.Expect(present).ToHaveTextAsync(new Regex(@"^\s*0\s*/"));

        var member = played.Cast.As(Member).Session;
        var ticket = (await member.ScanAsync(session, (await secretary.ScreenAsync(session)).Scan)).Ticket;
        await member.CheckInAsync(session, new(null, null, ticket));

        // by itself the page would ask after five minutes
        await Assertions
            .Expect(present)
            .ToHaveTextAsync(new Regex(@"^\s*1\s*/"), new LocatorAssertionsToHaveTextOptions { Timeout = 10_000 });
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stale_code_is_refused_in_words_and_leaves_the_digits_also_without_scripts()
    {
        var session = await ScheduledAsync();
        var code = (await played.Cast.As(Secretary).Session.OpenAsync(session)).Code;
        await using var phone = await SignedInAsync(Member, Narrow);
        await phone.Page.RouteAsync("**/*.js", route => route.AbortAsync());
        await phone.Page.GotoAsync($"/s/{session:N}/1.AAAAAAAAAAAAAAAA");

        (await phone.Page.Locator("[role=alert]").InnerTextAsync()).ShouldContain("Hãy quét mã đang hiện trong phòng họp");
        await phone.ScreenshotAsync("check-in-stale-vi-light-360");
        await phone.DemandAccessibleAsync();
        await phone.Page.Locator("#code").FillAsync(code);
        await phone.Page.Locator(".check-in-button").ClickAsync();
        await phone.Page.Locator(".check-in-done").WaitForAsync();
    }

    [Fact]
    public async Task The_secretary_takes_the_roster_on_a_phone_closes_and_writes_minutes()
    {
        var session = await ScheduledAsync();
        await using var window = await SignedInAsync(Secretary, Narrow);
        await window.Page.GotoAsync($"/sessions/{session}/room");
        await window.Page.Locator(".ticks").First.WaitForAsync();
        var late = window.Page.Locator(".ticks").First.Locator(".tick").Nth(1);
        await late.ClickAsync();
        await Assertions.Expect(late).ToHaveAttributeAsync("aria-pressed", "true");
        await window.ScreenshotAsync("roster-vi-light-360");
        await window.DemandAccessibleAsync();
        (await window.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);

        await played.Cast.As(Secretary).Session.CloseAsync(session, new CloseSession(DateTimeOffset.UtcNow, ""));
        await window.Page.GotoAsync($"/sessions/{session}/minutes");
        await window.Page.Locator("#minutes-text").WaitForAsync();
        (await window.Page.Locator("#minutes-text").InputValueAsync()).ShouldContain("Đến muộn (1)");
        await window.ScreenshotAsync("minutes-vi-light-360");
        await window.DemandAccessibleAsync();
        (await window.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        window.Complaints.ShouldBeEmpty();
    }

    private async Task<Guid> ScheduledAsync()
    {
        var secretary = played.Cast.As(Secretary);
        var unit = await secretary.Organization.UnitByCodeAsync(Member.Holder!.Unit.Code);
        var session = await secretary.Session.ScheduleAsync(
            new ScheduleSession(
                unit.Id,
                null,
                null,
                "cell-meeting",
                new("Sinh hoạt thường kỳ", "in-room", "Nhà văn hóa", 90),
                DateTimeOffset.UtcNow.AddMinutes(-90),
                null
            )
        );
        return session.Id;
    }

    private async Task<Window> SignedInAsync(Part part, int width)
    {
        var window = await chromium.OpenAsync(played.Origin, width, 900);
        await window.SignInAsync(part.UserName, played.DemoPassword);
        return window;
    }
}
