using Campaign.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaign.Messaging.Tests;

/// <summary>A virtual host and databases of its own for each test, and its services stopped at the end.</summary>
public abstract class MessagingTest(TestServers servers) : IAsyncLifetime
{
    private readonly List<TestService> _services = [];
    private readonly Dictionary<string, string> _databases = [];

    protected TestServers Servers { get; } = servers;

    protected string Broker { get; private set; } = "";

    public virtual async ValueTask InitializeAsync() => Broker = await Servers.CreateVirtualHostAsync("messaging");

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Enumerable.Reverse(_services))
        {
            await service.DisposeAsync();
        }

        NpgsqlConnection.ClearAllPools();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts a service; a second start under the same name is a replica on the same database.</summary>
    private protected async Task<TestService> StartAsync(
        string service,
        Action<MessagingBuilder>? projections = null,
        Action<IConfiguration>? settings = null,
        Action<IServiceCollection>? services = null
    )
    {
        var started = await TestService.StartAsync(service, await DatabaseAsync(service), Broker, projections, settings, services);
        _services.Add(started);
        return started;
    }

    protected async Task<string> DatabaseAsync(string service)
    {
        if (!_databases.TryGetValue(service, out var database))
        {
            database = await Servers.CreateDatabaseAsync(service);
            _databases.Add(service, database);
            await using var source = NpgsqlDataSource.Create(database + ";Pooling=false");
            await using var command = source.CreateCommand(TestDb.Tables);
            await command.ExecuteNonQueryAsync();
        }

        return database;
    }
}
