using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Api.Problems;

namespace Campaign.Api;

/// <summary>
/// What the typed clients share: an Idempotency-Key on every POST, If-Match on updates, problem details as
/// <see cref="ApiException"/>. The <see cref="HttpClient"/>'s base address is the gateway's origin.
/// </summary>
public abstract class ApiClient(HttpClient http, string service)
{
    /// <summary>One of <see cref="Contracts.Resources"/>.</summary>
    public string Service => service;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Words that the service owns, with all their days. What is held already is given back when nothing changed since.</summary>
    /// <param name="name">E.g. <c>session-kinds</c>; problem <c>no-such-catalogue</c> when the service owns none of this name.</param>
    public Task<Tagged<Catalogue>> CatalogueAsync(string name, Tagged<Catalogue>? held = null, CancellationToken ct = default) =>
        GetTaggedAsync($"catalogues/{name}", held, ct);

    /// <summary>What the caller may begin in the service, and within which units.</summary>
    public Task<IReadOnlyList<MayWithin>> MayAsync(CancellationToken ct = default) => GetAsync<IReadOnlyList<MayWithin>>("may", ct);

    private async Task<Tagged<T>> GetTaggedAsync<T>(string path, Tagged<T>? held, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Uri(path));
        if (held?.Tag is { } tag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        using var response = await http.SendAsync(request, ct);
        if (held is not null && response.StatusCode == HttpStatusCode.NotModified)
        {
            return held;
        }

        await ThrowOnProblemAsync(response, ct);
        return new Tagged<T>((await response.Content.ReadFromJsonAsync<T>(Json, ct))!, response.Headers.ETag?.ToString());
    }

    protected Task<T> GetAsync<T>(string path, CancellationToken ct) => SendAsync<T>(new HttpRequestMessage(HttpMethod.Get, Uri(path)), ct);

    /// <summary>Repeating a POST with the same <paramref name="key"/> has one effect; a fresh key is made when none is given.</summary>
    protected Task<T> PostAsync<T>(string path, object? body, CancellationToken ct, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Uri(path));
        request.Headers.Add("Idempotency-Key", key ?? Guid.CreateVersion7().ToString());
        request.Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body, body.GetType(), options: Json));
        return SendAsync<T>(request, ct);
    }

    /// <summary>Refused with <c>version-changed</c> (412) when somebody else changed the object since <paramref name="version"/>.</summary>
    protected Task<T> PutAsync<T>(string path, long version, object body, CancellationToken ct)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, Uri(path))
        {
            Content = body as HttpContent ?? JsonContent.Create(body, body.GetType(), options: Json),
        };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return SendAsync<T>(request, ct);
    }

    protected async Task<byte[]> GetBytesAsync(string path, CancellationToken ct)
    {
        using var response = await http.GetAsync(Uri(path), ct);
        await ThrowOnProblemAsync(response, ct);
        return await response.Content.ReadAsByteArrayAsync(ct);
    }

    /// <summary>Builds <c>path?name=value&amp;…</c> and leaves out what is null.</summary>
    protected static string Query(string path, params (string Name, object? Value)[] parameters)
    {
        var pairs = parameters.Where(p => p.Value is not null).Select(p => $"{p.Name}={System.Uri.EscapeDataString(Text(p.Value!))}");
        var query = string.Join('&', pairs);
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private static string Text(object value) =>
        value is DateOnly day
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private Uri Uri(string path) => new(ApiAddress.Of(service, path), UriKind.Relative);

    private async Task<T> SendAsync<T>(HttpRequestMessage request, CancellationToken ct)
    {
        using (request)
        using (var response = await http.SendAsync(request, ct))
        {
            await ThrowOnProblemAsync(response, ct);
            return response.Content.Headers.ContentLength == 0 ? default! : (await response.Content.ReadFromJsonAsync<T>(Json, ct))!;
        }
    }

    private static async Task ThrowOnProblemAsync(HttpResponseMessage response, CancellationToken ct)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        var problem = Read(await response.Content.ReadAsStringAsync(ct));
        throw new ApiException(
            response.StatusCode,
            problem?.Type ?? "about:blank",
            problem?.Detail ?? problem?.Title ?? $"{(int)response.StatusCode} {response.ReasonPhrase}",
            problem?.Params,
            problem?.Errors
        );
    }

    private static ProblemDetails? Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<ProblemDetails>(body, Json);
        }
        catch (JsonException)
        {
            // of something in between, which knows no problem details
            return null;
        }
    }

    private sealed record ProblemDetails(
        string? Type,
        string? Title,
        string? Detail,
        IReadOnlyDictionary<string, object?>? Params,
        IReadOnlyList<FieldError>? Errors
    );
}
