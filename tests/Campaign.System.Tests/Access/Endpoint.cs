using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Contracts;

namespace Campaign.System.Tests.Access;

/// <summary>An operation of a service, as its OpenAPI document describes it.</summary>
/// <param name="Roles">Empty: anybody signed in.</param>
/// <param name="Body">Schema of the request body, when it is JSON.</param>
internal sealed record Endpoint(
    string Service,
    HttpMethod Method,
    string Path,
    bool Public,
    IReadOnlyList<string> Roles,
    JsonElement? Body,
    bool TakesText,
    JsonElement Document
)
{
    private const string Says = "Allowed: ";

    public bool IsRead => Method == HttpMethod.Get;

    public override string ToString() => $"{Method} {Service}{Path}";

    /// <summary>Every operation of every service, read through the gateway without a token.</summary>
    public static async Task<IReadOnlyList<Endpoint>> AllAsync(HttpClient anybody)
    {
        List<Endpoint> endpoints = [];
        foreach (var service in Resources.Services)
        {
            var document = await anybody.GetFromJsonAsync<JsonElement>(new Uri($"api/v1/{service}/openapi/v1.json", UriKind.Relative));
            endpoints.AddRange(
                document
                    .GetProperty("paths")
                    .EnumerateObject()
                    .SelectMany(path => path.Value.EnumerateObject().Select(operation => Read(service, path.Name, operation, document)))
            );
        }

        return endpoints;
    }

    private static Endpoint Read(string service, string path, JsonProperty operation, JsonElement document)
    {
        var description = operation.Value.TryGetProperty("description", out var text) ? text.GetString()! : "";
        var at = description.LastIndexOf(Says, StringComparison.Ordinal);
        var allowed = at < 0 ? "" : description[(at + Says.Length)..].TrimEnd('.');
        JsonElement? content = operation.Value.TryGetProperty("requestBody", out var request) ? request.GetProperty("content") : null;
        return new Endpoint(
            service,
            HttpMethod.Parse(operation.Name),
            path,
            Public: !operation.Value.TryGetProperty("security", out _),
            allowed.Length == 0 || allowed.StartsWith("anybody", StringComparison.Ordinal) ? [] : allowed.Split(", "),
            content?.TryGetProperty("application/json", out var json) == true ? json.GetProperty("schema") : null,
            content?.TryGetProperty("text/csv", out _) == true,
            document
        );
    }
}
