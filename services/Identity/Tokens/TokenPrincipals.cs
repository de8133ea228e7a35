using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.Json;
using Campaign.Identity.Accounts;
using Campaign.Identity.Posts;
using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Campaign.Identity.Tokens;

/// <summary>
/// Who a token speaks for: claims <c>sub</c>, <c>name</c>, <c>member</c> and <c>posts</c> (a JSON array of <c>role@path</c>).
/// </summary>
public sealed class TokenPrincipals(CurrentPosts posts)
{
    /// <summary>Kept inside codes and refresh tokens only: a changed password or a disabled account ends them.</summary>
    public const string StampClaim = "campaign_stamp";

    public const string PostsClaim = "posts";
    public const string MemberClaim = "member";
    public const string Audience = "campaign";

    public async Task<ClaimsPrincipal> ForAccountAsync(Account account, ImmutableArray<string> scopes, CancellationToken cancellationToken)
    {
        var identity = Identity(account.Id.ToString(), account.Name, await posts.OfAsync(account, cancellationToken));
        identity.SetClaim(MemberClaim, account.MemberId?.ToString());
        identity.SetClaim(StampClaim, account.SecurityStamp);
        return Principal(identity, scopes);
    }

    /// <summary>A client that speaks for itself: a service or an integrator.</summary>
    public static ClaimsPrincipal ForClient(
        string clientId,
        string name,
        IReadOnlyCollection<string> posts,
        ImmutableArray<string> scopes
    ) => Principal(Identity(clientId, name, posts), scopes);

    private static ClaimsIdentity Identity(string subject, string name, IReadOnlyCollection<string> posts)
    {
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role)
            .SetClaim(Claims.Subject, subject)
            .SetClaim(Claims.Name, name);
        // as JSON and not as several claims of one type: a single post must be an array too
        identity.AddClaim(new Claim(PostsClaim, JsonSerializer.Serialize(posts), JsonClaimValueTypes.JsonArray));
        return identity;
    }

    private static ClaimsPrincipal Principal(ClaimsIdentity identity, ImmutableArray<string> scopes)
    {
        identity.SetScopes(scopes);
        identity.SetResources(Audience);
        identity.SetDestinations(claim => claim.Type == StampClaim ? [] : [Destinations.AccessToken, Destinations.IdentityToken]);
        return new ClaimsPrincipal(identity);
    }
}
