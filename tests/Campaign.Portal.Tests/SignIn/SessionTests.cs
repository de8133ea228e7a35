using System.Net;
using System.Security.Claims;
using Campaign.Portal.Data;
using Campaign.Portal.SignIn;
using Campaign.Portal.Tests.Gateway;
using Campaign.Testing;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Campaign.Portal.Tests.SignIn;

public sealed class SessionTests(TestServers servers) : IAsyncLifetime
{
    private FakeServices _services = null!;
    private PortalFactory _portal = null!;
    private string _database = null!;

    public async ValueTask InitializeAsync()
    {
        _services = await FakeServices.StartAsync();
        _database = await servers.CreateDatabaseAsync("portal");
        _portal = new PortalFactory(_database, "http://localhost", _services.Address);
        await _portal.ReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _services.DisposeAsync();
    }

    [Fact]
    public async Task The_cookie_holds_a_key_and_the_database_the_session()
    {
        using var browser = _portal.Browser();
        using var answer = await browser.GetAsync(new Uri("/directives", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/directives");
        (await SessionsAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Another_replica_knows_who_signed_in_here()
    {
        var (_, user) = await SignedInAsync();
        await using var replica = new PortalFactory(_database, "http://localhost", _services.Address);
        await replica.ReadyAsync();

        (await replica.Services.GetRequiredService<AccessTokens>().OfAsync(user, TestContext.Current.CancellationToken)).ShouldStartWith(
            "ey"
        );
    }

    [Fact]
    public async Task A_token_about_to_expire_is_refreshed_once_however_many_ask()
    {
        _services.Lifetime = 30;
        var (_, user) = await SignedInAsync();
        _services.Lifetime = 900;
        _services.Posts = ["secretary@hn/thanh-xuan/cb-1"];
        var tokens = _portal.Services.GetRequiredService<AccessTokens>();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => tokens.OfAsync(user, CancellationToken.None)));

        answers.Distinct().ShouldHaveSingleItem();
        _services.Grants.ShouldBe(["authorization_code", "refresh_token"]);
        var ticket = await Tickets.RetrieveAsync((await SessionsAsync()).Single().Key);
        ticket!.Principal.FindAll("posts").Select(claim => claim.Value).ShouldBe(["secretary@hn/thanh-xuan/cb-1"]);
    }

    [Fact]
    public async Task A_refused_refresh_ends_the_session()
    {
        _services.Lifetime = 30;
        var (_, user) = await SignedInAsync();
        _services.RefusesRefresh = true;

        (await _portal.Services.GetRequiredService<AccessTokens>().OfAsync(user, CancellationToken.None)).ShouldBeNull();
        (await SessionsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_expired_session_is_nobodys()
    {
        var (key, _) = await SignedInAsync();
        await using var database = await DatabaseAsync();
        await database.Sessions.ExecuteUpdateAsync(
            set => set.SetProperty(s => s.ExpiresAt, DateTimeOffset.UtcNow.AddSeconds(-1)),
            TestContext.Current.CancellationToken
        );

        (await Tickets.RetrieveAsync(key)).ShouldBeNull();
    }

    [Fact]
    public async Task Signing_out_needs_the_forms_token()
    {
        using var browser = _portal.Browser();
        await browser.GetAsync(new Uri("/directives", UriKind.Relative), TestContext.Current.CancellationToken);
        using var form = new FormUrlEncodedContent([]);
        using var answer = await browser.PostAsync(new Uri("/sign-out", UriKind.Relative), form, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SessionsAsync()).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/directives?x=1", "/directives?x=1")]
    [InlineData(null, "/")]
    public void Return_addresses_stay_on_this_origin(string? url, string expected) => SignInEndpoints.Local(url).ShouldBe(expected);

    private SessionTickets Tickets => _portal.Services.GetRequiredService<SessionTickets>();

    private async Task<(string Key, ClaimsPrincipal User)> SignedInAsync()
    {
        using var browser = _portal.Browser();
        await browser.GetAsync(new Uri("/signed-out", UriKind.Relative), TestContext.Current.CancellationToken);
        await browser.GetAsync(new Uri("/sign-in?returnUrl=/signed-out", UriKind.Relative), TestContext.Current.CancellationToken);
        var key = (await SessionsAsync()).Single().Key;
        var ticket = await Tickets.RetrieveAsync(key);
        _portal
            .Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(CookieAuthenticationDefaults.AuthenticationScheme)
            .SessionStore.ShouldBeSameAs(Tickets);
        return (key, ticket!.Principal);
    }

    private async Task<List<StoredSession>> SessionsAsync()
    {
        await using var database = await DatabaseAsync();
        return await database.Sessions.AsNoTracking().ToListAsync();
    }

    private Task<PortalDb> DatabaseAsync() => _portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
}
