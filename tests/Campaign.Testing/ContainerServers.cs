using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Campaign.LocalServers;
using DotNet.Testcontainers.Containers;
using Testcontainers.PostgreSql;
using Testcontainers.RabbitMq;

namespace Campaign.Testing;

/// <summary>Servers in containers. Ports are fixed, so that a restarted container is found where it was.</summary>
internal sealed class ContainerServers : IOwnServers
{
    private const string User = "campaign";
    private readonly string _password = Guid.NewGuid().ToString("N");
    private readonly int _postgresPort = FreePort();
    private readonly int _brokerPort = FreePort();
    private readonly int _managementPort = FreePort();
    private readonly PostgreSqlContainer _postgres;
    private readonly RabbitMqContainer _broker;

    public ContainerServers()
    {
        _postgres = new PostgreSqlBuilder($"{ServerImages.Postgres}:{ServerImages.PostgresTag}")
            .WithUsername(User)
            .WithPassword(_password)
            .WithPortBinding(_postgresPort, 5432)
            .WithCommand("-c", "max_connections=300")
            .Build();
        _broker = new RabbitMqBuilder($"{ServerImages.RabbitMq}:{ServerImages.RabbitMqTag}")
            .WithUsername(User)
            .WithPassword(_password)
            .WithPortBinding(_brokerPort, 5672)
            .WithPortBinding(_managementPort, 15672)
            // quorum queues name their node: it must be the same after a restart
            .WithHostname("campaign")
            .Build();
        Postgres = Control(_postgres);
        Broker = Control(_broker);
    }

    public ServerControl Postgres { get; }

    public ServerControl Broker { get; }

    public Uri BrokerUri => new($"amqp://{User}:{_password}@{_broker.Hostname}:{_brokerPort}");

    public Uri ManagementUri => new($"http://{User}:{_password}@{_broker.Hostname}:{_managementPort}");

    public Task StartAsync() => Task.WhenAll(_postgres.StartAsync(), _broker.StartAsync());

    public string Database(string name) =>
        $"Host={_postgres.Hostname};Port={_postgresPort};Username={User};Password={_password};Database={name}";

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        await _broker.DisposeAsync();
    }

    [SuppressMessage("Reliability", "CA2025", Justification = "the container outlives its control")]
    private static ServerControl Control(DockerContainer container) =>
        new(() => container.StartAsync(), () => container.StopAsync(), () => KillAsync(container));

    // the main process has number 1 inside its container and ignores a kill from within: stop without patience instead
    private static async Task KillAsync(DockerContainer container)
    {
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await container.StopAsync(now.Token);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
