using Campaign.Hosting.Access;
using Campaign.Identity.Accounts;
using Campaign.Identity.Tokens;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using OpenIddict.Server.AspNetCore;

namespace Campaign.Identity.SignIn;

/// <summary>
/// Ends the session here. A client asks by <c>/connect/sign-out</c> with the id token as its proof, and gets the browser
/// back; without that proof the person is asked first, so that a foreign page cannot sign people out.
/// </summary>
internal static class SignOutEndpoints
{
    public static void Map(RouteGroupBuilder pages, IEndpointRouteBuilder routes)
    {
        pages.MapGet("/sign-out", Ask);
        pages.MapPost("/sign-out", SignOutAsync);
        routes
            .MapMethods(TokenSetup.SignOutPath, [HttpMethods.Get, HttpMethods.Post], EndSessionAsync)
            .AllowPublic()
            .DisableAntiforgery()
            .ExcludeFromDescription();
    }

    private static RazorComponentResult<SignOutPage> Ask(HttpContext http, string? lang)
    {
        Language.Remember(http, lang);
        return new();
    }

    private static async Task<RazorComponentResult<SignOutPage>> SignOutAsync(
        HttpContext http,
        SignInManager<Account> signIn,
        SignInAudit audit,
        [FromForm] SignOutForm form
    )
    {
        _ = form; // binding a form is what makes the antiforgery token required
        await EndAsync(http, signIn, audit);
        return new(new { Done = true });
    }

    private static async Task<IResult> EndSessionAsync(HttpContext http, SignInManager<Account> signIn, SignInAudit audit)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("Not an OpenID Connect request.");
        if (string.IsNullOrEmpty(request.IdTokenHint))
        {
            return Results.LocalRedirect("/account/sign-out");
        }

        await EndAsync(http, signIn, audit);
        return Results.SignOut(
            new AuthenticationProperties { RedirectUri = "/" },
            [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]
        );
    }

    private static async Task EndAsync(HttpContext http, SignInManager<Account> signIn, SignInAudit audit)
    {
        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (session.Succeeded && await signIn.ValidateSecurityStampAsync(session.Principal) is { } account)
        {
            await audit.SignedOutAsync(account);
        }

        await signIn.SignOutAsync();
    }
}

/// <summary>The sign-out form has no field but its antiforgery token.</summary>
public sealed class SignOutForm
{
    public string? Confirm { get; set; }
}
