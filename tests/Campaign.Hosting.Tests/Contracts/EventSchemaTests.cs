using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Hosting.Tests.Contracts;

/// <summary>
/// The committed schemas in shared/Campaign.Contracts/Schemas are what other systems were promised.
/// Write them anew with <c>CAMPAIGN_UPDATE_SCHEMAS=1 ./test EventSchema</c>, and read the difference before committing it.
/// </summary>
public sealed class EventSchemaTests
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };
    private static readonly string s_folder = Path.Combine(Repository.Root, "shared", "Campaign.Contracts", "Schemas");

    public static TheoryData<string> Events => [.. Topology.Events.Keys.Order()];

    [Theory]
    [MemberData(nameof(Events))]
    public void Schema_in_the_repository_is_the_schema_of_the_code(string name)
    {
        var file = Path.Combine(s_folder, $"{name}.json");
        var current = SchemaOf(name).ToJsonString(s_json) + "\n";
        if (Environment.GetEnvironmentVariable("CAMPAIGN_UPDATE_SCHEMAS") == "1")
        {
            Directory.CreateDirectory(s_folder);
            File.WriteAllText(file, current);
        }

        File.Exists(file).ShouldBeTrue($"{name} has no committed schema");
        current.ShouldBe(File.ReadAllText(file));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Published_event_keeps_its_promises(string name)
    {
        var promised = JsonNode.Parse(File.ReadAllText(Path.Combine(s_folder, $"{name}.json")))!.AsObject();
        Breaks(promised, SchemaOf(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Committed_schema_belongs_to_an_event()
    {
        var orphans = Directory.GetFiles(s_folder).Select(Path.GetFileNameWithoutExtension).Except(Topology.Events.Keys);
        orphans.ShouldBeEmpty("a published event may not disappear");
    }

    [Fact]
    public void Event_names_its_publisher() =>
        Topology.Events.Values.ShouldAllBe(type => Resources.Services.Contains(Topology.PublisherOf(type)));

    [Theory]
    [InlineData("""{"properties":{"a":{"type":"string"}},"required":["a"]}""", "removed: b")]
    [InlineData("""{"properties":{"a":{"type":"integer"},"b":{"type":["string","null"]}},"required":["a"]}""", "changed: a")]
    [InlineData(
        """{"properties":{"a":{"type":"string"},"b":{"type":["string","null"]},"c":{"type":"string"}},"required":["a","c"]}""",
        "newly required: c"
    )]
    [InlineData("""{"properties":{"a":{"type":"string"},"b":{"type":["string","null"]},"c":{"type":"string"}},"required":["a"]}""", null)]
    public void Comparison_finds_what_breaks_a_reader(string changed, string? expected)
    {
        var promised = JsonNode
            .Parse("""{"properties":{"a":{"type":"string"},"b":{"type":["string","null"]}},"required":["a"]}""")!
            .AsObject();
        Breaks(promised, JsonNode.Parse(changed)!.AsObject()).ShouldBe(expected is null ? [] : [expected]);
    }

    private static JsonObject SchemaOf(string name) =>
        s_json
            .GetJsonSchemaAsNode(Topology.Events[name], new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true })
            .AsObject();

    /// <summary>
    /// A property that is gone or has another type breaks readers; a new required one breaks the events already in the log.
    /// </summary>
    private static List<string> Breaks(JsonObject promised, JsonObject current)
    {
        var before = promised["properties"]!.AsObject();
        var after = current["properties"]!.AsObject();
        return
        [
            .. before.Where(property => !after.ContainsKey(property.Key)).Select(property => $"removed: {property.Key}"),
            .. before
                .Where(property => after.ContainsKey(property.Key) && !JsonNode.DeepEquals(property.Value, after[property.Key]))
                .Select(property => $"changed: {property.Key}"),
            .. Required(current).Except(Required(promised)).Select(name => $"newly required: {name}"),
        ];
    }

    private static IEnumerable<string> Required(JsonObject schema) =>
        schema["required"]?.AsArray().Select(name => name!.GetValue<string>()) ?? [];
}
