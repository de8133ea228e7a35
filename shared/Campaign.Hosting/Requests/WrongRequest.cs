using Campaign.Api.Problems;
using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Campaign.Hosting.Requests;

/// <summary>
/// What was wrong with a request that the framework could not bind: each parameter and each field of the body is held against
/// what the endpoint takes, so that all of them are named at once.
/// </summary>
internal static class WrongRequest
{
    public static async Task<Problem> ExplainAsync(BadHttpRequestException bad, HttpContext context) =>
        bad.StatusCode switch
        {
            StatusCodes.Status413PayloadTooLarge => new Problem(SharedProblems.BodyTooLarge),
            StatusCodes.Status415UnsupportedMediaType => new Problem(SharedProblems.UnsupportedMediaType),
            _ => Problem.Invalid([.. await FindAsync(context)]),
        };

    /// <summary>Lets a JSON body be read a second time, should the first attempt fail.</summary>
    public static IApplicationBuilder UseReadableBodies(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (BodyOf(context) is not null)
                {
                    context.Request.EnableBuffering();
                }

                return next(context);
            }
        );

    private static async Task<IReadOnlyList<FieldError>> FindAsync(HttpContext context)
    {
        var parameters = WrongParameters.Find(context).ToList();
        return parameters.Count > 0 || BodyOf(context) is not { } body
            ? parameters
            : await WrongBody.FindAsync(context, body, context.RequestAborted);
    }

    private static Type? BodyOf(HttpContext context) =>
        context.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>()?.Endpoint is { } failed ? BodyOf(failed)
        : context.GetEndpoint() is { } endpoint ? BodyOf(endpoint)
        : null;

    private static Type? BodyOf(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is { RequestType: { } type } accepts
        && accepts.ContentTypes.Contains("application/json")
            ? type
            : null;
}
