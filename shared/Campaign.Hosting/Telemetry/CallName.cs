using System.Text.RegularExpressions;

namespace Campaign.Hosting.Telemetry;

/// <summary>What a request is called where no route names it: <c>POST /sessions/{id}/close</c>.</summary>
internal static partial class CallName
{
    public static string Of(string method, string path) => $"{method} {Id().Replace(SignedLinks.Hide(path), "{id}")}";

    [GeneratedRegex("(?<=/)[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?=/|$)", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Id();
}
