using Microsoft.Extensions.Configuration;

namespace Campaign.AppHost;

/// <summary>The relations that every service has, and the settings of a start: each said once.</summary>
internal static class Relations
{
    // eight services that hardly allocate: by itself the youngest generation grows as large as the processor's cache, and
    // the C library keeps an arena a thread; some 10 MiB in each
    private const string YoungestGenerationBytes = "0x400000";
    private const string Arenas = "2";

    /// <summary>A service with a database of its own on the broker. `Replicas:{name}` processes of it run (default 1).</summary>
    public static IResourceBuilder<ProjectResource> AddService<TProject>(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<PostgresDatabaseResource> database,
        IResourceBuilder<RabbitMQServerResource> rabbitmq,
        int? port = null)
        where TProject : IProjectMetadata, new() =>
        builder.AddProject<TProject>(name, launchProfileName: null)
            .WithHttpEndpoint(port: port)
            .WithHttpHealthCheck("/health")
            .WithEnvironment("DOTNET_GCgen0size", YoungestGenerationBytes)
            .WithEnvironment("MALLOC_ARENA_MAX", Arenas)
            .WithReference(database).WaitFor(database)
            .WithReference(rabbitmq).WaitFor(rabbitmq)
            .WithReplicas(builder.Configuration.GetValue($"Replicas:{name}", 1));

    /// <summary>A generated secret, kept between starts. Letters and digits only: it is put into URLs and connection strings.</summary>
    public static IResourceBuilder<ParameterResource> AddSecret(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddParameter(name, new GenerateParameterDefault { MinLength = 24, Special = false }, secret: true, persist: true);

    /// <summary>The port of the only address that people open: `Portal:Port`.</summary>
    public static int PortalPort(this IDistributedApplicationBuilder builder) => builder.Configuration.GetValue("Portal:Port", 8080);

    /// <summary>Where a published system runs: `Target` = compose (default) or kubernetes.</summary>
    public static void AddTargetEnvironment(this IDistributedApplicationBuilder builder)
    {
        if (builder.Configuration.GetValue("Target", "compose") == "kubernetes")
        {
            builder.AddKubernetesEnvironment("campaign");
        }
        else
        {
            builder.AddDockerComposeEnvironment("campaign");
        }
    }
}
