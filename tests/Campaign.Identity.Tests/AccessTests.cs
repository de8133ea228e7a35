using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Campaign.Api;
using Campaign.Api.Identity;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Identity.Tests;

[Trait("Run", "Quick")]
public sealed class AccessTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    private const string Password = "password of an account";

    private IdentityHost Host => identity.Host;

    [Fact]
    public async Task Every_endpoint_that_is_not_public_refuses_no_token_and_the_wrong_role()
    {
        await CreateAsync("analyst", "hn", new GrantPost(Roles.Analyst, "hn"));
        var analyst = (await Host.SignInAs().SignInAsync("analyst", Password)).AccessToken;
        var closed = Host
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<AccessRule>() is { Public: false, Roles.Count: > 0 })
            .ToList();
        closed.Count.ShouldBeGreaterThan(10);

        foreach (var endpoint in closed)
        {
            (await CallAsync(endpoint, null)).ShouldBe(HttpStatusCode.Unauthorized, endpoint.DisplayName);
            (await CallAsync(endpoint, analyst)).ShouldBe(HttpStatusCode.Forbidden, endpoint.DisplayName);
        }
    }

    [Fact]
    public async Task Operator_of_a_district_acts_only_on_accounts_whose_unit_and_posts_lie_in_it()
    {
        var cityAccount = await CreateAsync("city-account", "hn");
        var cityPost = await CreateAsync("district-account-with-a-city-post", "hn/thanh-xuan", new GrantPost(Roles.CityOfficer, "hn"));
        var own = await CreateAsync("district-account", "hn/thanh-xuan/ha-dinh");
        await CreateAsync("district-operator", "hn/thanh-xuan", new GrantPost(Roles.Operator, "hn/thanh-xuan"));
        var district = Host.Api((await Host.SignInAs().SignInAsync("district-operator", Password)).AccessToken);

        await RefusedAsync(() => district.AccountAsync(cityAccount.Id));
        await RefusedAsync(() => district.SetPasswordAsync(cityAccount.Id, "a password of mine"));
        await RefusedAsync(() => district.SetPasswordAsync(cityPost.Id, "a password of mine"));
        await RefusedAsync(() => district.GrantAsync(own.Id, new GrantPost(Roles.CityOfficer, "hn")));
        await RefusedAsync(() => district.CreateAccountAsync(new CreateAccount("in-another-district", "Name", Password, "hn/dong-da")));
        await RefusedAsync(() => district.UpdateAccountAsync(own.Id, own.Version, new UpdateAccount("Name", "hn/dong-da", null, null)));
        await RefusedAsync(() =>
            district.CreateIntegratorAsync(new CreateIntegrator("of-the-city", "Name", "hn", [new GrantPost(Roles.Integrator, "hn")]))
        );
        await (await Host.AsOperatorAsync()).CreateIntegratorAsync(
            new CreateIntegrator("city-client", "Name", "hn", [new GrantPost(Roles.Integrator, "hn")])
        );
        await RefusedAsync(() => district.IntegratorAsync("city-client"));
        await RefusedAsync(() => district.EnableIntegratorAsync("city-client"));
        await RefusedAsync(() => district.GrantToIntegratorAsync("city-client", new GrantPost(Roles.Analyst, "hn/thanh-xuan")));
        await RefusedAsync(() => district.RotateSigningKeyAsync(), SharedProblems.WholeCityOnly);
        await RefusedAsync(() => district.SigningKeysAsync(), SharedProblems.WholeCityOnly);
        await RefusedAsync(() => district.AccountsAsync(under: "hn"));

        (await district.DisableAccountAsync(own.Id)).Disabled.ShouldBeTrue();
        (await district.AccountsAsync()).Items.ShouldAllBe(account => account.UnitPath.StartsWith("hn/thanh-xuan"));
    }

    [Fact]
    public async Task Nobody_becomes_a_client_that_has_an_account_s_posts()
    {
        var victim = await CreateAsync("district-account-of-the-city", "hn/thanh-xuan", new GrantPost(Roles.CityOfficer, "hn"));
        await CreateAsync("borrowing-operator", "hn/thanh-xuan", new GrantPost(Roles.Operator, "hn/thanh-xuan"));
        var district = Host.Api((await Host.SignInAs().SignInAsync("borrowing-operator", Password)).AccessToken);
        foreach (var format in new[] { "D", "N" })
        {
            var borrowed = new CreateIntegrator(
                victim.Id.ToString(format),
                "Name",
                "hn/thanh-xuan",
                [new GrantPost(Roles.Integrator, "hn/thanh-xuan")]
            );
            (await Should.ThrowAsync<ApiException>(() => district.CreateIntegratorAsync(borrowed))).Status.ShouldBe(
                HttpStatusCode.BadRequest
            );
        }
    }

    [Fact]
    public async Task Linking_with_a_member_demands_the_member_s_units()
    {
        var member = Guid.CreateVersion7();
        await Host.InDatabaseAsync(async db =>
        {
            db.Members.Add(
                new()
                {
                    Id = member,
                    UnitPath = "hn/thanh-xuan",
                    Departed = false,
                    Version = 1,
                }
            );
            db.HeldPosts.Add(
                new()
                {
                    Id = Guid.CreateVersion7(),
                    MemberId = member,
                    Role = Roles.CityOfficer,
                    UnitPath = "hn",
                    ValidFrom = new(2020, 1, 1),
                    Version = 1,
                }
            );
            return await db.SaveChangesAsync();
        });
        await CreateAsync("linking-operator", "hn/thanh-xuan", new GrantPost(Roles.Operator, "hn/thanh-xuan"));
        var district = Host.Api((await Host.SignInAs().SignInAsync("linking-operator", Password)).AccessToken);

        await RefusedAsync(() =>
            district.CreateAccountAsync(new CreateAccount("borrowed-posts", "Name", Password, "hn/thanh-xuan", member))
        );
    }

    [Fact]
    public async Task Linking_with_a_member_without_posts_demands_their_home_unit()
    {
        var (own, foreign) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Host.InDatabaseAsync(async db =>
        {
            db.Members.Add(
                new()
                {
                    Id = own,
                    UnitPath = "hn/thanh-xuan/ha-dinh",
                    Departed = false,
                    Version = 1,
                }
            );
            db.Members.Add(
                new()
                {
                    Id = foreign,
                    UnitPath = "hn/dong-da/cb-01",
                    Departed = false,
                    Version = 1,
                }
            );
            return await db.SaveChangesAsync();
        });
        await CreateAsync("home-unit-operator", "hn/thanh-xuan", new GrantPost(Roles.Operator, "hn/thanh-xuan"));
        var district = Host.Api((await Host.SignInAs().SignInAsync("home-unit-operator", Password)).AccessToken);

        var account = await district.CreateAccountAsync(new CreateAccount("of-the-district", "Name", Password, "hn/thanh-xuan", own));
        (await district.AccountsAsync(member: own)).Items.ShouldHaveSingleItem().Id.ShouldBe(account.Id);
        (await district.AccountsAsync(member: foreign)).Items.ShouldBeEmpty();
        var twice = await Should.ThrowAsync<ApiException>(() =>
            district.CreateAccountAsync(new CreateAccount("of-the-same", "Name", Password, "hn/thanh-xuan", own))
        );
        twice.Type.ShouldBe("urn:campaign:problem:member-has-account");
        await RefusedAsync(() => district.CreateAccountAsync(new CreateAccount("of-another", "Name", Password, "hn/thanh-xuan", foreign)));
        await RefusedAsync(() =>
            district.UpdateAccountAsync(account.Id, account.Version, new UpdateAccount("Name", "hn/thanh-xuan", foreign, null))
        );

        var unknown = await Should.ThrowAsync<ApiException>(() =>
            district.CreateAccountAsync(new CreateAccount("of-nobody", "Name", Password, "hn/thanh-xuan", Guid.CreateVersion7()))
        );
        unknown.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Token_of_another_issuer_s_key_is_refused()
    {
        var client = Host.Api(TestTokens.For(["operator@hn"]));

        (await Should.ThrowAsync<ApiException>(() => client.AccountsAsync())).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<AccountView> CreateAsync(string userName, string unitPath, params GrantPost[] posts) =>
        await (await Host.AsOperatorAsync()).CreateAccountAsync(new CreateAccount(userName, "Name", Password, unitPath, Posts: posts));

    private static async Task RefusedAsync(Func<Task> call, ProblemType? why = null)
    {
        var refused = await Should.ThrowAsync<ApiException>(call);
        (refused.Status, refused.Type).ShouldBe((HttpStatusCode.Forbidden, (why ?? SharedProblems.OutsideYourUnits).Urn));
    }

    private async Task<HttpStatusCode> CallAsync(RouteEndpoint endpoint, string? token)
    {
        var path = Regex.Replace(endpoint.RoutePattern.RawText!, "{([^}:]*):?([^}]*)}", part =>
            part.Groups[2].Value is "long" or "int" ? "1" : Guid.NewGuid().ToString()
        );
        var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET";
        using var http = Host.Http(token);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/" + path.TrimStart('/'), UriKind.Relative));
        request.Content = method == "GET" ? null : JsonContent.Create(new { });
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
