using System.Globalization;
using Campaign.Api.Session;
using Campaign.Hosting.Problems;

namespace Campaign.Sessions.Paper;

/// <summary>Numbers as people write them down: <c>1-12, 15; 17</c>.</summary>
public static class LineNumbers
{
    private static readonly char[] s_separators = [',', ';', ' ', '\t', '\r', '\n'];

    /// <param name="text">Numbers and ranges, separated by commas, semicolons or spaces.</param>
    /// <param name="most">The highest number on the sheet.</param>
    /// <param name="field">Where the text stands in the request.</param>
    /// <exception cref="Problem"><c>invalid-request</c>: not numbers, or not on the sheet.</exception>
    public static SortedSet<int> Of(string? text, int most, string field)
    {
        var numbers = new SortedSet<int>();
        // a dash may stand between spaces
        var tight = System.Text.RegularExpressions.Regex.Replace(
            Problem.Text(text, field, 20_000),
            @"\s*[-–]\s*",
            "-",
            default,
            TimeSpan.FromSeconds(1)
        );
        foreach (var part in tight.Split(s_separators, StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-');
            var isNumber = int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first);
            var last = first;
            Problem.Unless(
                isNumber
                    && (
                        ends.Length == 1
                        || (ends.Length == 2 && int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out last))
                    ),
                field,
                SessionProblems.NoLineNumber,
                ("part", part)
            );
            Problem.Unless(first >= 1 && first <= last && last <= most, field, SessionProblems.NotOnSheet, ("part", part), ("last", most));
            numbers.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        return numbers;
    }
}
