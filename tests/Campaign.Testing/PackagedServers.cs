using Campaign.LocalServers;

namespace Campaign.Testing;

/// <summary>Private servers from the machine's packages.</summary>
internal sealed class PackagedServers : IOwnServers
{
    private readonly LocalPostgres _postgres = new();
    private readonly LocalRabbitMq _broker = new();

    public PackagedServers()
    {
        Postgres = new(() => _postgres.StartAsync(), () => _postgres.StopAsync(), _postgres.KillAsync);
        Broker = new(() => _broker.StartAsync(), () => _broker.StopAsync(TimeSpan.FromSeconds(30)), _broker.KillAsync);
    }

    public ServerControl Postgres { get; }

    public ServerControl Broker { get; }

    public Uri BrokerUri => new(_broker.ConnectionString);

    public Uri ManagementUri => new(_broker.ManagementUrl);

    public Task StartAsync() => Task.WhenAll(Postgres.StartAsync(), Broker.StartAsync());

    public string Database(string name) => _postgres.ConnectionString(name);

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        await _broker.DisposeAsync();
    }
}
