using System.Net.Http.Headers;
using Campaign.Api;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Portal.SignIn;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Transforms;

namespace Campaign.Portal.Gateway;

/// <summary>One origin for people and integrators: <c>/api/v1/{service}/…</c> and Identity's own pages.</summary>
public static class GatewaySetup
{
    private static readonly string s_services = string.Join(", ", Resources.Services);

    public static WebApplicationBuilder AddGateway(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestLimits.Bytes;
        });
        builder
            .Services.AddReverseProxy()
            .LoadFromMemory(GatewayRoutes.Routes(), GatewayRoutes.Clusters(builder.Configuration))
            .AddTransforms(context =>
            {
                if (context.Route.Match.Path?.StartsWith(ApiAddress.Root, StringComparison.Ordinal) == true)
                {
                    context.AddRequestTransform(AuthenticateAsync);
                }
            });
        return builder;
    }

    public static void MapGateway(this WebApplication app)
    {
        app.MapReverseProxy(proxy =>
        {
            proxy.UseSessionAffinity();
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
            proxy.Use(
                async (context, next) =>
                {
                    await next(context);
                    await SayUnavailableAsync(context);
                }
            );
        });
        // a program that mistyped a service's name is not to be led to the sign-in page
        app.Map("/api/{**rest}", () =>
                TypedResults.Problem(
                    $"There is no such address. Use {ApiAddress.Root}/{{service}}/… with one of {s_services}; "
                        + $"{ApiDocs.Path} describes them.",
                    statusCode: StatusCodes.Status404NotFound,
                    type: SharedProblems.NotFound.Urn
                )
            )
            .AllowAnonymous()
            .ExcludeFromDescription();
    }

    /// <summary>
    /// Bearer tokens pass through. A signed-in browser may read with its cookie; it may not change anything with it, so
    /// that no foreign page can act in somebody's name.
    /// </summary>
    private static async ValueTask AuthenticateAsync(RequestTransformContext context)
    {
        var (http, request) = (context.HttpContext, context.ProxyRequest);
        request.Headers.Remove("Cookie");
        if (request.Headers.Authorization is null && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
        {
            var token = await http.RequestServices.GetRequiredService<AccessTokens>().OfAsync(http.User, http.RequestAborted);
            request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        }
    }

    private static async Task SayUnavailableAsync(HttpContext context)
    {
        var error = context.GetForwarderErrorFeature()?.Error;
        if (error is null or ForwarderError.RequestCanceled || context.Response.HasStarted)
        {
            return;
        }

        if (
            context.Response.StatusCode
            is StatusCodes.Status502BadGateway
                or StatusCodes.Status503ServiceUnavailable
                or StatusCodes.Status504GatewayTimeout
        )
        {
            context.Response.Headers.RetryAfter = "5";
            await TypedResults
                .Problem(
                    "The service behind this address does not answer at the moment. Try again in a few seconds.",
                    statusCode: context.Response.StatusCode,
                    type: ProblemType.Prefix + "service-unavailable"
                )
                .ExecuteAsync(context);
        }
    }
}
