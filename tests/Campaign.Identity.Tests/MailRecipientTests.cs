using System.Net;
using System.Net.Http.Json;
using Campaign.Api.Identity;
using Campaign.Contracts;
using Campaign.Identity.Posts;
using Campaign.Identity.SignIn;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Identity.Tests;

public sealed class MailRecipientTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    private const string Password = "password of a secretary";
    private static readonly DateOnly s_today = TimeProvider.System.Today();

    private IdentityHost Host => identity.Host;

    [Fact]
    public async Task Those_who_hold_the_post_today_are_found_by_grant_and_by_membership()
    {
        var operators = await Host.AsOperatorAsync();
        var granted = await CreateAsync(
            operators,
            "granted",
            "g@example.vn",
            new GrantPost(Roles.Secretary, "hn/thanh-xuan"),
            new GrantPost(Roles.Secretary, "hn/dong-da")
        );
        await CreateAsync(operators, "above", "above@example.vn", new GrantPost(Roles.Secretary, "hn"));
        await CreateAsync(operators, "other-role", "o@example.vn", new GrantPost(Roles.Analyst, "hn/thanh-xuan"));
        await CreateAsync(
            operators,
            "ended",
            "e@example.vn",
            new GrantPost(Roles.Secretary, "hn/thanh-xuan", s_today.AddDays(-9), s_today)
        );
        await CreateAsync(operators, "no-address", null, new GrantPost(Roles.Secretary, "hn/thanh-xuan"));
        var disabled = await CreateAsync(operators, "disabled", "d@example.vn", new GrantPost(Roles.Secretary, "hn/thanh-xuan"));
        await operators.DisableAccountAsync(disabled.Id);
        var member = Guid.CreateVersion7();
        await Host.InDatabaseAsync(async db =>
        {
            db.Members.Add(
                new Member
                {
                    Id = member,
                    UnitPath = "hn/thanh-xuan/cb-01",
                    Departed = false,
                    Version = 1,
                }
            );
            db.HeldPosts.Add(
                new HeldPost
                {
                    Id = Guid.NewGuid(),
                    MemberId = member,
                    Role = Roles.Secretary,
                    UnitPath = "hn/thanh-xuan/cb-01",
                    ValidFrom = s_today,
                    Version = 1,
                }
            );
            return await db.SaveChangesAsync();
        });
        var held = await operators.CreateAccountAsync(new CreateAccount("held", "A member", Password, "hn", member, "h@example.vn"));

        var found = await FindAsync(["hn/thanh-xuan", "hn/thanh-xuan/cb-01"]);
        found
            .Select(one => (one.AccountId, one.Email, string.Join(' ', one.UnitPaths)))
            .ShouldBe([(granted.Id, "g@example.vn", "hn/thanh-xuan"), (held.Id, "h@example.vn", "hn/thanh-xuan/cb-01")], ignoreOrder: true);

        await Host.InDatabaseAsync(db => db.Members.ExecuteUpdateAsync(set => set.SetProperty(one => one.Departed, true)));
        (await FindAsync(["hn/thanh-xuan/cb-01"])).ShouldBeEmpty();
        var audit = await Host.InDatabaseAsync(db => db.AuditLog.AsNoTracking().ToListAsync());
        audit.Count(entry => entry.Action == "addresses-read").ShouldBeGreaterThanOrEqualTo(2);
        audit.ShouldAllBe(entry => !entry.Details.Contains("@example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_but_the_service_that_reminds_gets_addresses()
    {
        var another = (await Host.SignInAs(Resources.City).AsClientAsync()).AccessToken;
        var person = (await Host.SignInAs().SignInAsync("operator", IdentityHost.OperatorPassword)).AccessToken;

        (await AskAsync(null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(person)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await AskAsync(another)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await AskAsync((await Host.SignInAs(Resources.Directive).AsClientAsync()).AccessToken, [])).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    [Fact]
    public async Task Person_sees_where_their_mail_goes()
    {
        await CreateAsync(await Host.AsOperatorAsync(), "reader", "reader@example.vn", new GrantPost(Roles.Secretary, "hn/ba-vi"));
        using var browser = new Browser(Host);
        await browser.SignInAsync("/account/sign-in?returnUrl=%2Faccount", "reader", Password);

        WebUtility.HtmlDecode((await browser.GetAsync("/account")).Body).ShouldContain("r…@example.vn");
    }

    [Theory]
    [InlineData("an@example.vn", "a…@example.vn")]
    [InlineData("@example.vn", "…")]
    public void Address_is_shown_masked(string email, string shown) => OwnAccount.Masked(email).ShouldBe(shown);

    private async Task<IReadOnlyList<MailRecipient>> FindAsync(string[] units)
    {
        using var response = await AskAsync((await Host.SignInAs(Resources.Directive).AsClientAsync()).AccessToken, units);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<IReadOnlyList<MailRecipient>>())!;
    }

    private Task<HttpResponseMessage> AskAsync(string? token, params string[] units) =>
        Host.Http(token).PostAsJsonAsync(new Uri("/mail-recipients", UriKind.Relative), new FindMailRecipients(Roles.Secretary, units));

    private static Task<AccountView> CreateAsync(IdentityClient operators, string name, string? email, params GrantPost[] posts) =>
        operators.CreateAccountAsync(new CreateAccount(name, $"Person {name}", Password, "hn", Email: email, Posts: posts));
}
