using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using Xunit;

namespace Campaign.Testing;

/// <summary>
/// One PostgreSQL and one RabbitMQ for a test assembly: <c>[assembly: AssemblyFixture(typeof(TestServers))]</c>.
/// <c>CAMPAIGN_TEST_SERVERS=containers</c> takes them from a container engine (a missing one then fails the tests), else they
/// are private servers from the machine's packages. Each test class makes databases and virtual hosts of its own.
/// </summary>
public sealed class TestServers : IAsyncLifetime
{
    private static int _made;
    private readonly IServers _servers = Environment.GetEnvironmentVariable("CAMPAIGN_TEST_SERVERS") == "containers"
        ? new ContainerServers()
        : new PackagedServers();

    /// <summary>Takes the database server away and back.</summary>
    public ServerControl Postgres => _servers.Postgres;

    /// <summary>Takes the broker away and back.</summary>
    public ServerControl Broker => _servers.Broker;

    public async ValueTask InitializeAsync() => await _servers.StartAsync();

    public ValueTask DisposeAsync() => _servers.DisposeAsync();

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its Npgsql connection string.</returns>
    public async Task<string> CreateDatabaseAsync(string name = "test")
    {
        var unique = Unique(name);
        await using var source = NpgsqlDataSource.Create(_servers.Database("postgres") + ";Pooling=false");
        await using var command = source.CreateCommand($"create database \"{unique}\"");
        await command.ExecuteNonQueryAsync();
        return _servers.Database(unique);
    }

    /// <summary>Makes an empty virtual host.</summary>
    /// <returns>Its <c>amqp://</c> connection string.</returns>
    public async Task<string> CreateVirtualHostAsync(string name = "test")
    {
        var unique = Unique(name);
        using var http = Management();
        (await http.PutAsync($"api/vhosts/{unique}", null)).EnsureSuccessStatusCode();
        var user = _servers.BrokerUri.UserInfo.Split(':')[0];
        (await http.PutAsJsonAsync($"api/permissions/{unique}/{user}", new { configure = ".*", write = ".*", read = ".*" })).EnsureSuccessStatusCode();
        return $"{_servers.BrokerUri.ToString().TrimEnd('/')}/{unique}";
    }

    /// <summary>Closes every client connection of a virtual host from the broker's side.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> CloseConnectionsAsync(string brokerConnectionString)
    {
        var virtualHost = new Uri(brokerConnectionString).AbsolutePath.Trim('/');
        using var http = Management();
        var closed = 0;
        foreach (var connection in await http.GetFromJsonAsync<JsonElement[]>($"api/vhosts/{virtualHost}/connections") ?? [])
        {
            using var answer = await http.DeleteAsync($"api/connections/{Uri.EscapeDataString(connection.GetProperty("name").GetString()!)}");
            closed += answer.IsSuccessStatusCode ? 1 : 0;
        }

        return closed;
    }

    /// <summary>Names of the queues in a virtual host.</summary>
    public async Task<string[]> QueuesAsync(string brokerConnectionString)
    {
        var virtualHost = new Uri(brokerConnectionString).AbsolutePath.Trim('/');
        using var http = Management();
        var queues = await http.GetFromJsonAsync<JsonElement[]>($"api/queues/{virtualHost}?columns=name") ?? [];
        return [.. queues.Select(queue => queue.GetProperty("name").GetString()!)];
    }

    private HttpClient Management()
    {
        var uri = _servers.ManagementUri;
        var http = new HttpClient { BaseAddress = new Uri($"{uri.Scheme}://{uri.Host}:{uri.Port}/"), Timeout = TimeSpan.FromSeconds(10) };
        http.DefaultRequestHeaders.Authorization = new("Basic",
            Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Uri.UnescapeDataString(uri.UserInfo))));
        return http;
    }

    private static string Unique(string name) => $"{name}-{Environment.ProcessId}-{Interlocked.Increment(ref _made)}";
}
