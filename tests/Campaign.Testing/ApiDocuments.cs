using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaign.Testing;

/// <summary>
/// The committed documents in shared/Campaign.Api/OpenApi are what integrators were promised (decision 009). Write them anew with
/// <c>CAMPAIGN_UPDATE_DOCUMENTS=1 ./test ApiContract</c>; what breaks a client is only written with <c>=breaking</c>.
/// </summary>
public static class ApiDocuments
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private static readonly string s_folder = Path.Combine(Repository.Root, "shared", "Campaign.Api", "OpenApi");

    /// <returns>What of the service's document is not as it was promised; empty when all is.</returns>
    /// <param name="anybody">With the service's address as its base.</param>
    public static async Task<IReadOnlyList<string>> CompareAsync(string service, HttpClient anybody)
    {
        var current = JsonNode.Parse(await anybody.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!.AsObject();
        var file = Path.Combine(s_folder, $"{service}.json");
        var promised = File.Exists(file) ? JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject() : [];
        var breaks = Breaks(promised, current);
        var update = Environment.GetEnvironmentVariable("CAMPAIGN_UPDATE_DOCUMENTS");
        if (update == "breaking" || (update == "1" && breaks.Count == 0))
        {
            Directory.CreateDirectory(s_folder);
            await File.WriteAllTextAsync(file, current.ToJsonString(s_json) + "\n");
            return [];
        }

        return breaks.Count > 0 || JsonNode.DeepEquals(promised, current)
            ? breaks
            : [$"{file} is not the document of the code. Run with CAMPAIGN_UPDATE_DOCUMENTS=1 and read the difference."];
    }

    /// <summary>What a client that was written against the promised document may trip over.</summary>
    public static IReadOnlyList<string> Breaks(JsonObject promised, JsonObject current) =>
        [.. BrokenOperations(promised, current), .. BrokenSchemas(promised, current)];

    private static IEnumerable<string> BrokenOperations(JsonObject promised, JsonObject current)
    {
        var operations = Operations(current).ToDictionary(operation => operation.Name, operation => operation.Value);
        foreach (var (name, before) in Operations(promised))
        {
            if (!operations.TryGetValue(name, out var after))
            {
                yield return $"removed: {name}";
                continue;
            }

            var (had, has) = (Parameters(before), Parameters(after));
            foreach (
                var parameter in had.Keys.Where(parameter =>
                    !JsonNode.DeepEquals(had[parameter]["schema"], has.GetValueOrDefault(parameter)?["schema"])
                )
            )
            {
                yield return $"removed or changed: {name} {parameter}";
            }

            foreach (
                var parameter in has.Keys.Where(parameter =>
                    IsRequired(has[parameter]) && !(had.TryGetValue(parameter, out var old) && IsRequired(old))
                )
            )
            {
                yield return $"newly required: {name} {parameter}";
            }

            if (!JsonNode.DeepEquals(SchemaOf(before["requestBody"]), SchemaOf(after["requestBody"])))
            {
                yield return $"changed: {name} body";
            }

            foreach (var (status, answer) in before["responses"]!.AsObject().Where(answer => answer.Key.StartsWith('2')))
            {
                if (!JsonNode.DeepEquals(SchemaOf(answer), SchemaOf(after["responses"]![status])))
                {
                    yield return $"changed: {name} {status}";
                }
            }
        }
    }

    private static IEnumerable<string> BrokenSchemas(JsonObject promised, JsonObject current)
    {
        var (before, after) = (Schemas(promised), Schemas(current));
        var sent = Sent(current);
        foreach (var (name, schema) in before.Where(schema => after.ContainsKey(schema.Key)))
        {
            var (had, has) = (Properties(schema!), Properties(after[name]!));
            foreach (var (property, value) in had)
            {
                if (!has.TryGetPropertyValue(property, out var now))
                {
                    yield return $"removed: {name}.{property}";
                }
                else if (!JsonNode.DeepEquals(WithoutWords(value), WithoutWords(now)))
                {
                    yield return $"changed: {name}.{property}";
                }
            }

            if (sent.Contains(name))
            {
                foreach (var property in Required(after[name]!).Except(Required(schema!)))
                {
                    yield return $"newly required: {name}.{property}";
                }
            }
        }
    }

    private static IEnumerable<(string Name, JsonNode Value)> Operations(JsonObject document) =>
        from path in document["paths"]?.AsObject() ?? []
        from operation in path.Value!.AsObject()
        select ($"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value!);

    private static Dictionary<string, JsonNode> Parameters(JsonNode operation) =>
        (operation["parameters"]?.AsArray() ?? []).ToDictionary(
            parameter => $"{parameter!["in"]} {parameter["name"]}",
            parameter => parameter!
        );

    private static bool IsRequired(JsonNode parameter) => parameter["required"]?.GetValue<bool>() == true;

    private static JsonNode? SchemaOf(JsonNode? message) => message?["content"]?.AsObject().FirstOrDefault().Value?["schema"];

    private static JsonObject Schemas(JsonObject document) => document["components"]?["schemas"]?.AsObject() ?? [];

    private static JsonObject Properties(JsonNode schema) => schema["properties"]?.AsObject() ?? [];

    private static IEnumerable<string> Required(JsonNode schema) =>
        schema["required"]?.AsArray().Select(name => name!.GetValue<string>()) ?? [];

    // the schemas that requests are made of: only there does a new required property break anybody
    private static HashSet<string> Sent(JsonObject document)
    {
        var found = new HashSet<string>();
        var open = new Queue<JsonNode?>(Operations(document).Select(operation => operation.Value["requestBody"]));
        while (open.TryDequeue(out var node))
        {
            foreach (var name in References(node).Where(found.Add))
            {
                open.Enqueue(Schemas(document)[name]);
            }
        }

        return found;
    }

    private static IEnumerable<string> References(JsonNode? node) =>
        node switch
        {
            JsonObject some when some["$ref"] is { } reference => [reference.GetValue<string>().Split('/')[^1]],
            JsonObject some => some.SelectMany(property => References(property.Value)),
            JsonArray list => list.SelectMany(References),
            _ => [],
        };

    private static JsonNode? WithoutWords(JsonNode? node)
    {
        if (node is not JsonObject schema)
        {
            return node;
        }

        var bare = schema.DeepClone().AsObject();
        bare.Remove("description");
        bare.Remove("examples");
        return bare;
    }
}
