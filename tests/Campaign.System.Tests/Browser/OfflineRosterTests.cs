using Campaign.Api.Session;
using Campaign.Scenarios.People;
using Campaign.Testing;
using Microsoft.Playwright;

namespace Campaign.System.Tests.Browser;

/// <summary>A secretary in a hall without a network: what is tapped there arrives once, when there is one again.</summary>
public sealed class OfflineRosterTests(PlayedSystem played, Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly LocatorAssertionsToContainTextOptions s_patient = new() { Timeout = 30_000 };

    private Part Member => played.Plan.Districts[0].Others[0];

    private Part Secretary => played.Plan.Districts[0].SecretaryOf(Member.Holder!.Unit.Path);

    [Fact]
    public async Task Taps_without_a_network_survive_a_reload_and_are_sent_once_when_it_is_back()
    {
        var (session, secretary) = await ScheduledAsync();
        await using var window = await chromium.OpenAsync(played.Origin, 360, 900);
        await window.SignInAsync(Secretary.UserName, played.DemoPassword);
        await window.Page.GotoAsync($"/sessions/{session}/roster");
        await window.Page.Locator("#roster-kept:not([hidden])").WaitForAsync();
        await window.DemandAccessibleAsync();
        (await window.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);

        await window.SetOfflineAsync(true);
        await TickAsync(window, 0, "present");
        await TickAsync(window, 1, "excused");
        await window.Page.Locator("[data-member]").Nth(1).Locator("[name=reason]").FillAsync("đi viện");
        await window.Page.Locator("h1").ClickAsync();
        await TickAsync(window, 2, "present");
        await TickAsync(window, 2, "present");
        await State(window, "Không có mạng. Máy giữ 3 dấu");
        await window.ScreenshotAsync("offline-roster-vi-light-360");
        (await secretary.SessionAsync(session)).Attendance.Present.ShouldBe(0);

        await window.Page.ReloadAsync();
        await State(window, "Máy giữ 3 dấu");
        (await window.Page.Locator("[data-member]").Nth(1).Locator("[name=reason]").InputValueAsync()).ShouldBe("đi viện");
        await TickAsync(window, 3, "late");

        await window.SetOfflineAsync(false);
        await State(window, "Đã gửi hết");
        var people = (await secretary.ParticipantsAsync(session)).Items;
        people.Select(person => person.Status).Take(5).ShouldBe(["present", "excused", null, "late", null]);
        people[1].Reason.ShouldBe("đi viện");
    }

    [Fact]
    public async Task One_tap_that_is_refused_is_said_beside_the_name_and_holds_nothing_up()
    {
        var (session, secretary) = await ScheduledAsync();
        var first = (await secretary.ParticipantsAsync(session)).Items[0].MemberId;
        await secretary.OpenAsync(session);
        await using var window = await chromium.OpenAsync(played.Origin, 360, 900);
        await window.SignInAsync(Secretary.UserName, played.DemoPassword);
        await window.Page.GotoAsync($"/sessions/{session}/roster");
        await window.Page.Locator("#offline-roster[data-ready]").WaitForAsync();
        await secretary.CheckInAsync(session, new CheckInRequest(first, null));

        await window.SetOfflineAsync(true);
        await TickAsync(window, 0, "absent");
        await TickAsync(window, 0, "absent");
        await TickAsync(window, 1, "present");
        await window.SetOfflineAsync(false);

        await State(window, "Đã gửi hết");
        await Assertions.Expect(window.Page.Locator("[data-member]").First.Locator(".refused")).Not.ToBeEmptyAsync();
        (await secretary.ParticipantsAsync(session)).Items.Take(2).Select(person => person.Status).ShouldBe(["present", "present"]);
    }

    [Fact]
    public async Task A_tick_from_before_a_check_in_is_refused_however_wrong_the_clock_of_the_phone_is()
    {
        var (session, secretary) = await ScheduledAsync();
        var people = (await secretary.ParticipantsAsync(session)).Items;
        await secretary.OpenAsync(session);
        await using var window = await chromium.OpenAsync(played.Origin, 360, 900);
        // ten minutes slow
        await window.Page.AddInitScriptAsync("const now = Date.now; Date.now = () => now() - 600000;");
        await window.SignInAsync(Secretary.UserName, played.DemoPassword);
        await window.Page.GotoAsync($"/sessions/{session}/roster");
        await window.Page.Locator("#offline-roster[data-ready]").WaitForAsync();
        await secretary.CheckInAsync(session, new CheckInRequest(people[1].MemberId, null));
        await ServerSecondsPassAsync();

        await window.SetOfflineAsync(true);
        await TickAsync(window, 0, "absent");
        await TickAsync(window, 1, "late");
        await State(window, "Máy giữ 2 dấu");
        await ServerSecondsPassAsync();
        await secretary.CheckInAsync(session, new CheckInRequest(people[0].MemberId, null));
        await window.SetOfflineAsync(false);

        await State(window, "Đã gửi hết");
        await Assertions.Expect(window.Page.Locator("[data-member]").First.Locator(".refused")).ToContainTextAsync("đã điểm danh sau lúc");
        (await secretary.ParticipantsAsync(session)).Items.Take(2).Select(person => person.Status).ShouldBe(["present", "late"]);
    }

    [Fact]
    public async Task Whoever_closes_the_meeting_hears_of_taps_that_still_wait_on_the_device()
    {
        var (session, secretary) = await ScheduledAsync();
        await secretary.OpenAsync(session);
        await using var window = await chromium.OpenAsync(played.Origin, 360, 900);
        await window.SignInAsync(Secretary.UserName, played.DemoPassword);
        await window.Page.GotoAsync($"/sessions/{session}/roster");
        await window.Page.Locator("#offline-roster[data-ready]").WaitForAsync();
        await window.SetOfflineAsync(true);
        await TickAsync(window, 0, "present");
        await State(window, "Không có mạng. Máy giữ 1 dấu");
        await window.Page.GotoAsync("about:blank");
        await window.SetOfflineAsync(false);

        await window.Page.GotoAsync($"/sessions/{session}");
        await Assertions.Expect(window.Page.GetByText("Trên máy này còn 1 lượt điểm danh chưa gửi")).ToBeVisibleAsync();
        await window.Page.GetByText("Mở danh sách để gửi").ClickAsync();
        await State(window, "Đã gửi hết");
        (await secretary.SessionAsync(session)).Attendance.Present.ShouldBe(1);
    }

    /// <summary>
    /// The page learns the time from the server's answers, which tell whole seconds: two of them are between two events for sure.
    /// </summary>
    private async Task ServerSecondsPassAsync()
    {
        var from = await DateAsync();
        await Eventually.TrueAsync("two of the server's seconds to pass", DateAsync, date => date >= from.AddSeconds(2));

        async Task<DateTimeOffset> DateAsync()
        {
            using var answer = await played.Anybody.GetAsync(new Uri("alive", UriKind.Relative));
            return answer.Headers.Date!.Value;
        }
    }

    private static Task TickAsync(Window window, int row, string status) =>
        window.Page.Locator("[data-member]").Nth(row).Locator($".tick[value={status}]").ClickAsync();

    private static Task State(Window window, string sentence) =>
        Assertions.Expect(window.Page.Locator("#roster-state")).ToContainTextAsync(sentence, s_patient);

    private async Task<(Guid Session, SessionClient Secretary)> ScheduledAsync()
    {
        var secretary = played.Cast.As(Secretary);
        var unit = await secretary.Organization.UnitByCodeAsync(Member.Holder!.Unit.Code);
        var session = await secretary.Session.ScheduleAsync(
            new ScheduleSession(
                unit.Id,
                null,
                null,
                "cell-meeting",
                new("Sinh hoạt nơi không có mạng", "in-room", "Nhà văn hóa", 90),
                DateTimeOffset.UtcNow.AddMinutes(-60),
                null
            )
        );
        return (session.Id, secretary.Session);
    }
}
