using Campaign.Identity.Accounts;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Campaign.Identity.Tokens;

/// <summary>
/// <c>/connect/authorize</c>: OpenIddict has checked the client, its redirect URI and the PKCE challenge. Here a person who
/// is signed in gets a code, anybody else goes to the sign-in page first.
/// </summary>
internal static class AuthorizeEndpoint
{
    public static async Task<IResult> HandleAsync(
        HttpContext http,
        SignInManager<Account> signIn,
        TokenPrincipals principals,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("Not an OpenID Connect request.");
        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var account = session.Succeeded ? await signIn.ValidateSecurityStampAsync(session.Principal) : null;

        if (account is { DisabledAt: null } && !MustSignInAgain(request, session, time.GetUtcNow()))
        {
            var principal = await principals.ForAccountAsync(account, request.GetScopes(), cancellationToken);
            return Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        }

        return request.HasPromptValue(PromptValues.None)
            ? Refusal.Because(Errors.LoginRequired, "Nobody is signed in in this browser.")
            : Results.Redirect("/account/sign-in" + QueryString.Create("returnUrl", ReturnUrl(http, request)));
    }

    private static bool MustSignInAgain(OpenIddictRequest request, AuthenticateResult session, DateTimeOffset now) =>
        request.HasPromptValue(PromptValues.Login)
        || (request.MaxAge is { } seconds && session.Properties?.IssuedUtc is { } at && at.AddSeconds(seconds) < now);

    /// <summary>The same request, without what demanded the sign-in: else it would be demanded for ever.</summary>
    private static string ReturnUrl(HttpContext http, OpenIddictRequest request) =>
        http.Request.PathBase
        + http.Request.Path
        + QueryString.Create(
            request
                .GetParameters()
                .Where(parameter => parameter.Key is not (Parameters.Prompt or Parameters.MaxAge))
                .Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value))
        );
}
