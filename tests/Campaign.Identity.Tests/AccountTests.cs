using System.Net;
using Campaign.Api;
using Campaign.Api.Identity;
using Campaign.Contracts;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Identity.Tests;

public sealed class AccountTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    private const string Password = "password of an account";
    private static readonly DateOnly s_today = TimeProvider.System.Today();

    private IdentityHost Host => identity.Host;

    [Fact]
    public async Task Batch_creates_what_is_missing_and_leaves_the_rest()
    {
        var operators = await Host.AsOperatorAsync();
        var first = await operators.CreateAccountsAsync([Account("batch-1"), Account("batch-2")]);
        var second = await operators.CreateAccountsAsync([Account("batch-2") with { Password = "another password" }, Account("batch-3")]);

        first.Select(account => account.Created).ShouldBe([true, true]);
        second.Select(account => account.Created).ShouldBe([false, true]);
        second[0].Id.ShouldBe(first[1].Id);
        (await Tokens.PostsOfAsync(Host, "batch-2", Password)).ShouldBe(["district-officer@hn/thanh-xuan"]);
    }

    [Fact]
    public async Task User_name_is_given_once()
    {
        var operators = await Host.AsOperatorAsync();
        await operators.CreateAccountAsync(Account("once"));

        (await Should.ThrowAsync<ApiException>(() => operators.CreateAccountAsync(Account("once")))).Status.ShouldBe(
            HttpStatusCode.Conflict
        );
    }

    [Theory]
    [InlineData("Upper", Password, "hn", Roles.Analyst)]
    [InlineData("short-password", "short", "hn", Roles.Analyst)]
    [InlineData("no-path", Password, "HN//x", Roles.Analyst)]
    [InlineData("no-role", Password, "hn", "king")]
    [InlineData("service-role", Password, "hn", Roles.Service)]
    [InlineData("city-below-the-root", Password, "hn/thanh-xuan", Roles.CityOfficer)]
    public async Task Account_is_refused_when(string userName, string password, string path, string role)
    {
        var operators = await Host.AsOperatorAsync();

        var refused = await Should.ThrowAsync<ApiException>(() =>
            operators.CreateAccountAsync(new CreateAccount(userName, "Name", password, path, Posts: [new GrantPost(role, path)]))
        );

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task List_pages_by_user_name_within_the_search()
    {
        var operators = await Host.AsOperatorAsync();
        await operators.CreateAccountsAsync([Account("page-c"), Account("page-a"), Account("page-b"), Account("other")]);

        var all = new List<string>();
        await foreach (var account in Paging.AllAsync(cursor => operators.AccountsAsync(search: "page-", cursor: cursor, limit: 2)))
        {
            all.Add(account.UserName);
        }

        all.ShouldBe(["page-a", "page-b", "page-c"]);
    }

    [Fact]
    public async Task Search_for_what_no_text_can_hold_is_refused()
    {
        var operators = await Host.AsOperatorAsync();

        (await Should.ThrowAsync<ApiException>(() => operators.AccountsAsync(search: "a\0b"))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Granted_post_counts_from_its_first_day_until_it_is_revoked()
    {
        var operators = await Host.AsOperatorAsync();
        var account = await operators.CreateAccountAsync(
            Account("granted") with
            {
                Posts =
                [
                    new(Roles.Analyst, "hn"),
                    new(Roles.Council, "hn", s_today.AddDays(1)),
                    new(Roles.Committee, "hn", s_today.AddDays(-9), s_today),
                ],
            }
        );
        (await Tokens.PostsOfAsync(Host, "granted", Password)).ShouldBe(["analyst@hn"]);

        account = await operators.GrantAsync(account.Id, new GrantPost(Roles.Secretary, "hn/thanh-xuan/ha-dinh"));
        (await Tokens.PostsOfAsync(Host, "granted", Password)).ShouldBe(["analyst@hn", "secretary@hn/thanh-xuan/ha-dinh"]);

        await operators.RevokeAsync(account.Id, account.Posts.Single(post => post.Role == Roles.Analyst).Id);
        (await Tokens.PostsOfAsync(Host, "granted", Password)).ShouldBe(["secretary@hn/thanh-xuan/ha-dinh"]);
    }

    [Fact]
    public async Task Disabled_account_can_neither_sign_in_nor_refresh()
    {
        var operators = await Host.AsOperatorAsync();
        var account = await operators.CreateAccountAsync(Account("disabled"));
        var signedIn = await Host.SignInAs().SignInAsync("disabled", Password);

        await operators.DisableAccountAsync(account.Id);

        await Should.ThrowAsync<ApiException>(() => Host.SignInAs().SignInAsync("disabled", Password));
        await Should.ThrowAsync<ApiException>(() => Host.SignInAs().RefreshAsync(signedIn.RefreshToken!));
        await operators.EnableAccountAsync(account.Id);
        (await Host.SignInAs().SignInAsync("disabled", Password)).AccessToken.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Nobody_locks_themselves_out()
    {
        var operators = await Host.AsOperatorAsync();
        var own = await operators.AccountAsync((await operators.AccountsAsync(search: "operator")).Items.Single().Id);

        (await Should.ThrowAsync<ApiException>(() => operators.DisableAccountAsync(own.Id))).Type.ShouldBe(
            "urn:campaign:problem:own-account"
        );
        (await Should.ThrowAsync<ApiException>(() => operators.RevokeAsync(own.Id, own.Posts[0].Id))).Type.ShouldBe(
            "urn:campaign:problem:own-account"
        );

        (await operators.AccountAsync(own.Id)).CurrentPosts.ShouldBe(["operator@hn"]);
    }

    [Fact]
    public async Task New_password_ends_earlier_refresh_tokens()
    {
        var operators = await Host.AsOperatorAsync();
        var account = await operators.CreateAccountAsync(Account("new-password"));
        var signedIn = await Host.SignInAs().SignInAsync("new-password", Password);

        await operators.SetPasswordAsync(account.Id, "quite another password");

        await Should.ThrowAsync<ApiException>(() => Host.SignInAs().RefreshAsync(signedIn.RefreshToken!));
    }

    [Fact]
    public async Task Update_on_an_old_version_is_refused()
    {
        var operators = await Host.AsOperatorAsync();
        var account = await operators.CreateAccountAsync(Account("versioned"));
        var updated = await operators.UpdateAccountAsync(account.Id, account.Version, new UpdateAccount("New name", "hn", null, null));
        updated.Name.ShouldBe("New name");

        var refused = await Should.ThrowAsync<ApiException>(() =>
            operators.UpdateAccountAsync(account.Id, account.Version, new UpdateAccount("Newer name", "hn", null, null))
        );

        refused.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task Changes_are_audited_with_who_did_them_and_without_secrets()
    {
        var operators = await Host.AsOperatorAsync();
        var account = await operators.CreateAccountAsync(Account("audited") with { Email = "somebody@example.org" });
        await operators.SetPasswordAsync(account.Id, "audited password");
        var integrator = await operators.CreateIntegratorAsync(
            new CreateIntegrator("audited", "Audited", "hn", [new GrantPost(Roles.Integrator, "hn")])
        );

        var rows = await Host.InDatabaseAsync(db => db.AuditLog.OrderBy(row => row.Id).ToListAsync());
        var operatorId = (await operators.AccountsAsync(search: "operator")).Items.Single().Id.ToString();

        rows.Where(row => row.EntityId == account.Id.ToString() && row.Subject == operatorId)
            .Select(row => row.Action)
            .ShouldBe(["created", "password-set"]);
        rows.ShouldContain(row => row.Entity == "Integrator" && row.EntityId == "audited" && row.Subject == operatorId);
        var stored = await Host.InDatabaseAsync(db => db.Accounts.SingleAsync(row => row.Id == account.Id));
        foreach (
            var secret in new[]
            {
                stored.PasswordHash!,
                stored.SecurityStamp!,
                "audited password",
                "somebody@example.org",
                integrator.Secret,
                "ClientSecret",
            }
        )
        {
            rows.ShouldNotContain(row => row.Details.Contains(secret), secret);
        }
    }

    [Fact]
    public async Task A_request_with_a_password_leaves_no_hash_of_itself_behind()
    {
        var operators = await Host.AsOperatorAsync();
        var before = await KeptRequestsAsync();
        var account = await operators.CreateAccountAsync(Account("no-hash"), key: "no-hash");
        await operators.SetPasswordAsync(account.Id, "password without a hash");
        (await KeptRequestsAsync()).ShouldBe(before);

        await operators.DisableAccountAsync(account.Id);
        (await KeptRequestsAsync()).ShouldBe(before + 1, "the client sends a key with every request");
    }

    private Task<int> KeptRequestsAsync() =>
        Host.InDatabaseAsync(db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from idempotency_keys").SingleAsync());

    private static CreateAccount Account(string userName) =>
        new(userName, "Account of the tests", Password, "hn", Posts: [new GrantPost(Roles.DistrictOfficer, "hn/thanh-xuan")]);
}
