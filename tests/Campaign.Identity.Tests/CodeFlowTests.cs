using System.Net;

namespace Campaign.Identity.Tests;

[Trait("Run", "Quick")]
public sealed class CodeFlowTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    private IdentityHost Host => identity.Host;

    [Fact]
    public async Task Signing_in_gives_a_token_with_name_and_posts_that_the_published_keys_validate()
    {
        var signedIn = await Host.SignInAs().SignInAsync("operator", IdentityHost.OperatorPassword);

        var token = await Tokens.ValidateAsync(Host, signedIn.AccessToken);
        token.Posts().ShouldBe(["operator@hn"]);
        token.GetPayloadValue<string>("name").ShouldBe("Operator");
        Guid.TryParse(token.Subject, out _).ShouldBeTrue();
        (token.ValidTo - token.IssuedAt).ShouldBe(TimeSpan.FromMinutes(15), TimeSpan.FromSeconds(5));
        signedIn.RefreshToken.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Refresh_token_gives_new_tokens_and_a_new_refresh_token()
    {
        var first = await Host.SignInAs().SignInAsync("operator", IdentityHost.OperatorPassword);

        var second = await Host.SignInAs().RefreshAsync(first.RefreshToken!);

        second.RefreshToken.ShouldNotBe(first.RefreshToken);
        (await Tokens.ValidateAsync(Host, second.AccessToken)).Posts().ShouldBe(["operator@hn"]);
    }

    [Fact]
    public async Task Code_is_refused_with_another_verifier()
    {
        using var browser = new Browser(Host);
        var request = Browser.CodeRequest(await browser.CodeAsync());
        request["code_verifier"] = new string('x', 43);

        (await Tokens.RequestAsync(Host, request)).ShouldBe((400, "invalid_grant"));
    }

    [Fact]
    public async Task Code_used_twice_is_refused()
    {
        using var browser = new Browser(Host);
        var request = Browser.CodeRequest(await browser.CodeAsync());

        (await Tokens.RequestAsync(Host, request)).ShouldBe((200, null));
        (await Tokens.RequestAsync(Host, request)).ShouldBe((400, "invalid_grant"));
    }

    [Fact]
    public async Task Code_of_one_client_is_refused_for_another()
    {
        using var browser = new Browser(Host);
        var request = Browser.CodeRequest(await browser.CodeAsync());
        request["client_id"] = "portal";

        (await Tokens.RequestAsync(Host, request)).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData("redirect_uri", "http://evil.example/callback")]
    [InlineData("redirect_uri", "http://127.0.0.1/callback/more")]
    [InlineData("client_id", "nobody")]
    [InlineData("response_type", "token")]
    public async Task Authorization_is_refused_without_a_redirect_when(string parameter, string value)
    {
        using var browser = new Browser(Host);
        var request = Browser.AuthorizeRequest();
        request[parameter] = value;

        var answer = await browser.AuthorizeAsync(request);

        answer.Code.ShouldBeNull();
        (answer.Location ?? "").ShouldNotStartWith("http://evil");
        (answer.Location ?? "").ShouldNotStartWith("/account/sign-in");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("plain")]
    public async Task Authorization_is_refused_without_a_hashed_challenge(string? method)
    {
        using var browser = new Browser(Host);
        var request = Browser.AuthorizeRequest();
        request.Remove("code_challenge_method");
        if (method is null)
        {
            request.Remove("code_challenge");
        }
        else
        {
            request["code_challenge_method"] = method;
        }

        var answer = await browser.AuthorizeAsync(request);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldContain("invalid_request");
    }

    [Fact]
    public async Task Silent_sign_in_without_a_session_says_that_a_sign_in_is_needed()
    {
        using var browser = new Browser(Host);
        var request = Browser.AuthorizeRequest();
        request["prompt"] = "none";

        (await browser.AuthorizeAsync(request)).Location.ShouldNotBeNull().ShouldContain("error=login_required");
    }

    [Fact]
    public async Task Sign_in_that_is_demanded_again_is_demanded_once()
    {
        using var browser = new Browser(Host);
        await browser.CodeAsync();
        var request = Browser.AuthorizeRequest();
        request["prompt"] = "login";

        var asked = await browser.AuthorizeAsync(request);
        asked.Location.ShouldNotBeNull().ShouldStartWith("/account/sign-in");
        var signedIn = await browser.SignInAsync(asked.Location!, "operator", IdentityHost.OperatorPassword);

        (await browser.GetAsync(signedIn.Location!)).Code.ShouldNotBeNull();
    }

    [Fact]
    public async Task Sign_out_with_the_id_token_ends_the_session_at_once_and_returns_to_the_portal()
    {
        using var browser = new Browser(Host);
        var request = Browser.AuthorizeRequest();
        request["client_id"] = "portal";
        request["redirect_uri"] = IdentityHost.Origin + "/signin-oidc";
        var asked = await browser.AuthorizeAsync(request);
        var signedIn = await browser.SignInAsync(asked.Location!, "operator", IdentityHost.OperatorPassword);
        var codeRequest = Browser.CodeRequest((await browser.GetAsync(signedIn.Location!)).Code!);
        codeRequest["client_id"] = "portal";
        codeRequest["redirect_uri"] = request["redirect_uri"];
        var idToken = await Tokens.IdTokenAsync(Host, codeRequest);

        var answer = await browser.GetAsync(
            "/connect/sign-out?post_logout_redirect_uri="
                + Uri.EscapeDataString(IdentityHost.Origin + "/signout-callback-oidc")
                + "&id_token_hint="
                + idToken
        );

        answer.Location.ShouldNotBeNull().ShouldStartWith(IdentityHost.Origin + "/signout-callback-oidc");
        (await browser.AuthorizeAsync(request)).Location.ShouldNotBeNull().ShouldStartWith("/account/sign-in");
    }

    [Fact]
    public async Task Sign_out_without_the_id_token_asks_first()
    {
        using var browser = new Browser(Host);
        await browser.CodeAsync();

        (await browser.GetAsync("/connect/sign-out")).Location.ShouldBe("/account/sign-out");
        (await browser.AuthorizeAsync(Browser.AuthorizeRequest())).Code.ShouldNotBeNull("asking is not signing out");

        var page = await browser.GetAsync("/account/sign-out");
        var answer = await browser.PostAsync(
            "/account/sign-out",
            new() { ["__RequestVerificationToken"] = page.Field("__RequestVerificationToken") }
        );

        answer.Status.ShouldBe(HttpStatusCode.OK);
        (await browser.AuthorizeAsync(Browser.AuthorizeRequest())).Location.ShouldNotBeNull().ShouldStartWith("/account/sign-in");
    }
}
