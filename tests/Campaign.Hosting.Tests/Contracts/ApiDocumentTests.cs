using System.Text.Json.Nodes;
using Campaign.Testing;

namespace Campaign.Hosting.Tests.Contracts;

/// <summary>The comparison of API documents by the rules of decision 009.</summary>
public sealed class ApiDocumentTests
{
    private const string Promised = """
        {"paths": {"/rooms": {
            "get": {
                "parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer"}}],
                "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Room"}}}}, "400": {}}
            },
            "post": {
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Make"}}}},
                "responses": {"201": {}}
            }}},
         "components": {"schemas": {
            "Room": {"properties": {"name": {"type": "string", "description": "As on its door."}}, "required": ["name"]},
            "Make": {"properties": {"name": {"type": "string"}, "size": {"$ref": "#/components/schemas/Size"}}, "required": ["name"]},
            "Size": {"properties": {"seats": {"type": "integer"}}}}}}
        """;

    [Theory]
    [InlineData("\"/rooms\": {", "\"/halls\": {", "removed: GET /rooms", "removed: POST /rooms")]
    [InlineData("\"name\": \"limit\"", "\"name\": \"most\"", "removed or changed: GET /rooms query limit")]
    [InlineData(
        "\"in\": \"query\", \"schema\"",
        "\"in\": \"query\", \"required\": true, \"schema\"",
        "newly required: GET /rooms query limit"
    )]
    [InlineData("\"schema\": {\"type\": \"integer\"}", "\"schema\": {\"type\": \"string\"}", "removed or changed: GET /rooms query limit")]
    [InlineData("{\"$ref\": \"#/components/schemas/Room\"}", "{\"$ref\": \"#/components/schemas/Make\"}", "changed: GET /rooms 200")]
    [InlineData("{\"$ref\": \"#/components/schemas/Make\"}", "{\"$ref\": \"#/components/schemas/Room\"}", "changed: POST /rooms body")]
    [InlineData("\"Room\": {\"properties\": {\"name\"", "\"Room\": {\"properties\": {\"title\"", "removed: Room.name")]
    [InlineData("{\"seats\": {\"type\": \"integer\"}}", "{\"seats\": {\"type\": \"string\"}}", "changed: Size.seats")]
    [InlineData(
        "{\"seats\": {\"type\": \"integer\"}}",
        "{\"seats\": {\"type\": \"integer\"}}, \"required\": [\"seats\"]",
        "newly required: Size.seats"
    )]
    [InlineData("\"201\": {}", "\"201\": {}, \"409\": {}")]
    [InlineData("As on its door.", "Its name.")]
    [InlineData("\"required\": [\"name\"]},\n    \"Make\"", "\"required\": [\"name\", \"floor\"]},\n    \"Make\"")]
    [InlineData("{\"seats\": {\"type\": \"integer\"}}", "{\"seats\": {\"type\": \"integer\"}, \"aisles\": {\"type\": \"integer\"}}")]
    public void What_breaks_a_client_is_found_and_what_only_grows_is_not(string was, string becomes, params string[] breaks)
    {
        Promised.ShouldContain(was);
        var current = JsonNode.Parse(Promised.Replace(was, becomes, StringComparison.Ordinal))!.AsObject();

        ApiDocuments.Breaks(JsonNode.Parse(Promised)!.AsObject(), current).ShouldBe(breaks, ignoreOrder: true);
    }
}
