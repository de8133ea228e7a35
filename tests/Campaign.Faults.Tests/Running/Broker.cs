using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Faults.Tests;

/// <summary>The broker as its administrator sees it, through the management API.</summary>
public sealed class Broker : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="url">With user and password.</param>
    public Broker(string url)
    {
        var address = new UriBuilder(url);
        _http = new HttpClient { BaseAddress = new Uri($"http://{address.Host}:{address.Port}/api/"), Timeout = TimeSpan.FromSeconds(10) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{address.UserName}:{Uri.UnescapeDataString(address.Password)}"))
        );
    }

    /// <summary>
    /// The system's own: user and password are those of the services' connection, the port is what the broker's folder
    /// remembers. No service is told where the management API is.
    /// </summary>
    public static Broker Of(CampaignSystem system)
    {
        var connection = new Uri(ServiceProcess.EnvironmentOf(system, Resources.City)[$"ConnectionStrings__{Resources.RabbitMq}"]);
        using var state = JsonDocument.Parse(File.ReadAllText(Path.Combine(system.DataFolder, Resources.RabbitMq, "server.json")));
        var port = state.RootElement.GetProperty("Ports").GetProperty("management").GetInt32();
        return new Broker($"http://{connection.UserInfo}@{connection.Host}:{port}");
    }

    /// <summary>
    /// Ready and unacknowledged messages by queue, as the broker counted them at most five seconds ago; null while the broker has not
    /// counted a queue yet, e.g. just after its start.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, long?>> DepthsAsync() =>
        (await QueuesAsync()).ToDictionary(
            queue => queue.GetProperty("name").GetString()!,
            queue => queue.TryGetProperty("messages", out var messages) ? messages.GetInt64() : (long?)null
        );

    /// <summary>How often the broker had to hand a message of the service's queues out again.</summary>
    public async Task<long> RedeliveredAsync(string service) =>
        (await QueuesAsync())
            .Where(queue => queue.GetProperty("name").GetString()!.StartsWith($"{service}.", StringComparison.Ordinal))
            .Sum(queue =>
                queue.TryGetProperty("message_stats", out var stats) && stats.TryGetProperty("redeliver", out var count)
                    ? count.GetInt64()
                    : 0
            );

    /// <summary>Puts a body into a queue, past every exchange.</summary>
    public async Task PublishAsync(string queue, string body)
    {
        using var answer = await _http.PostAsJsonAsync(
            new Uri("exchanges/%2F/amq.default/publish", UriKind.Relative),
            new
            {
                routing_key = queue,
                payload = body,
                payload_encoding = "string",
                properties = new { delivery_mode = 2 },
            }
        );
        answer.EnsureSuccessStatusCode();
        (await answer.Content.ReadFromJsonAsync<JsonElement>())
            .GetProperty("routed")
            .GetBoolean()
            .ShouldBeTrue($"the queue {queue} is not there");
    }

    /// <summary>Closes every client's connection from the broker's side.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> CloseConnectionsAsync()
    {
        var closed = 0;
        foreach (var connection in await _http.GetFromJsonAsync<JsonElement[]>(new Uri("connections", UriKind.Relative)) ?? [])
        {
            using var answer = await _http.DeleteAsync(
                new Uri($"connections/{Uri.EscapeDataString(connection.GetProperty("name").GetString()!)}", UriKind.Relative)
            );
            closed += answer.IsSuccessStatusCode ? 1 : 0;
        }

        return closed;
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement[]> QueuesAsync() =>
        await _http.GetFromJsonAsync<JsonElement[]>(new Uri("queues", UriKind.Relative)) ?? [];
}
