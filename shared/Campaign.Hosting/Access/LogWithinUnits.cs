using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Hosting.Access;

/// <summary>
/// An integrator reads from an event log what happened in its own districts, which it must name; services, which rebuild from
/// the log, read all of it.
/// </summary>
internal sealed class LogWithinUnits : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var caller = http.RequestServices.GetRequiredService<Caller>();
        if (!caller.Has(Roles.Service) && !caller.Paths.Any(UnitPath.IsRoot))
        {
            var own = caller.Paths.Where(IsDistrict).Select(UnitPath.District).ToHashSet();
            var asked = http
                .Request.Query["district"]
                .ToString()
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (asked.Length == 0 || !asked.All(own.Contains))
            {
                throw new Problem(SharedProblems.LogOfYourDistricts, ("districts", own.Count == 0 ? "–" : own));
            }
        }

        return next(context);
    }

    private static bool IsDistrict(string path) => path.Count(character => character == '/') == 1;
}
