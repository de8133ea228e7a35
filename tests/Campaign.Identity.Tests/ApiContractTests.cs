using Campaign.Contracts;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Identity.Tests;

/// <summary>What integrators rely on: every endpoint that takes a record, with an empty one; the API document.</summary>
public sealed class ApiContractTests(TestServers servers)
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

    [Fact]
    public async Task The_committed_document_is_the_document_of_the_code()
    {
        await using var identity = await new IdentityHost(await IdentityHost.SettingsAsync(servers)).ReadyAsync();

        var wrong = await ApiDocuments.CompareAsync(Resources.Identity, identity.Http());

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }
}
