using Bunit;
using Campaign.Api;
using Campaign.Api.City;
using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Portal.App;
using Campaign.Portal.Home;
using Campaign.Portal.Shared;
using Campaign.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Campaign.Portal.Tests.Components;

/// <summary>Pages change when what they show changes, and ask for nothing as long as nothing does.</summary>
public sealed class LiveTests : IDisposable
{
    private const string District = "thanh-xuan";
    private static readonly Guid s_campaign = Guid.Parse("00000000-0000-0000-0000-00000000000c");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 30, 2, 0, 0, TimeSpan.Zero));
    private readonly PortalContext _context;

    public LiveTests()
    {
        _context = new PortalContext(time: _time);
        _context.SignIn($"district-officer@hn/{District}", $"secretary@hn/{District}");
        var day = new DateOnly(2026, 1, 1);
        _context.Answers.On("GET city/campaigns", new Page<CampaignSummary>([new(s_campaign, "Học tập và làm theo", day, day)], null));
        _context.Answers.Allows(Resources.City, "read-figures", $"hn/{District}");
        _context.Answers.Allows(Resources.Directive, "answer", $"hn/{District}");
        _context.Answers.On("GET directive/inbox", new InboxView(0, [], null));
        _context.Answers.On($"GET city/campaigns/{s_campaign}/quarters", new Page<QuarterFigures>([], null));
        _context.Answers.Refuse($"GET city/campaigns/{s_campaign}/review-report", System.Net.HttpStatusCode.NotFound, "not-found");
        Figures(12);
    }

    public void Dispose() => _context.Dispose();

    [Fact]
    public async Task An_open_home_page_asks_less_than_four_times_a_minute()
    {
        const int Minutes = 10;
        var page = Home();
        await HeardAsync();
        await PassAsync(TimeSpan.FromSeconds(10));
        var before = _context.Answers.Asked.Count;
        before.ShouldBeGreaterThan(4);

        await PassAsync(TimeSpan.FromMinutes(Minutes));

        var asked = _context.Answers.Asked.Skip(before).ToList();
        asked.Count.ShouldBeInRange(1, (Minutes * 4) - 1, "it does ask now and then, but seldom");
        page.Markup.ShouldContain("12");
    }

    [Fact]
    public async Task A_change_arrives_without_a_poll()
    {
        var page = Home();
        await HeardAsync();
        await PassAsync(TimeSpan.FromSeconds(10));
        Figures(1234);

        _context.Changes.Tell(Resources.City, new Change(District, [s_campaign]));
        await PassAsync(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => page.Markup.ShouldContain("1,234"));
    }

    [Theory]
    [InlineData("dong-da", true)]
    [InlineData(District, false)]
    public async Task What_changes_elsewhere_is_no_reason_to_ask(string district, bool thisCampaign)
    {
        Home();
        await HeardAsync();
        await PassAsync(TimeSpan.FromSeconds(10));
        var before = Asked("city");

        _context.Changes.Tell(Resources.City, new Change(district, [thisCampaign ? s_campaign : Guid.NewGuid()]));
        await PassAsync(TimeSpan.FromSeconds(20));

        Asked("city").ShouldBe(before);
    }

    [Fact]
    public async Task Many_changes_are_few_loads()
    {
        Home();
        await HeardAsync();
        await PassAsync(TimeSpan.FromSeconds(10));
        var before = Asked("city");

        for (var second = 0; second < 10; second++)
        {
            for (var change = 0; change < 50; change++)
            {
                _context.Changes.Tell(Resources.City, new Change(District, null));
            }

            await PassAsync(TimeSpan.FromSeconds(1));
        }

        // figures every two seconds, charts every ten, the report every thirty
        Asked("city").ShouldBeInRange(before + 4, before + 9);
    }

    [Fact]
    public async Task An_interrupted_connection_is_said_and_the_page_asks_every_half_minute_until_it_is_back()
    {
        Home();
        var notice = _context.Render<LiveNotice>();
        await HeardAsync();
        await PassAsync(TimeSpan.FromSeconds(10));
        notice.Markup.ShouldNotContain("interrupted");

        _context.Changes.Away = true;
        _context.Changes.Cut(Resources.City);
        await PassAsync(TimeSpan.FromSeconds(30));
        notice.WaitForAssertion(() => notice.Find("[role=status]").TextContent.ShouldContain("Live updates are interrupted"));
        var before = Asked("city/campaigns/00000000-0000-0000-0000-00000000000c/figures");
        await PassAsync(TimeSpan.FromMinutes(5));
        Asked("city/campaigns/00000000-0000-0000-0000-00000000000c/figures").ShouldBeInRange(before + 5, before + 10);

        _context.Changes.Away = false;
        Figures(77);
        await PassAsync(TimeSpan.FromMinutes(1));
        await HeardAsync();
        notice.WaitForAssertion(() => notice.Find("[role=status]").TextContent.ShouldBeEmpty());
    }

    [Fact]
    public async Task What_time_changes_is_loaded_when_it_has_changed()
    {
        var loads = 0;
        _context.Render<Fetch<int>>(fetch =>
            fetch
                .Add(f => f.Load, _ => Task.FromResult(++loads))
                .Add(f => f.Lasts, _ => TimeSpan.FromSeconds(20))
                .Add(f => f.ChildContent, load => $"<b>{load}</b>")
        );
        loads.ShouldBe(1);

        await PassAsync(TimeSpan.FromSeconds(19));
        loads.ShouldBe(1);
        await PassAsync(TimeSpan.FromSeconds(45));

        loads.ShouldBe(4);
    }

    [Fact]
    public async Task A_page_that_was_left_asks_no_more()
    {
        Home();
        await HeardAsync();
        await _context.DisposeComponentsAsync();
        var before = _context.Answers.Asked.Count;

        _context.Changes.Tell(Resources.City, new Change(null, null));
        await PassAsync(TimeSpan.FromMinutes(10));

        _context.Answers.Asked.Count.ShouldBe(before);
    }

    private IRenderedComponent<HomePage> Home()
    {
        _context.Services.GetRequiredService<NavigationManager>().NavigateTo($"/?campaign={s_campaign}");
        var page = _context.Render<HomePage>();
        _context.Render<Navigation>();
        page.WaitForAssertion(() => page.Markup.ShouldContain("12"));
        return page;
    }

    private void Figures(int directives) =>
        _context.Answers.On(
            $"GET city/campaigns/{s_campaign}/figures",
            new CampaignFigures(
                s_campaign,
                "Học tập và làm theo",
                new(2026, 1, 1),
                new(2026, 12, 31),
                District,
                new Figures(directives, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                _time.GetUtcNow()
            )
        );

    private Task HeardAsync() =>
        Eventually.TrueAsync("City and Directive to be heard", () => _context.Changes.Open, open => open.Count == 2);

    private int Asked(string of) => _context.Answers.Asked.Count(asked => asked.Request.Contains(of, StringComparison.Ordinal));

    // in steps, so that what a timer set off can set the next one
    private async Task PassAsync(TimeSpan time)
    {
        var step = time > TimeSpan.FromMinutes(1) ? TimeSpan.FromSeconds(1) : TimeSpan.FromMilliseconds(250);
        for (var passed = TimeSpan.Zero; passed < time; passed += step)
        {
            _time.Advance(step);
            await Task.Delay(2);
        }
    }
}
