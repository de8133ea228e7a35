using System.Security.Claims;
using Campaign.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Campaign.Hosting.Access;

/// <summary>
/// What is not there yet cannot say what may be done with it: the service says it, by the rules that the handlers demand.
/// </summary>
public static class MayWithinEndpoint
{
    /// <param name="rules">
    /// Each of the path of the unit that the new thing would belong to, or whose things are read. Operating is said of every service.
    /// </param>
    public static RouteHandlerBuilder MapMay(this IEndpointRouteBuilder routes, params ActionRule<string>[] rules) =>
        routes.MapGet("/may", (HttpContext http) => Answer([.. rules, OfTheWhole.Operate], http.User)).WithTags("May").AllowSignedIn();

    private static Ok<List<MayWithin>> Answer(ActionRule<string>[] rules, ClaimsPrincipal user) =>
        TypedResults.Ok(rules.Select(rule => new MayWithin(rule.Name, Paths(user, rule))).Where(may => may.UnitPaths.Count > 0).ToList());

    private static IReadOnlyList<string> Paths(ClaimsPrincipal user, ActionRule<string> rule) =>
        [
            .. Caller
                .PostsOf(user)
                .Where(post => rule.Roles.Contains(post.Role) && rule.Refusal?.Invoke(post.UnitPath) is null)
                .Select(post => post.UnitPath)
                .Distinct()
                .OrderBy(path => path.Count(character => character == '/'))
                .ThenBy(path => path, StringComparer.Ordinal),
        ];
}
