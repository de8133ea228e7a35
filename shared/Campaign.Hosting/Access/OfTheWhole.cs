using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Hosting.Access;

/// <summary>
/// What serves all districts at once, such as a service's messaging, is seen and changed only from a post in the root unit.
/// </summary>
public sealed class OfTheWhole : IEndpointFilter
{
    public static readonly ActionRule<string> Operate = new(
        "operate",
        [Roles.Operator],
        path => path,
        path => UnitPath.IsRoot(path) ? null : new Problem(SharedProblems.WholeCityOnly)
    );

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.RequestServices.GetRequiredService<Caller>().Paths.Any(UnitPath.IsRoot)
            ? next(context)
            : throw new Problem(SharedProblems.WholeCityOnly);
}
