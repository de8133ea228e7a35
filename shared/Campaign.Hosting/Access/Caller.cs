using System.Security.Claims;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.Http;

namespace Campaign.Hosting.Access;

/// <summary>A role held in a unit and everything below it, valid while the token is.</summary>
public sealed record Post(string Role, string UnitPath);

/// <summary>
/// Who is calling and where they may act. A permission is role × unit subtree: only posts whose role the endpoint
/// allows count.
/// </summary>
public sealed class Caller(IHttpContextAccessor http)
{
    private HttpContext? Context => http.HttpContext;

    /// <summary>Null for a call that has no token: public endpoints, background work.</summary>
    public Guid? AccountId => Guid.TryParse(Context?.User.FindFirstValue("sub"), out var id) ? id : null;

    /// <summary>What audit rows and idempotency keys are kept under: the account, or the client of an integrator or service.</summary>
    public string? Subject => Context?.User.FindFirstValue("sub");

    public Guid? MemberId => Guid.TryParse(Context?.User.FindFirstValue("member"), out var id) ? id : null;

    public string Name => Context?.User.FindFirstValue("name") ?? Subject ?? "";

    public string? Address => Context?.Connection.RemoteIpAddress?.ToString();

    /// <summary>The posts that count at this endpoint.</summary>
    public IEnumerable<Post> Posts
    {
        get
        {
            var roles = Context?.GetEndpoint()?.Metadata.GetMetadata<AccessRule>()?.Roles ?? [];
            return Context is null ? [] : PostsOf(Context.User).Where(post => roles.Count == 0 || roles.Contains(post.Role));
        }
    }

    /// <summary>Roots of the subtrees that the caller may act in at this endpoint.</summary>
    public IReadOnlyList<string> Paths => [.. Posts.Select(post => post.UnitPath).Distinct()];

    public bool Covers(string unitPath) => Posts.Any(post => UnitPath.IsWithin(unitPath, post.UnitPath));

    /// <summary>Whether a post of one of these roles covers the unit: for what only some of an endpoint's roles may do.</summary>
    public bool Covers(string unitPath, params IReadOnlyCollection<string> roles) =>
        Posts.Any(post => roles.Contains(post.Role) && UnitPath.IsWithin(unitPath, post.UnitPath));

    /// <summary>Whether any post, whatever the endpoint, has one of these roles; everybody signed in where there are none.</summary>
    public bool Holds(IReadOnlyCollection<string> roles) =>
        Context?.User is { } user
        && (roles.Count == 0 ? user.Identity?.IsAuthenticated == true : PostsOf(user).Any(post => roles.Contains(post.Role)));

    /// <summary>Whether any post, whatever the endpoint, with one of these roles (none: any role) covers the unit.</summary>
    public bool Holds(IReadOnlyCollection<string> roles, string unitPath) =>
        Context?.User is { } user
        && PostsOf(user).Any(post => (roles.Count == 0 || roles.Contains(post.Role)) && UnitPath.IsWithin(unitPath, post.UnitPath));

    /// <summary>Roots of the subtrees of all posts, whatever the endpoint, with one of these roles.</summary>
    public IReadOnlyList<string> PathsOf(IReadOnlyCollection<string> roles) =>
        Context is null ? [] : [.. PostsOf(Context.User).Where(post => roles.Contains(post.Role)).Select(post => post.UnitPath).Distinct()];

    public bool Has(string role) => Posts.Any(post => post.Role == role);

    /// <exception cref="Problem"><c>outside-your-units</c> (403).</exception>
    public void Demand(string unitPath)
    {
        if (!Covers(unitPath))
        {
            throw Outside();
        }
    }

    internal static Problem Outside() => new(SharedProblems.OutsideYourUnits);

    /// <summary>All posts in the token, whatever the endpoint.</summary>
    public static IEnumerable<Post> PostsOf(ClaimsPrincipal user) =>
        user.FindAll("posts")
            .Select(claim => claim.Value.Split('@', 2))
            .Where(parts => parts.Length == 2)
            .Select(parts => new Post(parts[0], parts[1]));
}
