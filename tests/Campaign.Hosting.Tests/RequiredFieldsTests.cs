using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Campaign.Hosting.Requests;

namespace Campaign.Hosting.Tests;

public sealed class RequiredFieldsTests
{
    private static readonly JsonSerializerOptions s_requests = Requests();

    [Theory]
    [InlineData("{}", "unitId required", "title required", "lines required")]
    [InlineData("""{"title": "T", "lines": []}""", "unitId required")]
    [InlineData("""{"unitId": "0197fe4e-59f2-7000-8000-000000000000", "title": "T", "lines": [{}]}""", "lines[0].what required")]
    [InlineData("""{"unitId": "0197fe4e-59f2-7000-8000-000000000000", "title": null, "lines": []}""", "title must-not-be-null")]
    [InlineData(
        """{"unitId": "0197fe4e-59f2-7000-8000-000000000000", "title": "T", "lines": [{"what": null}]}""",
        "lines[0].what must-not-be-null"
    )]
    [InlineData("""{"unitId": "0197fe4e-59f2-7000-8000-000000000000", "title": "T", "lines": [], "kind": null}""", "kind must-not-be-null")]
    [InlineData("""{"unitId": "0197fe4e-59f2-7000-8000-000000000000", "title": "T", "lines": [], "tags": null}""", "tags must-not-be-null")]
    [InlineData("""{"unitId": "0197fe4e-59f2-7000-8000-000000000000", "title": "T", "lines": [null]}""", "lines[0] null-in-list")]
    [InlineData("""{"unitId": null, "title": "T", "lines": []}""", "unitId must-not-be-null")]
    [InlineData(
        """{"unitId": "0197fe4e-59f2-7000-8000-000000000000", "titel": "T", "lines": [{"what": "W", "amout": 1}]}""",
        "titel unknown",
        "title required",
        "lines[0].amout unknown"
    )]
    [InlineData(
        """{"unitId": "soon", "on": "2022-02-30", "title": 7, "lines": [{"what": "W", "amount": "1"}]}""",
        "unitId unreadable",
        "on unreadable",
        "title unreadable",
        "lines[0].amount unreadable"
    )]
    [InlineData("[1]", " unreadable")]
    [InlineData("no json", " no-json")]
    [InlineData(" ", " body-missing")]
    public void What_a_record_does_not_take_is_named_field_by_field(string body, params string[] told)
    {
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Sent>(body, s_requests));

        WrongBody
            .Find(Encoding.UTF8.GetBytes(body), typeof(Sent), s_requests)
            .Select(error => $"{error.Field} {error.Code}")
            .ShouldBe(told);
    }

    [Fact]
    public void A_sentence_names_the_field_and_its_place() =>
        WrongBody
            .Find(
                """{"unitId": "0197fe4e-59f2-7000-8000-000000000000", "title": "T", "lines": [{}]}"""u8.ToArray(),
                typeof(Sent),
                s_requests
            )
            .Single()
            .Detail.ShouldBe("'lines[0].what' is missing. Send every field that the API document calls required.");

    [Theory]
    [InlineData("""{"unitId": "0197fe4e-59f2-7000-8000-000000000000", "title": "T", "lines": [{"what": "W"}]}""")]
    [InlineData("""{"unitId": "0197fe4e-59f2-7000-8000-000000000000", "title": "T", "lines": [], "on": null}""")]
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
