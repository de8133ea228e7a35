using System.Net;
using Campaign.Api;
using Campaign.Api.Identity;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Identity.Tests;

/// <summary>People change their own password on <c>/account</c>.</summary>
public sealed class PasswordChangeTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    private const string Given = "password that was given";
    private const string Own = "password of my own";

    private IdentityHost Host => identity.Host;

    [Fact]
    public async Task The_new_one_holds_sessions_elsewhere_end_and_this_one_goes_on()
    {
        var account = await CreateAsync("changes");
        var elsewhere = await Host.SignInAs().SignInAsync("changes", Given);
        using var browser = await SignedInAsync("changes");

        WebUtility.HtmlDecode((await ChangeAsync(browser, Given, Own, Own)).Body).ShouldContain("Đã đổi mật khẩu");

        (await browser.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
        await Should.ThrowAsync<ApiException>(() => Host.SignInAs().RefreshAsync(elsewhere.RefreshToken!));
        await Should.ThrowAsync<ApiException>(() => Host.SignInAs().SignInAsync("changes", Given));
        (await Host.SignInAs().SignInAsync("changes", Own)).AccessToken.ShouldNotBeNullOrEmpty();
        (
            await Host.InDatabaseAsync(db =>
                db.AuditLog.Where(row => row.EntityId == account.Id.ToString() && row.Action == "password-changed").ToListAsync()
            )
        )
            .ShouldHaveSingleItem()
            .Details.ShouldNotContain(Own);
    }

    [Theory]
    [InlineData("wrong password", Own, Own, "hiện nay không đúng")]
    [InlineData(Given, Own, "something else", "không giống nhau")]
    [InlineData(Given, "short", "short", "role=\"alert\">10–128")]
    [InlineData(Given, "aaaaaaaaaaaa", "aaaaaaaaaaaa", "role=\"alert\">10–128")]
    public async Task It_is_not_changed_when(string current, string fresh, string again, string said)
    {
        var name = $"keeps-{Guid.NewGuid():N}"[..20];
        await CreateAsync(name);
        using var browser = await SignedInAsync(name);

        var answer = await ChangeAsync(browser, current, fresh, again);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        WebUtility.HtmlDecode(answer.Body).ShouldContain(said);
        (await Host.SignInAs().SignInAsync(name, Given)).AccessToken.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Nobody_changes_it_who_is_not_signed_in_or_comes_from_another_page()
    {
        await CreateAsync("foreign");
        using var browser = await SignedInAsync("foreign");

        (
            await browser.PostAsync(
                "/account/password",
                new()
                {
                    ["current"] = Given,
                    ["fresh"] = Own,
                    ["again"] = Own,
                }
            )
        ).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await Host.SignInAs().SignInAsync("foreign", Given)).AccessToken.ShouldNotBeNullOrEmpty();
    }

    private async Task<AccountView> CreateAsync(string userName) =>
        await (await Host.AsOperatorAsync()).CreateAccountAsync(new CreateAccount(userName, "Somebody", Given, "hn"));

    private async Task<Browser> SignedInAsync(string userName)
    {
        var browser = new Browser(Host);
        await browser.SignInAsync("/account/sign-in?returnUrl=%2Faccount", userName, Given);
        return browser;
    }

    private static async Task<Browser.Answer> ChangeAsync(Browser browser, string current, string fresh, string again)
    {
        var page = await browser.GetAsync("/account");
        return await browser.PostAsync(
            "/account/password",
            new()
            {
                ["__RequestVerificationToken"] = page.Field("__RequestVerificationToken"),
                ["current"] = current,
                ["fresh"] = fresh,
                ["again"] = again,
            }
        );
    }
}
