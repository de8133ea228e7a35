using System.Net;
using Campaign.Api;
using Campaign.Api.Identity;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Identity.Tests;

public sealed class SignInPageTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    private const string Page = "/account/sign-in?returnUrl=%2F";

    private IdentityHost Host => identity.Host;

    [Fact]
    public async Task Page_is_Vietnamese_first_and_English_after_the_switch()
    {
        using var browser = new Browser(Host);
        (await browser.GetAsync(Page)).Body.ShouldContain("<html lang=\"vi\">");
        (await browser.GetAsync(Page + "&lang=en")).Body.ShouldContain("Password");

        (await browser.GetAsync(Page)).Body.ShouldContain("<html lang=\"en\">");
    }

    [Fact]
    public async Task Every_field_has_a_label_and_the_page_may_not_be_framed()
    {
        using var http = Host.Http();
        using var response = await http.GetAsync(new Uri(Page, UriKind.Relative));
        var html = await response.Content.ReadAsStringAsync();

        foreach (var field in new[] { "user-name", "password" })
        {
            html.ShouldContain($"<label for=\"{field}\">");
            html.ShouldContain($"<input id=\"{field}\"");
        }

        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Form_without_its_antiforgery_token_is_refused()
    {
        using var browser = new Browser(Host);

        var answer = await browser.PostAsync(
            "/account/sign-in",
            new() { ["userName"] = "operator", ["password"] = IdentityHost.OperatorPassword }
        );

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Cookies.ShouldNotContain(cookie => cookie.StartsWith("campaign.identity=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Foreign_return_address_is_not_followed(string returnUrl)
    {
        using var browser = new Browser(Host);

        var answer = await browser.SignInAsync(
            "/account/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl),
            "operator",
            IdentityHost.OperatorPassword
        );

        answer.Location.ShouldBe("/");
    }

    [Fact]
    public async Task Session_cookie_is_http_only_and_lax()
    {
        using var browser = new Browser(Host);

        var answer = await browser.SignInAsync(Page, "operator", IdentityHost.OperatorPassword);

        var cookie = answer.Cookies.Single(cookie => cookie.StartsWith("campaign.identity=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
    }

    [Fact]
    public async Task Account_is_locked_after_five_wrong_passwords_until_an_operator_sets_a_new_one()
    {
        var operators = await Host.AsOperatorAsync();
        var account = await operators.CreateAccountAsync(new CreateAccount("locked", "Locked", "right password", "hn"));
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await Should.ThrowAsync<ApiException>(() => Host.SignInAs().SignInAsync("locked", "wrong password"));
            await Should.ThrowAsync<ApiException>(() => Host.SignInAs().SignInAsync("nobody-of-that-name", "wrong password"));
        }

        var refused = await Should.ThrowAsync<ApiException>(() => Host.SignInAs().SignInAsync("locked", "right password"));
        refused.Status.ShouldBe(HttpStatusCode.Unauthorized);
        refused.Message.ShouldContain("15");
        var unknown = await Should.ThrowAsync<ApiException>(() => Host.SignInAs().SignInAsync("nobody-of-that-name", "right password"));
        (unknown.Status, unknown.Message).ShouldBe((refused.Status, refused.Message), "the answer does not tell which names exist");

        await operators.SetPasswordAsync(account.Id, "another password");
        (await Host.SignInAs().SignInAsync("locked", "another password")).AccessToken.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Every_attempt_is_audited_with_its_address_and_without_what_was_typed()
    {
        using var browser = new Browser(Host);
        await browser.SignInAsync(Page, "operator", "typed-in-vain");
        await browser.SignInAsync(Page, "my-password-by-mistake", "typed-in-vain");
        await browser.SignInAsync(Page, "operator", IdentityHost.OperatorPassword);

        var rows = await Host.InDatabaseAsync(db =>
            db.AuditLog.Where(row => row.Address == "203.0.113.7").OrderBy(row => row.Id).ToListAsync()
        );

        rows.Select(row => row.Action).TakeLast(3).ShouldBe(["sign-in-refused", "sign-in-refused", "signed-in"]);
        rows.ShouldNotContain(row =>
            row.Details.Contains("typed-in-vain") || row.Details.Contains("by-mistake") || row.EntityId.Contains("by-mistake")
        );
    }
}
