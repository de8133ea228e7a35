using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Microsoft.AspNetCore.Http;

namespace Campaign.Hosting.Tests;

public sealed class RequiredFieldsTests
{
    private static readonly JsonSerializerOptions s_requests = Requests();

    [Theory]
    [InlineData("""{}""", "The body lacks 'unitId', 'title', 'lines'. Send every field that the API document calls required.")]
    [InlineData("""{"title": "T", "lines": []}""", "The body lacks 'unitId'. Send every field that the API document calls required.")]
    [InlineData(
        """{"unitId": "0197fe4e-59f2-7000-8000-000000000000", "title": "T", "lines": [{}]}""",
        "The body lacks 'lines[0].what'. Send every field that the API document calls required."
    )]
    [InlineData(
        """{"unitId": "0197fe4e-59f2-7000-8000-000000000000", "title": null, "lines": []}""",
        "'title' must not be null. Give it a value, as the API document says."
    )]
    [InlineData(
        """{"unitId": "0197fe4e-59f2-7000-8000-000000000000", "title": "T", "lines": [{"what": null}]}""",
        "'lines[0].what' must not be null. Give it a value, as the API document says."
    )]
    [InlineData(
        """{"unitId": "0197fe4e-59f2-7000-8000-000000000000", "title": "T", "lines": [], "kind": null}""",
        "'kind' must not be null. Give it a value, as the API document says."
    )]
    [InlineData(
        """{"unitId": "0197fe4e-59f2-7000-8000-000000000000", "title": "T", "lines": [], "tags": null}""",
        "'tags' must not be null. Give it a value, as the API document says."
    )]
    [InlineData(
        """{"unitId": "0197fe4e-59f2-7000-8000-000000000000", "title": "T", "lines": [null]}""",
        "'lines' must not hold null. Leave that entry out."
    )]
    [InlineData(
        """{"unitId": null, "title": "T", "lines": []}""",
        "'unitId' has a value that it cannot take (line 1, character 16). Check it against the API document."
    )]
    public void What_a_record_demands_is_refused_when_it_is_missing_or_null(string body, string told)
    {
        var unfit = Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Sent>(body, s_requests));

        BadRequests.Explain(new BadHttpRequestException("x", unfit)).ShouldBe(told);
    }

    [Theory]
    [InlineData("""{"unitId": "0197fe4e-59f2-7000-8000-000000000000", "title": "T", "lines": [{"what": "W"}]}""")]
    [InlineData(
        """{"unitId": "0197fe4e-59f2-7000-8000-000000000000", "title": "T", "lines": [], "on": null, "more": "of a later version"}"""
    )]
    public void What_is_nullable_or_has_a_default_may_be_left_out(string body)
    {
        var sent = JsonSerializer.Deserialize<Sent>(body, s_requests)!;

        (sent.On, sent.Kind, sent.Tags.Count).ShouldBe((null, "usual", 0));
    }

    [Fact]
    public void Answers_are_written_as_they_are() =>
        JsonSerializer.Serialize(new Line(null!, 1), s_requests).ShouldBe("""{"what":null,"amount":1}""");

    private static JsonSerializerOptions Requests()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        RequestJson.Configure(options);
        return options;
    }

    private sealed record Sent(Guid UnitId, DateOnly? On, string Title, IReadOnlyList<Line> Lines, string Kind = "usual")
    {
        public IReadOnlyList<string> Tags { get; init; } = [];
    }

    private sealed record Line(string What, int? Amount);
}
