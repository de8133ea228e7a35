using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Testing;

/// <summary>Sends <c>{}</c> to every endpoint of a service whose record demands a field, and expects a refusal that names one.</summary>
public static partial class EmptyBodies
{
    /// <param name="services">Of the service.</param>
    /// <param name="almighty">With a token that passes every access rule.</param>
    /// <returns>How many endpoints were asked, and what was wrong where.</returns>
    public static async Task<(int Asked, IReadOnlyList<string> Wrong)> SendAsync(IServiceProvider services, HttpClient almighty)
    {
        var asked = 0;
        List<string> wrong = [];
        var document = await almighty.GetFromJsonAsync<JsonElement>(new Uri("/openapi/v1.json", UriKind.Relative));
        foreach (var (method, route, body) in Bodies(services))
        {
            var demanded = Demanded(body).ToList();
            if (demanded.Count == 0)
            {
                continue;
            }

            asked++;
            using var request = new HttpRequestMessage(
                new HttpMethod(method),
                new Uri(Placeholder().Replace(route, Filled), UriKind.Relative)
            )
            {
                Content = JsonContent.Create(new { }),
            };
            request.Headers.TryAddWithoutValidation("If-Match", "*");
            using var response = await almighty.SendAsync(request);
            var answer = await response.Content.ReadAsStringAsync();
            if (
                (int)response.StatusCode != 400
                || !answer.Contains("urn:campaign:problem:invalid-request", StringComparison.Ordinal)
                || !demanded.Exists(field => answer.Contains($"'{field}'", StringComparison.Ordinal))
            )
            {
                wrong.Add($"{method} {route} demands {string.Join(", ", demanded)}: {(int)response.StatusCode} {answer}");
            }

            if (Documented(document, body) is { } documented && !documented.Order().SequenceEqual(demanded.Order()))
            {
                wrong.Add($"{method} {route} demands {string.Join(", ", demanded)}, its document {string.Join(", ", documented)}");
            }
        }

        return (asked, wrong);
    }

    private static IEnumerable<(string Method, string Route, Type Body)> Bodies(IServiceProvider services) =>
        from endpoint in services
            .GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Distinct()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        where method is "POST" or "PUT" or "PATCH"
        let body = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()
        where body?.RequestType is not null && body.ContentTypes.Contains("application/json")
        select (method, $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}", body.RequestType!);

    /// <summary>What the record's constructor takes that is neither nullable nor has a default.</summary>
    private static IEnumerable<string> Demanded(Type body)
    {
        var nullability = new NullabilityInfoContext();
        return from parameter in body.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)?.GetParameters() ?? []
            where
                !parameter.HasDefaultValue
                && nullability.Create(parameter).WriteState != NullabilityState.Nullable
                && body.GetProperty(parameter.Name!) is not null
            select JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
    }

    /// <summary>What the API document calls required; null when the body is a list and has no schema of its own.</summary>
    private static List<string>? Documented(JsonElement document, Type body) =>
        !document.GetProperty("components").GetProperty("schemas").TryGetProperty(body.Name, out var schema) ? null
        : schema.TryGetProperty("required", out var required) ? [.. required.EnumerateArray().Select(name => name.GetString()!)]
        : [];

    private static string Filled(Match hole) =>
        hole.Value.Contains("long", StringComparison.Ordinal) ? "1"
        : hole.Value.Contains("day", StringComparison.Ordinal) ? "2030-01-03"
        : Guid.Empty.ToString();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();
}
