using Campaign.Contracts;
using Campaign.Defaults.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Campaign.Defaults.Telemetry;

/// <summary>Every log line of a request carries the district that the caller works in, and nothing personal.</summary>
internal sealed class DistrictLogScope(RequestDelegate next, ILogger<DistrictLogScope> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        using (Begin(logger, context))
        {
            await next(context);
        }
    }

    /// <summary>For what is logged outside of the middleware.</summary>
    public static IDisposable? Begin(ILogger logger, HttpContext context)
    {
        var post = Caller.PostsOf(context.User).FirstOrDefault();
        return logger.BeginScope(new Dictionary<string, object> { ["district"] = post is null ? Districts.City : UnitPath.District(post.UnitPath) });
    }
}
