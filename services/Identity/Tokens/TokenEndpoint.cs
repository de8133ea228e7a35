using System.Security.Claims;
using Campaign.Contracts;
using Campaign.Identity.Accounts;
using Campaign.Identity.Posts;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Campaign.Identity.Tokens;

/// <summary>
/// <c>/connect/token</c>: OpenIddict has checked the client's secret and the code or refresh token; here the claims are made, from what is
/// true now.
/// </summary>
internal sealed class TokenEndpoint(
    UserManager<Account> accounts,
    IdentityDb db,
    CurrentPosts posts,
    TokenPrincipals principals,
    IOptions<IdentitySettings> settings
)
{
    public static Task<IResult> HandleAsync(HttpContext http, TokenEndpoint endpoint, CancellationToken cancellationToken)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("Not an OpenID Connect request.");
        return request.IsClientCredentialsGrantType()
            ? endpoint.ForClientAsync(request, cancellationToken)
            : endpoint.ForPersonAsync(http, cancellationToken);
    }

    private async Task<IResult> ForPersonAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var earlier = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal
            ?? throw new InvalidOperationException("A code or refresh token without a principal.");
        var account = await accounts.FindByIdAsync(earlier.GetClaim(Claims.Subject)!);
        return account is { DisabledAt: null } && account.SecurityStamp == earlier.GetClaim(TokenPrincipals.StampClaim)
            ? Grant(await principals.ForAccountAsync(account, earlier.GetScopes(), cancellationToken))
            : Refusal.Because(Errors.InvalidGrant, "The account was changed or disabled: sign in again.");
    }

    private async Task<IResult> ForClientAsync(OpenIddictRequest request, CancellationToken cancellationToken)
    {
        var clientId = request.ClientId!;
        var integrator = await db.Integrators.AsNoTracking().FirstOrDefaultAsync(i => i.ClientId == clientId, cancellationToken);
        return integrator switch
        {
            null => Grant(
                TokenPrincipals.ForClient(clientId, clientId, [$"{Roles.Service}@{settings.Value.RootUnit}"], request.GetScopes())
            ),
            { DisabledAt: null } => Grant(
                TokenPrincipals.ForClient(
                    clientId,
                    integrator.Name,
                    await posts.OfSubjectAsync(clientId, cancellationToken),
                    request.GetScopes()
                )
            ),
            _ => Refusal.Because(Errors.InvalidClient, "The client is disabled: ask an operator."),
        };
    }

    private static IResult Grant(ClaimsPrincipal principal) =>
        Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
}
