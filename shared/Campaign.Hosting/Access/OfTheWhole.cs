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
        path => UnitPath.IsRoot(path) ? null : Refusal()
    );

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.RequestServices.GetRequiredService<Caller>().Paths.Any(UnitPath.IsRoot) ? next(context) : throw Refusal();

    private static Problem Refusal() =>
        new(
            "outside-your-units",
            403,
            "This serves all districts at once: only a post in the root unit opens it. Ask an operator of the whole city."
        );
}
