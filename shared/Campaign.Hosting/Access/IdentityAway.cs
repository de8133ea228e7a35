using Campaign.Api.Problems;
using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Campaign.Hosting.Access;

/// <summary>Tells a token that nobody can check at the moment from one that is refused.</summary>
internal static class IdentityAway
{
    /// <summary>A token whose key is not known because Identity could not be asked is no reason to sign in again.</summary>
    /// <exception cref="Problem"><c>identity-unavailable</c> (503).</exception>
    public static async Task DemandKeysAsync(AuthenticationFailedContext failed)
    {
        if (
            failed.Exception is SecurityTokenSignatureKeyNotFoundException
            && failed.Options.ConfigurationManager is { } keys
            && !await IsUnknownAsync(KeyOf(failed.Request), keys, failed.HttpContext.RequestAborted)
        )
        {
            throw new Problem(SharedProblems.IdentityUnavailable);
        }
    }

    /// <summary>
    /// Whether Identity answers and has no such key; it may have been away when the token was checked, and be back by now.
    /// </summary>
    private static async Task<bool> IsUnknownAsync(string key, IConfigurationManager<OpenIdConnectConfiguration> keys, CancellationToken ct)
    {
        try
        {
            return (await keys.GetConfigurationAsync(ct)).SigningKeys.All(known => known.KeyId != key);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    // the token was read before its key was looked for: it has the form of one
    private static string KeyOf(HttpRequest request) =>
        new JsonWebToken(request.Headers.Authorization.ToString()["Bearer ".Length..].Trim()).Kid;
}
