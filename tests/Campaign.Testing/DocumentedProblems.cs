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

    private static readonly ConcurrentDictionary<(string Endpoint, string Slug), bool> s_named = [];
    private static readonly ConcurrentDictionary<(string Endpoint, string Slug), bool> s_seen = [];
    private static int _asked;

    /// <summary>What endpoints name beyond what follows by itself, and no test has met.</summary>
    public static IReadOnlyList<string> Unseen =>
        [.. s_named.Keys.Except(s_seen.Keys).Select(problem => $"{problem.Endpoint}: {problem.Slug}").Order(StringComparer.Ordinal)];

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

    private static void Check(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        Remember(http.RequestServices);
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

    private static void Remember(IServiceProvider services)
    {
        if (Interlocked.Exchange(ref _asked, 1) == 1)
        {
            return;
        }

        foreach (var endpoint in services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            foreach (var type in endpoint.Metadata.OfType<Refusals>().SelectMany(refusals => refusals.Types))
            {
                s_named.TryAdd((endpoint.DisplayName!, type.Slug), true);
            }
        }
    }
}
