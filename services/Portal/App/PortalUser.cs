using System.Security.Claims;
using Campaign.Contracts;
using Campaign.Hosting.Access;

namespace Campaign.Portal.App;

/// <summary>
/// What the posts of the signed-in person let them see. It only decides what is shown: the services decide what is allowed.
/// </summary>
public static class PortalUser
{
    private static readonly string[] s_officers = [Roles.CityOfficer, Roles.DistrictOfficer];

    public static IReadOnlyList<Post> Posts(this ClaimsPrincipal user) => [.. Caller.PostsOf(user)];

    public static bool Holds(this ClaimsPrincipal user, params string[] roles) => user.Posts().Any(post => roles.Contains(post.Role));

    public static bool IsOfficer(this ClaimsPrincipal user) => user.Holds(s_officers);

    /// <summary>Records and issues documents, and decides about the work of units below.</summary>
    public static bool Decides(this ClaimsPrincipal user) => user.IsOfficer() || user.Holds(Roles.Secretary);

    /// <summary>Holds a post in the work of the campaign; an operator alone does not.</summary>
    public static bool TakesPart(this ClaimsPrincipal user) => user.Posts().Any(TakesPart);

    private static bool TakesPart(Post post) => post.Role is not (Roles.Operator or Roles.Integrator or Roles.Service);

    /// <summary>May see the campaign's figures and reports; a plain member may not.</summary>
    public static bool ReadsFigures(this ClaimsPrincipal user) =>
        user.IsOfficer() || user.Holds(Roles.Secretary, Roles.Committee, Roles.Council, Roles.Analyst, Roles.Operator);

    public static bool ReadsMembers(this ClaimsPrincipal user) => user.ReadsFigures();

    /// <summary>Looks after the machinery that serves all districts.</summary>
    public static bool OperatesAll(this ClaimsPrincipal user) =>
        user.Posts().Any(post => post.Role == Roles.Operator && UnitPath.IsRoot(post.UnitPath));

    public static Guid? MemberId(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue("member"), out var id) ? id : null;

    /// <summary>The roots of the subtrees of the posts with one of these roles, widest first.</summary>
    public static IReadOnlyList<string> Paths(this ClaimsPrincipal user, params string[] roles) =>
        [
            .. user.Posts()
                .Where(post => roles.Length == 0 || roles.Contains(post.Role))
                .Select(post => post.UnitPath)
                .Distinct()
                .OrderBy(path => path.Count(c => c == '/')),
        ];

    /// <summary>The roots of the subtrees in which the person takes part, widest first.</summary>
    public static IReadOnlyList<string> PathsInCampaign(this ClaimsPrincipal user) =>
        [.. user.Posts().Where(TakesPart).Select(post => post.UnitPath).Distinct().OrderBy(path => path.Count(c => c == '/'))];

    /// <summary>The district that the person's widest post lies in; null for the whole city.</summary>
    public static string? District(this ClaimsPrincipal user) =>
        user.Paths() is [var path, ..] && UnitPath.District(path) is var district && district != Districts.City ? district : null;
}
