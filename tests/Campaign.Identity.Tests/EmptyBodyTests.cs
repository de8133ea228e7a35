using Campaign.Contracts;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Identity.Tests;

/// <summary>Every endpoint that takes a record, with an empty one.</summary>
public sealed class EmptyBodyTests(TestServers servers)
{
    [Fact]
    public async Task Every_endpoint_names_what_an_empty_body_lacks()
    {
        await using var identity = await new IdentityHost(await IdentityHost.SettingsAsync(servers), services =>
            services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, TestTokens.Trust)
        ).ReadyAsync();

        var (asked, wrong) = await EmptyBodies.SendAsync(
            identity.Services,
            identity.Http(TestTokens.For(Roles.All.Select(role => $"{role}@hn")))
        );

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
        asked.ShouldBeGreaterThanOrEqualTo(5);
    }
}
