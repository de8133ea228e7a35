using System.Text.Json;
using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.Http;

namespace Campaign.Hosting.Tests;

public sealed class BadRequestsTests
{
    [Theory]
    [InlineData(
        "Failed to bind parameter \"Nullable<int> Limit\" from \"abc\".",
        "'limit' cannot be 'abc'. Check it against the API document."
    )]
    [InlineData("Required parameter \"string Under\" was not provided from query string.", "'under' is needed in the query string.")]
    [InlineData(
        "Implicit body inferred for parameter \"request\" but no body was provided. Did you mean to use a Service instead?",
        "The request needs a JSON body. See the API document."
    )]
    public void What_the_framework_says_is_told_in_words_of_the_api(string message, string told) =>
        BadRequests.Explain(new BadHttpRequestException(message)).ShouldBe(told);

    [Theory]
    [InlineData("{\"on\": \"soon\"}", "'on' has a value that it cannot take (line 1, character 14).")]
    [InlineData("[1]", "The body is not the JSON that this address takes (line 1, character 2).")]
    [InlineData("no json", "The body is not the JSON that this address takes (line 1, character 2).")]
    public void A_body_that_cannot_be_read_is_told_with_its_place(string body, string told)
    {
        var unreadable = Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Dated>(body, JsonSerializerOptions.Web));

        BadRequests.Explain(new BadHttpRequestException("x", unreadable)).ShouldStartWith(told);
    }

    private sealed record Dated(DateOnly On);
}
