using System.Net.Http.Json;
using Campaign.Api;
using Campaign.Api.Identity;
using Campaign.Contracts;
using Campaign.Identity.Accounts;

namespace Campaign.Identity.Tests;

/// <summary>What a view says that its reader may do is what the endpoints do, in every state and for whoever reads it.</summary>
public sealed class MayTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    private const string Password = "password of an account";

    private readonly MayWalk _walk = new();
    private int _number;

    private IdentityHost Host => identity.Host;

    [Fact]
    public async Task Account_says_what_its_endpoints_allow()
    {
        var operators = await Host.AsOperatorAsync();
        var district = await operators.CreateAccountAsync(
            new CreateAccount("may-district", "Name", Password, "hn/thanh-xuan", Posts: [new GrantPost(Roles.Operator, "hn/thanh-xuan")])
        );
        foreach (var (userName, password) in new[] { ("operator", IdentityHost.OperatorPassword), ("may-district", Password) })
        {
            var token = (await Host.SignInAs().SignInAsync(userName, password)).AccessToken;
            var (api, http) = (Host.Api(token), Host.Http(token));
            foreach (var kind in new[] { "plain", "with a city post", "disabled", "own" })
            {
                foreach (var rule in SubjectActions.OfAccounts.Where(rule => kind != "own" || rule.Name is "revoke" or "disable"))
                {
                    var account = kind == "own" && userName == "may-district" ? district : await AccountAsync(operators, kind);
                    if (kind == "own" && userName == "operator")
                    {
                        account = (await operators.AccountsAsync(search: "operator")).Items.Single(one => one.UserName == "operator")
                            is var own
                            ? await operators.AccountAsync(own.Id)
                            : account;
                    }

                    var seen = await api.AccountAsync(account.Id);
                    var path = $"accounts/{account.Id}";
                    await _walk.TryAsync(
                        http,
                        $"{kind} account for {userName}",
                        seen.May,
                        rule.Name,
                        rule.Name switch
                        {
                            "update" => ActionCall.Put(path, seen.Version, new UpdateAccount("Tên khác", "hn/thanh-xuan", null, null)),
                            "set-password" => ActionCall.Post($"{path}/password", new SetPassword("another long password")),
                            "grant" => ActionCall.Post($"{path}/posts", new GrantPost(Roles.Analyst, "hn/thanh-xuan")),
                            "revoke" => ActionCall.Post($"{path}/posts/{seen.Posts[0].Id}/revoke"),
                            _ => ActionCall.Post($"{path}/{rule.Name}"),
                        }
                    );
                }
            }
        }

        _walk.ShouldBeRight();
    }

    [Fact]
    public async Task Integrator_says_what_its_endpoints_allow()
    {
        var operators = await Host.AsOperatorAsync();
        await operators.CreateAccountAsync(
            new CreateAccount("may-clients", "Name", Password, "hn/thanh-xuan", Posts: [new GrantPost(Roles.Operator, "hn/thanh-xuan")])
        );
        foreach (var (userName, password) in new[] { ("operator", IdentityHost.OperatorPassword), ("may-clients", Password) })
        {
            var token = (await Host.SignInAs().SignInAsync(userName, password)).AccessToken;
            var (api, http) = (Host.Api(token), Host.Http(token));
            foreach (var kind in new[] { "plain", "with a city post", "disabled" })
            {
                foreach (var rule in SubjectActions.OfIntegrators)
                {
                    var clientId = $"may-client-{++_number}";
                    await operators.CreateIntegratorAsync(
                        new CreateIntegrator(
                            clientId,
                            "Name",
                            "hn/thanh-xuan",
                            [new GrantPost(Roles.Integrator, kind == "with a city post" ? "hn" : "hn/thanh-xuan")]
                        )
                    );
                    if (kind == "disabled")
                    {
                        await operators.DisableIntegratorAsync(clientId);
                    }

                    var seen = await api.IntegratorAsync(clientId);
                    (await ListedAsync(api, clientId)).May.ShouldBe(seen.May);
                    var path = $"integrators/{clientId}";
                    await _walk.TryAsync(
                        http,
                        $"{kind} client for {userName}",
                        seen.May,
                        rule.Name,
                        rule.Name switch
                        {
                            "renew-secret" => ActionCall.Post($"{path}/secret"),
                            "grant" => ActionCall.Post($"{path}/posts", new GrantPost(Roles.Analyst, "hn/thanh-xuan")),
                            "revoke" => ActionCall.Post($"{path}/posts/{seen.Posts[0].Id}/revoke"),
                            _ => ActionCall.Post($"{path}/{rule.Name}"),
                        }
                    );
                }
            }
        }

        _walk.ShouldBeRight();
    }

    [Fact]
    public async Task Service_says_where_accounts_may_be_created_and_what_roles_are_called()
    {
        var operators = await Host.AsOperatorAsync();
        await operators.CreateAccountAsync(
            new CreateAccount("may-within", "Name", Password, "hn/thanh-xuan", Posts: [new GrantPost(Roles.Operator, "hn/thanh-xuan")])
        );
        await operators.CreateAccountAsync(
            new CreateAccount("may-nothing", "Name", Password, "hn/thanh-xuan", Posts: [new GrantPost(Roles.Analyst, "hn")])
        );
        foreach (var userName in new[] { "may-within", "may-nothing" })
        {
            var token = (await Host.SignInAs().SignInAsync(userName, Password)).AccessToken;
            var http = Host.Http(token);
            var may = (await http.GetFromJsonAsync<List<MayWithin>>("may"))!;
            foreach (var path in new[] { "hn/thanh-xuan/ha-dinh", "hn/dong-da" })
            {
                string[] said = [.. may.Where(one => one.UnitPaths.Any(root => UnitPath.IsWithin(path, root))).Select(one => one.Action)];
                await _walk.TryAsync(
                    http,
                    $"{path} for {userName}",
                    said,
                    SubjectActions.CreateAccount.Name,
                    ActionCall.Post("accounts", new CreateAccount($"may-new-{++_number}", "Name", Password, path))
                );
                await _walk.TryAsync(
                    http,
                    $"{path} for {userName}",
                    said,
                    SubjectActions.CreateIntegrator.Name,
                    ActionCall.Post(
                        "integrators",
                        new CreateIntegrator($"may-new-{++_number}", "Name", path, [new GrantPost(Roles.Integrator, path)])
                    )
                );
            }
        }

        await _walk.TryReadingAsync(
            Host.Http((await Host.SignInAs().SignInAsync("may-within", Password)).AccessToken),
            "district's operator"
        );
        await _walk.TryReadingAsync(
            Host.Http((await Host.SignInAs().SignInAsync("operator", IdentityHost.OperatorPassword)).AccessToken),
            "city's operator"
        );
        _walk.ShouldBeRight();
        var roles = (await operators.CatalogueAsync(IdentityCatalogues.Roles.Name)).Value.Entries;
        roles.Select(role => role.Code).ShouldBe(Roles.All);
        roles.Where(role => !role.Is(IdentityCatalogues.Granted)).Select(role => role.Code).ShouldBe([Roles.Service]);
    }

    private static async Task<IntegratorView> ListedAsync(IdentityClient api, string clientId)
    {
        var page = await api.IntegratorsAsync();
        while (page.Items.All(client => client.ClientId != clientId))
        {
            page = await api.IntegratorsAsync(page.Next.ShouldNotBeNull());
        }

        return page.Items.Single(client => client.ClientId == clientId);
    }

    private async Task<AccountView> AccountAsync(IdentityClient operators, string kind)
    {
        var account = await operators.CreateAccountAsync(
            new CreateAccount(
                $"may-{++_number}",
                "Name",
                Password,
                "hn/thanh-xuan",
                Posts: [kind == "with a city post" ? new GrantPost(Roles.CityOfficer, "hn") : new GrantPost(Roles.Analyst, "hn/thanh-xuan")]
            )
        );
        return kind == "disabled" ? await operators.DisableAccountAsync(account.Id) : account;
    }
}
