using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Campaign.Hosting.Problems;

/// <summary>What the framework could not read, in words of the API: no types and parameters of ours.</summary>
public static partial class BadRequests
{
    public static string Explain(BadHttpRequestException bad) =>
        bad.InnerException switch
        {
            UnfitBody unfit => unfit.Explain(),
            JsonException json when Lacking().Match(json.Message) is { Success: true } lacking =>
                $"The body lacks {Fields(json, lacking)}. Send every field that the API document calls required.",
            JsonException { Path: { } path } json when path.Length > 2 =>
                $"'{path[2..]}' has a value that it cannot take{Place(json)}. Check it against the API document.",
            JsonException json => $"The body is not the JSON that this address takes{Place(json)}. Check it against the API document.",
            _ when Unreadable().Match(bad.Message) is { Success: true } named =>
                $"'{Field(named)}' cannot be '{named.Groups["value"].Value}'. Check it against the API document.",
            _ when Missing().Match(bad.Message) is { Success: true } named =>
                $"'{Field(named)}' is needed in the {named.Groups["place"].Value}.",
            _ when bad.Message.Contains("body", StringComparison.Ordinal) => "The request needs a JSON body. See the API document.",
            _ => "The request could not be read. Check it against the API document.",
        };

    private static string Place(JsonException json) =>
        json.LineNumber is { } line
            ? string.Create(CultureInfo.InvariantCulture, $" (line {line + 1}, character {json.BytePositionInLine + 1})")
            : "";

    /// <summary>The path of the object that was being read, to put before the name of one of its fields.</summary>
    internal static string Within(JsonException json) => json.Path is { Length: > 1 } path ? $"{path[1..].TrimStart('.')}." : "";

    private static string Fields(JsonException json, Match lacking) =>
        string.Join(", ", lacking.Groups["name"].Captures.Select(name => $"'{Within(json)}{name.Value}'"));

    private static string Field(Match named) => JsonNamingPolicy.CamelCase.ConvertName(named.Groups["name"].Value);

    // the framework stops naming them after some fifty characters
    [GeneratedRegex("^JSON deserialization for type '.*' was missing required properties including: ('(?<name>[^']+)'[,.] ?)+$")]
    private static partial Regex Lacking();

    [GeneratedRegex("""^Failed to bind parameter ".*? ?(?<name>\w+)" from "(?<value>.*)"\.$""")]
    private static partial Regex Unreadable();

    [GeneratedRegex("""^Required parameter ".*? ?(?<name>\w+)" was not provided from (?<place>query string|route|header|form)\.$""")]
    private static partial Regex Missing();
}
