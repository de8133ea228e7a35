using System.Diagnostics;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Campaign.Hosting.Telemetry;

/// <summary>The trace and every log line of a request say which district the caller works in, and nothing personal.</summary>
public sealed class DistrictScope(RequestDelegate next, ILogger<DistrictScope> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        Activity.Current?.SetTag(Districts.TelemetryName, Of(context));
        using (Begin(logger, context))
        {
            await next(context);
        }
    }

    /// <summary>For what is logged outside of the middleware.</summary>
    internal static IDisposable? Begin(ILogger logger, HttpContext context) =>
        logger.BeginScope(new Dictionary<string, object> { [Districts.TelemetryName] = Of(context) });

    private static string Of(HttpContext context) =>
        Caller.PostsOf(context.User).FirstOrDefault() is { } post ? UnitPath.District(post.UnitPath) : Districts.City;
}
