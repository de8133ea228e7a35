using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using Xunit;

namespace Campaign.Testing;

/// <summary>
/// One PostgreSQL and one RabbitMQ for a test assembly: <c>[assembly: AssemblyFixture(typeof(TestServers))]</c>. In a run of
/// <c>./test</c> all assemblies share theirs; one that runs by itself starts its own when a test first asks for something.
/// <c>CAMPAIGN_TEST_SERVERS=containers</c> takes them from a container engine (a missing one then fails the tests), else they
/// come from the machine's packages. Each test class makes databases and virtual hosts of its own.
/// </summary>
public class TestServers : IAsyncLifetime
{
    private static int _made;
    private readonly IServers _servers;
    private readonly Lazy<Task> _started;
    private readonly ConcurrentBag<string> _virtualHosts = [];

    public TestServers()
        : this(SharedServers.OfThisRun() ?? (IServers)OwnServers.Make()) { }

    private protected TestServers(IServers servers)
    {
        _servers = servers;
        _started = new Lazy<Task>(servers.StartAsync);
    }

    /// <summary>Nothing is started before a test needs it: an assembly's rules are tested without.</summary>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated)
        {
            await RemoveVirtualHostsAsync();
            await _servers.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its Npgsql connection string.</returns>
    public async Task<string> CreateDatabaseAsync(string name = "test")
    {
        await _started.Value;
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
        await _started.Value;
        var unique = Unique(name);
        using var http = Management();
        (await http.PutAsync($"api/vhosts/{unique}", null)).EnsureSuccessStatusCode();
        var user = _servers.BrokerUri.UserInfo.Split(':')[0];
        (
            await http.PutAsJsonAsync(
                $"api/permissions/{unique}/{user}",
                new
                {
                    configure = ".*",
                    write = ".*",
                    read = ".*",
                }
            )
        ).EnsureSuccessStatusCode();
        _virtualHosts.Add(unique);
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
            using var answer = await http.DeleteAsync(
                $"api/connections/{Uri.EscapeDataString(connection.GetProperty("name").GetString()!)}"
            );
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

    /// <summary>Queues that nobody uses any more would cost the other projects of the run processor time.</summary>
    private async Task RemoveVirtualHostsAsync()
    {
        if (_servers is SharedServers)
        {
            using var http = Management();
            foreach (var virtualHost in _virtualHosts)
            {
                using var answer = await http.DeleteAsync($"api/vhosts/{virtualHost}");
            }
        }
    }

    private HttpClient Management()
    {
        var uri = _servers.ManagementUri;
        var http = new HttpClient { BaseAddress = new Uri($"{uri.Scheme}://{uri.Host}:{uri.Port}/"), Timeout = TimeSpan.FromSeconds(10) };
        http.DefaultRequestHeaders.Authorization = new(
            "Basic",
            Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Uri.UnescapeDataString(uri.UserInfo)))
        );
        return http;
    }

    private static string Unique(string name) => $"{name}-{Environment.ProcessId}-{Interlocked.Increment(ref _made)}";
}
