using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Campaign.Api;

namespace Campaign.Portal.Live;

/// <summary>Where changes are heard.</summary>
public interface IChangeSource
{
    /// <summary>
    /// What a service commits from the first item on; null says only that it is there. Ends, or fails, when something may have been missed.
    /// </summary>
    IAsyncEnumerable<Change?> ReadAsync(string service, CancellationToken ct);
}

/// <summary>Reads a service's <c>GET /changes</c>, as the Portal itself.</summary>
internal sealed class ChangeReader(IHttpClientFactory clients) : IChangeSource
{
    /// <summary>The connections that stay open.</summary>
    public const string Connections = "changes";

    private static readonly TimeSpan s_silence = 3 * Change.Beat;

    public async IAsyncEnumerable<Change?> ReadAsync(string service, [EnumeratorCancellation] CancellationToken ct)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(ct);
        silence.CancelAfter(s_silence);
        using var http = clients.CreateClient(Connections);
        using var response = await http.GetAsync(
            new Uri($"http://{service}/{Change.Stream}"),
            HttpCompletionOption.ResponseHeadersRead,
            silence.Token
        );
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(silence.Token);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(silence.Token))
        {
            silence.CancelAfter(s_silence);
            yield return item.EventType == Change.EventType
                ? JsonSerializer.Deserialize<Change>(item.Data, JsonSerializerOptions.Web)
                : null;
        }
    }
}
