using System.Security.Cryptography;
using Campaign.Identity.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Campaign.Identity.Tests;

public sealed class KeyTests(TestServers servers)
{
    [Fact]
    public async Task Token_is_valid_after_a_restart()
    {
        var settings = await IdentityHost.SettingsAsync(servers);
        string token;
        await using (var before = await new IdentityHost(settings).ReadyAsync())
        {
            token = (await before.SignInAs().SignInAsync("operator", IdentityHost.OperatorPassword)).AccessToken;
        }

        await using var after = await new IdentityHost(settings).ReadyAsync();

        await Tokens.ValidateAsync(after, token);
        (await after.InDatabaseAsync(db => db.SigningKeys.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Replicas_started_together_share_keys_clients_and_the_first_operator()
    {
        var settings = await IdentityHost.SettingsAsync(servers);
        await using var one = new IdentityHost(settings);
        await using var other = new IdentityHost(settings);
        await Task.WhenAll(Task.Run(one.ReadyAsync), Task.Run(other.ReadyAsync));

        (await one.InDatabaseAsync(db => db.SigningKeys.CountAsync())).ShouldBe(1);
        (await one.InDatabaseAsync(db => db.Accounts.CountAsync())).ShouldBe(1);

        // a code from one is redeemed at the other: codes and cookies depend on shared data protection keys
        using var browser = new Browser(one);
        var code = await browser.CodeAsync();
        (await Tokens.RequestAsync(other, Browser.CodeRequest(code))).ShouldBe((200, null));
    }

    [Fact]
    public async Task Discovery_sends_browsers_to_the_public_origin_and_services_to_the_address_they_asked()
    {
        await using var host = await IdentityHost.StartAsync(servers);
        using var inner = new HttpClient(host.Server.CreateHandler()) { BaseAddress = new Uri("http://identity") };

        var document = await inner.GetStringAsync(new Uri("/.well-known/openid-configuration", UriKind.Relative));

        var configuration = Microsoft.IdentityModel.Protocols.OpenIdConnect.OpenIdConnectConfiguration.Create(document);
        configuration.Issuer.ShouldBe(IdentityHost.Origin + "/");
        configuration.AuthorizationEndpoint.ShouldStartWith(IdentityHost.Origin);
        configuration.EndSessionEndpoint.ShouldStartWith(IdentityHost.Origin);
        configuration.JwksUri.ShouldStartWith("http://identity/");
        configuration.TokenEndpoint.ShouldStartWith("http://identity/");
    }

    [Fact]
    public async Task New_key_is_announced_before_it_signs_and_the_old_one_stays_for_a_while()
    {
        await using var host = await IdentityHost.StartAsync(servers);
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var first = (await KeysAsync(host, time)).Single();
        await WithKeysAsync(host, time, async (keys, db) =>
        {
            keys.Rotate();
            await db.SaveChangesAsync();
        });

        var announced = await KeysAsync(host, time);
        announced.Count.ShouldBe(2);
        announced[0].ShouldBe(first, "the new key does not sign yet");

        time.Advance(TimeSpan.FromHours(1));
        (await KeysAsync(host, time))[1].ShouldBe(first, "the new key signs now, the old one is still published");

        time.Advance(TimeSpan.FromDays(31));
        await WithKeysAsync(host, time, (keys, _) => keys.MaintainAsync(CancellationToken.None));
        (await KeysAsync(host, time)).ShouldNotContain(first);
    }

    [Fact]
    public async Task Key_is_replaced_by_itself_when_its_time_is_over()
    {
        await using var host = await IdentityHost.StartAsync(servers);
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);

        time.Advance(TimeSpan.FromDays(90));
        await WithKeysAsync(host, time, (keys, _) => keys.MaintainAsync(CancellationToken.None));

        (await KeysAsync(host, time)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Private_key_is_stored_only_protected()
    {
        await using var host = await IdentityHost.StartAsync(servers);
        var stored = await host.InDatabaseAsync(db => db.SigningKeys.SingleAsync());

        using var key = ECDsa.Create();
        Should.Throw<CryptographicException>(() => key.ImportPkcs8PrivateKey(stored.ProtectedKey, out _));
    }

    private static async Task<IReadOnlyList<string>> KeysAsync(IdentityHost host, TimeProvider time)
    {
        IReadOnlyList<string> found = [];
        await WithKeysAsync(host, time, async (keys, _) =>
            found = [.. (await keys.ReadAsync(CancellationToken.None)).Select(key => key.Kid)]
        );
        return found;
    }

    private static async Task WithKeysAsync(IdentityHost host, TimeProvider time, Func<SigningKeys, IdentityDb, Task> use)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await use(
            ActivatorUtilities.CreateInstance<SigningKeys>(scope.ServiceProvider, time),
            scope.ServiceProvider.GetRequiredService<IdentityDb>()
        );
    }
}
