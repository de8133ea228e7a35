using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Campaign.Testing;

namespace Campaign.Portal.Tests.Gateway;

public sealed partial class GatewayTests(TestServers servers) : IAsyncLifetime
{
    private FakeServices _services = null!;
    private PortalFactory _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _services = await FakeServices.StartAsync();
        _portal = new PortalFactory(await servers.CreateDatabaseAsync("portal"), "http://localhost", _services.Address);
        await _portal.ReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _services.DisposeAsync();
    }

    [Fact]
    public async Task The_prefix_is_taken_off_and_the_bearer_token_passes_through()
    {
        using var client = _portal.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session/sessions?x=1") { Content = new StringContent("{}") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "of-an-integrator");
        request.Headers.Add("Cookie", "campaign-portal=whatever");
        (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var received = _services.Received.ShouldHaveSingleItem();
        received.Path.ShouldBe("/sessions?x=1");
        received.Headers.Authorization.ToString().ShouldBe("Bearer of-an-integrator");
        received.Headers.ContainsKey("Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task A_signed_in_browser_reads_with_its_cookie_and_changes_nothing_with_it()
    {
        using var browser = _portal.Browser();
        (await browser.GetAsync(Relative("/directives"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        _services.Received.Clear();

        await browser.GetAsync(Relative("/api/v1/city/campaigns"), TestContext.Current.CancellationToken);
        using var form = new StringContent("{}");
        await browser.PostAsync(Relative("/api/v1/city/campaigns"), form, TestContext.Current.CancellationToken);

        var (read, change) = (_services.Received.First(), _services.Received.Last());
        read.Headers.Authorization.ToString().ShouldStartWith("Bearer ey");
        read.Headers.ContainsKey("Cookie").ShouldBeFalse();
        change.Method.ShouldBe("POST");
        change.Headers.Authorization.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Identitys_pages_learn_the_address_that_the_browser_used()
    {
        using var client = _portal.CreateClient();
        await client.GetAsync(Relative("/account/sign-in"), TestContext.Current.CancellationToken);

        var received = _services.Received.ShouldHaveSingleItem();
        received.Path.ShouldBe("/account/sign-in");
        received.Headers["X-Forwarded-Host"].ToString().ShouldBe("localhost");
        received.Headers["X-Forwarded-Proto"].ToString().ShouldBe("http");
    }

    [Fact]
    public async Task A_service_that_is_away_is_a_problem_that_says_so()
    {
        await _services.DisposeAsync();
        using var client = _portal.CreateClient();
        using var answer = await client.GetAsync(Relative("/api/v1/city/campaigns"), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        problem.RootElement.GetProperty("type").GetString().ShouldBe("urn:campaign:problem:service-unavailable");
    }

    [Theory]
    [InlineData("/verify/CODE")]
    [InlineData("/api/docs")]
    [InlineData("/health")]
    [InlineData("/signed-out")]
    public async Task Public_addresses_need_no_sign_in(string path)
    {
        using var client = NoRedirects();
        using var answer = await client.GetAsync(Relative(path), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.MovedPermanently, HttpStatusCode.Redirect);
        answer.Headers.Location?.ToString().ShouldNotContain("/connect/authorize");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/organization/members")]
    [InlineData("/operations")]
    [InlineData("/reports/00000000-0000-0000-0000-000000000001")]
    public async Task Everything_else_leads_to_sign_in(string path)
    {
        using var client = NoRedirects();
        using var answer = await client.GetAsync(Relative(path), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldStartWith("http://localhost/connect/authorize?client_id=portal");
    }

    [Fact]
    public async Task Operations_are_closed_to_whom_no_service_calls_an_operator()
    {
        using var browser = _portal.Browser();
        using var answer = await browser.GetAsync(Relative("/operations"), TestContext.Current.CancellationToken);

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        page.ShouldContain("Không có quyền xem trang này");
        page.ShouldNotContain("Tài nguyên");
    }

    [Fact]
    public async Task Pages_load_nothing_from_elsewhere_and_cannot_be_framed()
    {
        using var client = _portal.CreateClient();
        using var answer = await client.GetAsync(Relative("/signed-out"), TestContext.Current.CancellationToken);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        html.ShouldContain("<html lang=\"vi\"");
        html.ShouldNotContain("https://");
    }

    [Fact]
    public async Task Every_style_and_script_of_a_page_is_there()
    {
        using var browser = _portal.Browser();
        var html = await browser.GetStringAsync(Relative("/directives"), TestContext.Current.CancellationToken);
        var assets = Asset().Matches(html).Select(match => match.Groups[1].Value).Where(asset => asset != "/").ToList();

        assets.Count.ShouldBeGreaterThanOrEqualTo(7);
        assets.ShouldContain(asset => asset.StartsWith("Campaign.Portal", StringComparison.Ordinal), "the components' own styles");
        foreach (var asset in assets)
        {
            using var answer = await browser.GetAsync(Relative("/" + asset.TrimStart('/')), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, asset);
            (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldNotBeEmpty(asset);
        }
    }

    [GeneratedRegex("<(?:link|script)[^>]*(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Asset();

    private HttpClient NoRedirects() => _portal.CreateClient(new() { AllowAutoRedirect = false });

    private static Uri Relative(string path) => new(path, UriKind.Relative);
}
