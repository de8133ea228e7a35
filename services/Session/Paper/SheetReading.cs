using Campaign.Api.Session;
using Campaign.Hosting.Problems;

namespace Campaign.Sessions.Paper;

/// <summary>A line of the sheet: whose it is, and what was recorded before.</summary>
public sealed record SheetLine(int Number, Guid MemberId, string? Status);

/// <summary>Turns what the secretary reads off the signed sheet into a roster.</summary>
public static class SheetReading
{
    /// <exception cref="Problem"><c>invalid-request</c>, <c>contradictory-roster</c>: a number is named twice.</exception>
    public static IReadOnlyList<RosterEntry> Read(EnterSheet sheet, IReadOnlyCollection<SheetLine> lines)
    {
        Problem.Unless(
            sheet.Entries is { Count: <= 100 } && (sheet.Entries.Count > 0 || sheet.Others is not null),
            "'entries' must name 1 to 100 groups of numbers, or 'others' a status."
        );
        var byNumber = lines.ToDictionary(line => line.Number);
        var most = byNumber.Count == 0 ? 0 : byNumber.Keys.Max();
        var read = new Dictionary<int, RosterEntry>();
        foreach (var entry in sheet.Entries!)
        {
            Problem.Unless(entry.Status is not null, "'status' is missing.");
            foreach (var number in LineNumbers.Of(entry.Lines, most))
            {
                Problem.Unless(byNumber.TryGetValue(number, out var line), $"There is no number {number} on the sheet.");
                if (!read.TryAdd(number, new RosterEntry(line!.MemberId, entry.Status, entry.Minutes, entry.Reason)))
                {
                    throw new Problem(
                        "contradictory-roster",
                        400,
                        $"Number {number} is named twice. Name every number once; nothing was recorded."
                    );
                }
            }
        }

        return [.. read.Values, .. Others(sheet.Others, lines, read)];
    }

    private static IEnumerable<RosterEntry> Others(string? status, IEnumerable<SheetLine> lines, Dictionary<int, RosterEntry> read) =>
        status is null
            ? []
            : lines
                .Where(line => line.Status is null && !read.ContainsKey(line.Number))
                .Select(line => new RosterEntry(line.MemberId, status));
}
