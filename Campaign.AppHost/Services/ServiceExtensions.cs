using System.Globalization;
using Aspire.Hosting.Publishing;
using Campaign.LocalServers;
using Microsoft.Extensions.Configuration;

namespace Campaign.AppHost;

/// <summary>How a service is added, referred to and written into the manifest.</summary>
internal static class ServiceExtensions
{
    private const string Http = "http";

    /// <summary>
    /// A service with a database of its own on the broker. `Replicas:{name}` processes of it run (default 1), each at an address
    /// of its own: whoever refers to it is told all of them.
    /// </summary>
    /// <param name="port">Of the first process, where people must find it; null: any.</param>
    public static IResourceBuilder<ServiceResource> AddService<TProject>(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<IResourceWithConnectionString> database,
        IResourceBuilder<IResourceWithConnectionString> rabbitmq,
        int? port = null
    )
        where TProject : IProjectMetadata, new()
    {
        var project = new TProject();
        var service = builder
            .AddProcess(name, project, port)
            .WithReference(database)
            .WaitFor(database, WaitBehavior.WaitOnResourceUnavailable) // also while it starts again
            .WithReference(rabbitmq)
            .WaitFor(rabbitmq, WaitBehavior.WaitOnResourceUnavailable)
            .WithManifestPublishingCallback(context =>
                WriteAsync(context, builder.Resources.OfType<ServiceResource>().First(resource => resource.Name == name))
            );
        var replicas = builder.Configuration.GetValue($"Replicas:{name}", 1);
        if (replicas > 1 && port is not null)
        {
            throw new ServerException($"{name} has a fixed port and so runs once; set Replicas:{name} to 1.");
        }

        for (var number = 2; number <= replicas && builder.ExecutionContext.IsRunMode; number++)
        {
            var replica = builder
                .AddProcess($"{name}-{number.ToString(CultureInfo.InvariantCulture)}", project, port: null)
                .WithParentRelationship(service)
                .WaitFor(database, WaitBehavior.WaitOnResourceUnavailable)
                .WaitFor(rabbitmq, WaitBehavior.WaitOnResourceUnavailable)
                // all that the first one is told, but for its own address
                .WithEnvironment(async context =>
                {
                    foreach (var told in service.Resource.Annotations.OfType<EnvironmentCallbackAnnotation>())
                    {
                        await told.Callback(context).ConfigureAwait(false);
                    }
                });
            service.Resource.Replicas.Add(replica.Resource);
        }

        return service;
    }

    /// <summary>Tells a service where another one is: `services__{name}__http__0`, and on for its further processes.</summary>
    public static IResourceBuilder<ServiceResource> WithReference(
        this IResourceBuilder<ServiceResource> service,
        IResourceBuilder<ServiceResource> other
    )
    {
        ResourceBuilderExtensions.WithReference(service, other);
        for (var index = 0; index < other.Resource.Replicas.Count; index++)
        {
            var variable = string.Create(CultureInfo.InvariantCulture, $"services__{other.Resource.Name}__{Http}__{index + 1}");
            service.WithEnvironment(variable, other.Resource.Replicas[index].GetEndpoint(Http));
        }

        return service;
    }

    /// <summary>What the Portal's operations page shows of the orchestrator; nothing where that is another one.</summary>
    public static IResourceBuilder<ServiceResource> WithOperations(this IResourceBuilder<ServiceResource> portal)
    {
        var builder = portal.ApplicationBuilder;
        return builder.ExecutionContext.IsPublishMode
            ? portal
            : portal
                .WithEnvironment("Operations__ResourcesFile", builder.Data().ResourcesFile)
                .WithEnvironment("Operations__DashboardUrl", DashboardSettings.AddressOf(builder.Configuration) ?? "");
    }

    /// <summary>Where people and integrators begin, as links in the dashboard.</summary>
    public static IResourceBuilder<ServiceResource> WithLinks(this IResourceBuilder<ServiceResource> portal) =>
        portal
            .WithUrlForEndpoint(Http, url => url.DisplayText = "Portal")
            .WithUrlForEndpoint(Http, _ => new() { Url = "/api/docs", DisplayText = "API documents" })
            .WithUrlForEndpoint(Http, _ => new() { Url = "/operations", DisplayText = "Operations" });

    private static IResourceBuilder<ServiceResource> AddProcess(
        this IDistributedApplicationBuilder builder,
        string name,
        IProjectMetadata project,
        int? port
    )
    {
        var service = builder
            .AddResource(new ServiceResource(name, project))
            .WithHttpEndpoint(port: port, name: Http, isProxied: false)
            .WithEndpoint(Http, endpoint => endpoint.TargetHost = "127.0.0.1", createIfNotExists: false)
            .WithHttpHealthCheck("/health")
            .OnBeforeResourceStarted(
                (resource, _, _) =>
                {
                    BuildOutput.Demand(resource.Command);
                    return Task.CompletedTask;
                }
            )
            .WithFrugalMemory();
        if (builder.ExecutionContext.IsPublishMode)
        {
            return service.WithEnvironment("HTTP_PORTS", service.GetEndpoint(Http).Property(EndpointProperty.TargetPort));
        }

        service.WithEnvironment(Listen);
        return builder.ExportsToDashboard()
            // a story that is played brings more at once than the usual 2,048
            ? service.WithOtlpExporter().WithEnvironment("OTEL_BSP_MAX_QUEUE_SIZE", "32768")
            : service.WithEnvironment(Named);
    }

    private static async Task WriteAsync(ManifestPublishingContext context, ServiceResource service)
    {
        context.Writer.WriteString("type", "project.v0");
        context.Writer.WriteString("path", context.GetManifestRelativePath(service.Project.ProjectPath));
        await context.WriteEnvironmentVariablesAsync(service).ConfigureAwait(false);
        context.WriteBindings(service);
    }

    // of the resource that starts, which may be a replica
    private static void Listen(EnvironmentCallbackContext context) =>
        context.EnvironmentVariables["ASPNETCORE_URLS"] = ((IResourceWithEndpoints)context.Resource).GetEndpoint(Http);

    // as the orchestrator does where the telemetry goes to its dashboard
    private static void Named(EnvironmentCallbackContext context)
    {
        context.EnvironmentVariables["OTEL_SERVICE_NAME"] = context.Resource.Name;
        context.EnvironmentVariables["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={context.Resource.Name}";
    }

    // eight services that hardly allocate: by itself the youngest generation grows as large as the processor's cache, and
    // the C library keeps an arena a thread; some 10 MiB in each
    private static IResourceBuilder<ServiceResource> WithFrugalMemory(this IResourceBuilder<ServiceResource> service) =>
        service
            .WithEnvironment("Memory__ReturnAfterStart", "true")
            .WithEnvironment("DOTNET_gcServer", "0")
            .WithEnvironment("DOTNET_TieredPGO", "0")
            .WithEnvironment("DOTNET_GCgen0size", "0x400000")
            .WithEnvironment("MALLOC_ARENA_MAX", "2");
}
