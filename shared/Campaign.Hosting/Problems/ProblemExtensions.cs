using System.Diagnostics;
using Campaign.Api.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Hosting.Problems;

public static class ProblemExtensions
{
    /// <summary>The id under which logs, audit and traces have the request; the framework would write the whole traceparent.</summary>
    public static void NameTrace(ProblemDetailsContext context) =>
        context.ProblemDetails.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;

    internal static IServiceCollection AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails(options =>
            options.CustomizeProblemDetails = context =>
            {
                NameTrace(context);
                if (context.ProblemDetails.Type?.StartsWith(ProblemType.Prefix, StringComparison.Ordinal) != true)
                {
                    var problem = OfFramework(context.HttpContext.Response.StatusCode);
                    (context.ProblemDetails.Type, context.ProblemDetails.Detail) = (problem.Type.Urn, problem.Message);
                }
            }
        );
        services.AddExceptionHandler<ProblemHandler>();
        // so that the answer names the field that could not be read
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return services;
    }

    // answers that the framework gave on its own: no token, no permission, no such route
    private static Problem OfFramework(int status) =>
        status switch
        {
            401 => new Problem(SharedProblems.SignInNeeded),
            403 => new Problem(SharedProblems.NotAllowed),
            404 => Problem.NotFound("address"),
            405 => new Problem(SharedProblems.MethodNotAllowed),
            413 => new Problem(SharedProblems.BodyTooLarge),
            415 => new Problem(SharedProblems.UnsupportedMediaType),
            _ => Problem.Invalid(),
        };
}
