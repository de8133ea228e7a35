using Campaign.LocalServers;

namespace Campaign.AppHost;

/// <summary>A server from this machine's packages, run by the orchestrator as any executable.</summary>
internal abstract class LocalServerResource(string name, string folder) : ExecutableResource(name, "prepared-at-start", folder)
{
    /// <summary>What the next start runs; made anew before every start.</summary>
    internal ServerCommand? Prepared { get; set; }

    /// <summary>Why it could not be prepared, for the person at the keyboard.</summary>
    internal string? StartFailure { get; set; }

    /// <summary>What asks it to stop cleanly.</summary>
    internal Signal StopSignal => Prepared?.StopSignal ?? Signal.Terminate;
}

/// <summary>A private PostgreSQL cluster.</summary>
internal sealed class LocalPostgresResource(string name, string folder, ParameterResource password)
    : LocalServerResource(name, folder),
        IResourceWithConnectionString
{
    public EndpointReference Endpoint => field ??= new(this, "tcp");

    public ReferenceExpression ConnectionStringExpression =>
        ReferenceExpression.Create($"Host={Host};Port={Port};Username={LocalPostgres.UserName};Password={password}");

    private EndpointReferenceExpression Host => Endpoint.Property(EndpointProperty.IPV4Host);

    private EndpointReferenceExpression Port => Endpoint.Property(EndpointProperty.Port);

    internal List<LocalDatabaseResource> Databases { get; } = [];
}

/// <summary>A database of a private cluster; it is created when the cluster is ready.</summary>
internal sealed class LocalDatabaseResource(string name, LocalPostgresResource server)
    : Resource(name),
        IResourceWithParent<LocalPostgresResource>,
        IResourceWithConnectionString,
        IResourceWithWaitSupport
{
    public LocalPostgresResource Parent => server;
    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{server};Database={Name}");
}

/// <summary>A private RabbitMQ node.</summary>
internal sealed class LocalRabbitMqResource(string name, string folder, ParameterResource user, ParameterResource password)
    : LocalServerResource(name, folder),
        IResourceWithConnectionString
{
    public EndpointReference Endpoint => field ??= new(this, "tcp");

    public ReferenceExpression ConnectionStringExpression =>
        ReferenceExpression.Create(
            $"amqp://{user}:{password}@{Endpoint.Property(EndpointProperty.IPV4Host)}:{Endpoint.Property(EndpointProperty.Port)}"
        );
}

/// <summary>The name server (epmd) of a private RabbitMQ node: it outlives the node, so it is a process of its own.</summary>
internal sealed class LocalNamesResource(string name, string folder) : LocalServerResource(name, folder);
