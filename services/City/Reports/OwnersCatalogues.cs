using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Campaign.Api;

namespace Campaign.City.Reports;

/// <summary>
/// Catalogues of the services that own them, read when a document names their codes. A copy is asked about again after a minute; while
/// its owner does not answer it is used as it is, and without one the document shows codes: a report is no less true for that.
/// </summary>
internal sealed partial class OwnersCatalogues(IHttpClientFactory clients, TimeProvider time, ILogger<OwnersCatalogues> logger)
{
    /// <summary>Somebody waits for the document.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<CatalogueName, Copy> _copies = new();

    /// <summary>The name of the HTTP client that asks a service.</summary>
    public static string Client(string service) => $"catalogues-{service}";

    public async Task<ReportWords> ReadAsync(IReadOnlyList<CatalogueName> names, DateOnly day, CancellationToken ct)
    {
        var read = await Task.WhenAll(names.Select(async name => (name, Catalogue: await ReadAsync(name, ct))));
        return new ReportWords([.. read.Where(one => one.Catalogue is not null).Select(one => (one.name, one.Catalogue!))], day);
    }

    private async Task<Catalogue?> ReadAsync(CatalogueName name, CancellationToken ct)
    {
        var copy = _copies.GetValueOrDefault(name);
        if (copy is not null && time.GetUtcNow() - copy.AskedAt < s_fresh)
        {
            return copy.Catalogue;
        }

        try
        {
            copy = await AskAsync(name, copy, ct);
            _copies[name] = copy;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or JsonException)
        {
            ct.ThrowIfCancellationRequested();
            Unread(name.Service, name.Name, exception.Message);
        }

        return copy?.Catalogue;
    }

    private async Task<Copy> AskAsync(CatalogueName name, Copy? copy, CancellationToken ct)
    {
        using var http = clients.CreateClient(Client(name.Service));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"catalogues/{name.Name}");
        if (copy?.Tag is { } tag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        using var response = await http.SendAsync(request, ct);
        if (copy is not null && response.StatusCode == HttpStatusCode.NotModified)
        {
            return copy with { AskedAt = time.GetUtcNow() };
        }

        var catalogue = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Catalogue>(ct);
        return new Copy(catalogue!, response.Headers.ETag?.ToString(), time.GetUtcNow());
    }

    [LoggerMessage(LogLevel.Warning, "The catalogue {Catalogue} of {Service} cannot be read: {Reason}")]
    private partial void Unread(string service, string catalogue, string reason);

    private sealed record Copy(Catalogue Catalogue, string? Tag, DateTimeOffset AskedAt);
}
