using Microsoft.AspNetCore.Authentication;
using OpenIddict.Server.AspNetCore;

namespace Campaign.Identity.Tokens;

internal static class Refusal
{
    /// <summary>An OpenID Connect error, returned to the client in the way that its request asks for.</summary>
    public static IResult Because(string error, string description) =>
        Results.Forbid(
            new AuthenticationProperties(
                new Dictionary<string, string?>
                {
                    [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
                    [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
                }
            ),
            [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]
        );
}
