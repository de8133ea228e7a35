using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Campaign.Hosting.Telemetry;

/// <summary>Traces, metrics and logs. Exported over OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector.</summary>
public static class TelemetryExtensions
{
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder, string service)
    {
        builder.Logging.Configure(options =>
            options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId
        );
        // health says it itself, to whoever asks
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        builder.Logging.AddJsonConsole(console =>
        {
            console.IncludeScopes = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });

        // without a collector nothing is recorded: an idle service stays idle
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return builder;
        }

        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.IncludeFormattedMessage = true;
            logs.IncludeScopes = true;
        });
        builder
            .Services.AddOpenTelemetry()
            // whoever starts the service knows its name and which instance it is: what OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES say
            // comes last and holds
            .ConfigureResource(resource => resource.AddService(service).AddEnvironmentVariableDetector())
            .WithTracing(tracing => tracing.AddCampaignTraces())
            .WithMetrics(metrics =>
                metrics
                    .AddMeter("Campaign.*", "Npgsql")
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddRuntimeInstrumentation()
            )
            .UseOtlpExporter();
        return builder;
    }

    /// <summary>Which spans there are, and what they are called; whoever adds it says where they go.</summary>
    public static TracerProviderBuilder AddCampaignTraces(this TracerProviderBuilder tracing) =>
        tracing
            .SetSampler(new TraceStart())
            .AddProcessor(new LateChild())
            .AddProcessor(new PageAction())
            .AddSource("Campaign.*")
            .AddAspNetCoreInstrumentation(http =>
            {
                http.Filter = context => !Machinery.Serves(context.Request.Path);
                http.EnrichWithHttpResponse = (activity, response) => Describe(activity, response.HttpContext);
            })
            .AddHttpClientInstrumentation(http =>
            {
                http.FilterHttpRequestMessage = request => !Machinery.Serves(request.RequestUri!.AbsolutePath);
                http.EnrichWithHttpRequestMessage = Describe;
            })
            .AddNpgsql();

    private static void Describe(Activity activity, HttpContext context)
    {
        SignedLinks.Hide(activity);
        // the gateway's routes name a service, not what is asked of it; the addresses of signing in have none
        if (context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.RoutePattern.Parameters.Any(parameter => parameter.IsCatchAll))
        {
            activity.DisplayName = CallName.Of(context.Request.Method, context.Request.Path);
        }
    }

    private static void Describe(Activity activity, HttpRequestMessage request)
    {
        SignedLinks.Hide(activity);
        activity.DisplayName = CallName.Of(request.Method.Method, request.RequestUri!.AbsolutePath);
    }
}
