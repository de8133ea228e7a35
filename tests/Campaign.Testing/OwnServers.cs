namespace Campaign.Testing;

/// <summary>
/// A PostgreSQL and a RabbitMQ that nobody else uses, for tests that take them away. A fixture of a class or a collection.
/// </summary>
public sealed class OwnServers : TestServers
{
    private readonly IOwnServers _servers;

    public OwnServers()
        : this(Make()) { }

    private OwnServers(IOwnServers servers)
        : base(servers) => _servers = servers;

    /// <summary>Takes the database server away and back.</summary>
    public ServerControl Postgres => _servers.Postgres;

    /// <summary>Takes the broker away and back.</summary>
    public ServerControl Broker => _servers.Broker;

    /// <summary>Not started yet.</summary>
    internal static IOwnServers Make() =>
        Environment.GetEnvironmentVariable("CAMPAIGN_TEST_SERVERS") == "containers" ? new ContainerServers() : new PackagedServers();
}
