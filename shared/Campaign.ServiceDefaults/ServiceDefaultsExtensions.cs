using Campaign.Api;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Health;
using Campaign.Hosting.OpenApi;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.Hosting.ServiceCalls;
using Campaign.Hosting.Telemetry;
using Campaign.Messaging;
using Campaign.Messaging.Operations;
using Campaign.ServiceDefaults.Changes;
using Campaign.ServiceDefaults.Idempotency;
using Campaign.ServiceDefaults.Memory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Campaign.ServiceDefaults;

/// <summary>What every service has in common. Read this file to know what a service gets without asking.</summary>
public static class ServiceDefaultsExtensions
{
    /// <param name="service">One of <see cref="Contracts.Resources"/>.</param>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string service)
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
        foreach (var publisher in Topology.Subscriptions.GetValueOrDefault(service, []))
        {
            builder.Services.AddHttpClient(MessagingExtensions.LogClientName(publisher)).CallAsThisService();
        }

        builder.Services.AddApiDocument(service);
        builder.Services.ConfigureHttpJsonOptions(json => RequestJson.Configure(json.SerializerOptions));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddHostedService<IdempotencyCleanup>();
        if (builder.Configuration.GetValue<bool>(ReturnStartMemory.Setting))
        {
            builder.Services.AddHostedService<ReturnStartMemory>();
        }

        return builder;
    }

    /// <summary>Puts the common middleware and endpoints in place; call it before mapping the service's own endpoints.</summary>
    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRouting();
        app.UseReadableBodies();
        app.UseAuthentication();
        app.UseMiddleware<DistrictScope>();
        app.UseAuthorization();
        app.UseMiddleware<IdempotencyMiddleware>();
        app.MapHealth();
        app.MapApiDocument();
        app.MapMessagingLog()
            .AddEndpointFilter<RouteGroupBuilder, LogWithinUnits>()
            .Refuses(SharedProblems.LogOfYourDistricts)
            .Allow(Roles.Service, Roles.Integrator);
        app.MapChangeStream();
        app.MapMessagingOperations().AllowForTheWhole();
        return app;
    }
}
