using System.Collections.Concurrent;
using Campaign.Api.Problems;
using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Testing;

/// <summary>
/// Holds every problem that a service answers in any test against its API document: one that the endpoint does not name there is
/// answered as status 599, so that the test which met it fails.
/// </summary>
public static class DocumentedProblems
{
    private const int Undocumented = 599;

    private static readonly ConcurrentDictionary<(string Endpoint, string Slug), bool> s_seen = [];

    /// <summary>What was answered so far: the endpoint's name and the problem's slug.</summary>
    public static IReadOnlyCollection<(string Endpoint, string Slug)> Seen => [.. s_seen.Keys];

    public static IServiceCollection HoldProblemsAgainstDocument(this IServiceCollection services) =>
        services.PostConfigure<ProblemDetailsOptions>(options =>
        {
            var customize = options.CustomizeProblemDetails;
            options.CustomizeProblemDetails = context =>
            {
                customize?.Invoke(context);
                Check(context);
            };
        });

    /// <summary>The endpoints of a service, and what each names beyond what follows by itself.</summary>
    public static IEnumerable<(string Endpoint, string Slug)> NamedBy(IServiceProvider services) =>
        from endpoint in services
            .GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Distinct()
        from refusals in endpoint.Metadata.OfType<Refusals>()
        from type in refusals.Types
        select (endpoint.DisplayName!, type.Slug);

    private static void Check(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        var endpoint = http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        if (endpoint is not RouteEndpoint route || context.ProblemDetails.Type is not { } type)
        {
            return;
        }

        var slug = type.Replace(ProblemType.Prefix, "", StringComparison.Ordinal);
        s_seen.TryAdd((route.DisplayName!, slug), true);
        var named = RefusalExtensions.ProblemsOf(route.Metadata, route.RoutePattern.Parameters.Count > 0);
        if (!named.Any(problem => problem.Slug == slug && problem.Status == http.Response.StatusCode))
        {
            (http.Response.StatusCode, context.ProblemDetails.Status) = (Undocumented, Undocumented);
            context.ProblemDetails.Detail = $"{route.DisplayName} does not name '{slug}': add it with .Refuses(…).";
        }
    }
}
