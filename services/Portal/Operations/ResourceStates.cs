using System.Text.Json;
using Campaign.Contracts;
using Campaign.Portal.Calls;

namespace Campaign.Portal.Operations;

/// <summary>A resource of the app model and how it is.</summary>
/// <param name="State"><c>healthy</c>, <c>unhealthy</c> or what the app host calls it.</param>
/// <param name="Findings">What its checks say, or how it ended.</param>
/// <param name="Restarts">Since the start of the system; null where nobody counts them here.</param>
/// <param name="LastFailure">How it last ended without being asked to; it may be well since.</param>
public sealed record ResourceState(
    string Name,
    string Kind,
    string State,
    string? Url,
    IReadOnlyList<Finding> Findings,
    int? Restarts = null,
    ResourceFailure? LastFailure = null
);

/// <param name="At">UTC.</param>
public sealed record ResourceFailure(DateTimeOffset At, Finding What);

/// <summary>Asks every replica for its health, and takes in what the app host wrote of the other resources.</summary>
public sealed class ResourceStates(ServiceAddresses addresses, IHttpClientFactory clients, IConfiguration configuration)
{
    /// <summary>Connections to fixed addresses, without a token.</summary>
    public const string Probes = "probes";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    public async Task<IReadOnlyList<ResourceState>> ReadAsync(CancellationToken ct)
    {
        var probed = await Task.WhenAll(
            Resources.Services.SelectMany(service =>
                addresses
                    .Of(service)
                    .Select((address, replica) => ProbeAsync(replica == 0 ? service : $"{service}-{replica + 1}", address, ct))
            )
        );
        var hosted = (await HostedAsync(ct)).ToDictionary(state => state.Name);
        var known = probed.Select(state => state.Name).ToHashSet();
        return
        [
            .. hosted.Values.Where(state => !known.Contains(state.Name)),
            .. probed.Select(state => hosted.TryGetValue(state.Name, out var host) ? Together(state, host) : state),
        ];
    }

    // of a process that runs its own health tells most; of one that does not, whoever runs it knows why
    private static ResourceState Together(ResourceState probed, ResourceState hosted) =>
        hosted.State is "healthy" or "unhealthy" or "running"
            ? probed with
            {
                Restarts = hosted.Restarts,
                LastFailure = hosted.LastFailure,
            }
            : hosted;

    private async Task<ResourceState> ProbeAsync(string name, Uri address, CancellationToken ct)
    {
        try
        {
            using var http = clients.CreateClient(Probes);
            using var response = await http.GetAsync(new Uri(address, "health"), ct);
            using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(ct));
            var status = document.RootElement.TryGetProperty("status", out var text) ? text.GetString() ?? "" : "";
            return new ResourceState(name, "service", status.ToLowerInvariant(), address.ToString(), FindingsOf(document.RootElement));
        }
        catch (Exception exception)
            when (exception is HttpRequestException or JsonException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return new ResourceState(name, "service", "unhealthy", address.ToString(), [new Finding("no-answer", "It does not answer.")]);
        }
    }

    private static List<Finding> FindingsOf(JsonElement health) =>
        health.TryGetProperty("checks", out var checks) && checks.ValueKind == JsonValueKind.Object
            ? [.. checks.EnumerateObject().SelectMany(check => FindingsOf(check.Name, check.Value))]
            : [];

    private static List<Finding> FindingsOf(string name, JsonElement check) =>
        check.TryGetProperty(Finding.Key, out var said) && said.Deserialize<List<Finding>>(s_json) is { Count: > 0 } findings ? findings
        : check.TryGetProperty("description", out var text) && text.GetString() is { Length: > 0 } sentence ? [new Finding(name, sentence)]
        : [];

    /// <summary>
    /// Every process, from the file that the app host keeps of its orchestrator's notifications; elsewhere there is none.
    /// </summary>
    private async Task<IEnumerable<ResourceState>> HostedAsync(CancellationToken ct)
    {
        if (configuration["Operations:ResourcesFile"] is not { Length: > 0 } file || !File.Exists(file))
        {
            return [];
        }

        try
        {
            await using var stream = File.OpenRead(file);
            var board = await JsonSerializer.DeserializeAsync<HostBoard>(stream, s_json, ct);
            return (board?.Resources ?? []).Select(line => new ResourceState(
                line.Name,
                line.Kind ?? "",
                line.State ?? "",
                line.Url,
                line.Detail is { } detail ? [detail] : [],
                line.Restarts,
                line.LastFailure
            ));
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            return [];
        }
    }

    private sealed record HostBoard(IReadOnlyList<HostLine>? Resources);

    private sealed record HostLine(
        string Name,
        string? Kind,
        string? State,
        string? Url,
        Finding? Detail,
        int Restarts,
        ResourceFailure? LastFailure
    );
}
