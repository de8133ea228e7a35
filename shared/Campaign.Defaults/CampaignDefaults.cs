using Campaign.Contracts;
using Campaign.Defaults.Access;
using Campaign.Defaults.Health;
using Campaign.Defaults.Idempotency;
using Campaign.Defaults.Memory;
using Campaign.Defaults.OpenApi;
using Campaign.Defaults.Problems;
using Campaign.Defaults.Requests;
using Campaign.Defaults.ServiceCalls;
using Campaign.Defaults.Telemetry;
using Campaign.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Defaults;

/// <summary>What every service has in common. Read this file to know what a service gets without asking.</summary>
public static class CampaignDefaults
{
    /// <param name="service">One of <see cref="Contracts.Resources"/>.</param>
    public static WebApplicationBuilder AddCampaignDefaults(this WebApplicationBuilder builder, string service)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestLimits.Bytes;
        });
        builder.AddTelemetry(service);
        builder.Services.AddHealth();
        builder.Services.AddProblems();
        builder.AddAccess();
        builder.AddServiceCalls(service);
        builder.Services.AddApiDocument(service);
        builder.Services.ConfigureHttpJsonOptions(json => RequestJson.Configure(json.SerializerOptions));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHostedService<IdempotencyCleanup>().AddHostedService<ReturnStartMemory>();
        return builder;
    }

    /// <summary>Puts the common middleware and endpoints in place; call it before mapping the service's own endpoints.</summary>
    public static WebApplication UseCampaignDefaults(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<DistrictScope>();
        app.UseAuthorization();
        app.UseMiddleware<IdempotencyMiddleware>();
        app.MapHealth();
        app.MapApiDocument();
        app.MapMessagingLog().AddEndpointFilter<RouteGroupBuilder, LogWithinUnits>().Allow(Roles.Service, Roles.Integrator);
        app.MapMessagingOperations().AllowForTheWhole(Roles.Operator);
        return app;
    }
}
