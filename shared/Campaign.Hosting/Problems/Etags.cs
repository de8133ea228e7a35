using System.Globalization;
using Campaign.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Campaign.Hosting.Problems;

/// <summary>Entity tags are the aggregate's version in quotes; an update names the version that it was made on.</summary>
public static class Etags
{
    /// <exception cref="Problem"><c>if-match-needed</c> (428) or <c>version-changed</c> (412).</exception>
    public static void Demand(HttpRequest request, long version)
    {
        var tag = request.Headers.IfMatch.ToString();
        if (tag.Length == 0)
        {
            throw new Problem(SharedProblems.IfMatchNeeded);
        }

        if (tag != "*" && tag.Trim('"') != version.ToString(CultureInfo.InvariantCulture))
        {
            throw Changed();
        }
    }

    public static void Set(HttpResponse response, long version) =>
        response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    internal static Problem Changed() => new(SharedProblems.VersionChanged);
}
