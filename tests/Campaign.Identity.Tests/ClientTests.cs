using System.Net;
using Campaign.Api;
using Campaign.Api.Identity;
using Campaign.Contracts;

namespace Campaign.Identity.Tests;

public sealed class ClientTests(IdentityFixture identity, TestServers servers) : IClassFixture<IdentityFixture>
{
    private IdentityHost Host => identity.Host;

    [Fact]
    public async Task Service_gets_a_token_with_the_service_role()
    {
        var signedIn = await Host.SignInAs(Resources.City).AsClientAsync();

        var token = await Tokens.ValidateAsync(Host, signedIn.AccessToken);
        token.Subject.ShouldBe(Resources.City);
        token.Posts().ShouldBe(["service@hn"]);
        signedIn.RefreshToken.ShouldBeNull();
    }

    [Fact]
    public async Task Wrong_secret_is_refused() =>
        (await Should.ThrowAsync<ApiException>(() => Host.SignInAs(Resources.City, "wrong").AsClientAsync())).Status.ShouldBe(
            HttpStatusCode.Unauthorized
        );

    [Fact]
    public async Task Service_without_a_configured_secret_has_no_client() =>
        await Should.ThrowAsync<ApiException>(() => Host.SignInAs(Resources.Session).AsClientAsync());

    [Theory]
    [InlineData("password", "city", "unsupported_grant_type")]
    [InlineData("client_credentials", "scenarios", "unauthorized_client")]
    public async Task Grant_is_refused(string grant, string client, string error)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = grant,
            ["client_id"] = client,
            ["client_secret"] = IdentityHost.Secret,
            ["username"] = "operator",
            ["password"] = IdentityHost.OperatorPassword,
        };

        (await Tokens.RequestAsync(Host, form)).ShouldBe((400, error));
    }

    [Fact]
    public async Task Client_is_gone_after_a_start_without_its_secret()
    {
        var settings = await IdentityHost.SettingsAsync(servers);
        await using (var first = await new IdentityHost(settings).ReadyAsync())
        {
            await first.SignInAs().SignInAsync("operator", IdentityHost.OperatorPassword);
        }

        settings.Remove("Clients:scenarios:Secret");
        await using var second = await new IdentityHost(settings).ReadyAsync();

        await Should.ThrowAsync<ApiException>(() => second.SignInAs().SignInAsync("operator", IdentityHost.OperatorPassword));
    }

    [Fact]
    public async Task Integrator_gets_its_own_posts_until_it_is_disabled()
    {
        var operators = await Host.AsOperatorAsync();
        var created = await operators.CreateIntegratorAsync(
            new CreateIntegrator(
                "city-portal",
                "City portal",
                "hn",
                [new GrantPost(Roles.Integrator, "hn/thanh-xuan"), new GrantPost(Roles.Analyst, "hn")]
            )
        );

        var token = await Tokens.ValidateAsync(Host, (await Host.SignInAs(created.ClientId, created.Secret).AsClientAsync()).AccessToken);
        token.Posts().ShouldBe(["analyst@hn", "integrator@hn/thanh-xuan"], ignoreOrder: true);

        (await operators.DisableIntegratorAsync(created.ClientId)).Disabled.ShouldBeTrue();
        await Should.ThrowAsync<ApiException>(() => Host.SignInAs(created.ClientId, created.Secret).AsClientAsync());
        (await operators.EnableIntegratorAsync(created.ClientId)).Disabled.ShouldBeFalse();
        (await Host.SignInAs(created.ClientId, created.Secret).AsClientAsync()).AccessToken.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Posts_of_an_integrator_are_granted_and_revoked_later_too()
    {
        var operators = await Host.AsOperatorAsync();
        var created = await operators.CreateIntegratorAsync(
            new CreateIntegrator("widened", "Widened", "hn", [new GrantPost(Roles.Integrator, "hn/thanh-xuan")])
        );

        var widened = await operators.GrantToIntegratorAsync("widened", new GrantPost(Roles.Analyst, "hn"));
        await operators.RevokeFromIntegratorAsync("widened", widened.Posts.Single(post => post.Role == Roles.Integrator).Id);

        (await operators.IntegratorAsync("widened")).Posts.Select(post => post.Role).ShouldBe([Roles.Analyst]);
        var token = await Tokens.ValidateAsync(Host, (await Host.SignInAs(created.ClientId, created.Secret).AsClientAsync()).AccessToken);
        token.Posts().ShouldBe(["analyst@hn"]);
        (
            await Should.ThrowAsync<ApiException>(() => operators.RevokeFromIntegratorAsync("widened", Guid.CreateVersion7()))
        ).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Should.ThrowAsync<ApiException>(() => operators.IntegratorAsync("unheard-of"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Renewed_secret_ends_the_old_one()
    {
        var operators = await Host.AsOperatorAsync();
        var created = await operators.CreateIntegratorAsync(
            new CreateIntegrator("renewed", "Renewed", "hn", [new GrantPost(Roles.Integrator, "hn")])
        );

        var renewed = await operators.RenewSecretAsync("renewed");

        await Should.ThrowAsync<ApiException>(() => Host.SignInAs("renewed", created.Secret).AsClientAsync());
        (await Host.SignInAs("renewed", renewed.Secret).AsClientAsync()).AccessToken.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Integrator_cannot_take_a_service_s_name()
    {
        var operators = await Host.AsOperatorAsync();

        var refused = await Should.ThrowAsync<ApiException>(() =>
            operators.CreateIntegratorAsync(
                new CreateIntegrator(Resources.Session, "Session", "hn", [new GrantPost(Roles.Integrator, "hn")])
            )
        );

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
    }
}
