using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Campaign.Portal.SignIn;

internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", (string? returnUrl) =>
                TypedResults.Challenge(
                    new AuthenticationProperties { RedirectUri = Local(returnUrl) },
                    [OpenIdConnectDefaults.AuthenticationScheme]
                )
            )
            .AllowAnonymous();
        app.MapPost("/sign-out", SignOut).AllowAnonymous();
    }

    // a form post with an antiforgery token: a foreign page cannot sign people out
    private static SignOutHttpResult SignOut(ClaimsPrincipal user, AccessTokens tokens, [FromForm] string? confirm)
    {
        _ = confirm;
        if (user.FindFirstValue(SessionTickets.SessionClaim) is { } key)
        {
            tokens.Forget(key);
        }

        return TypedResults.SignOut(
            new AuthenticationProperties { RedirectUri = "/signed-out" },
            [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]
        );
    }

    /// <summary>A path of this origin: a link with a foreign address must not lead people away.</summary>
    internal static string Local(string? url) => url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) ? url : "/";
}
