using Campaign.Api.Problems;
using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Campaign.Sessions.Attendance;

namespace Campaign.Sessions.Paper;

/// <summary>A line of the sheet: whose it is, and what was recorded before.</summary>
public sealed record SheetLine(int Number, Guid MemberId, string? Status);

/// <summary>Turns what the secretary reads off the signed sheet into a roster.</summary>
public static class SheetReading
{
    private const int MaxGroups = 100;

    /// <exception cref="Problem"><c>invalid-request</c>.</exception>
    public static IReadOnlyList<RosterEntry> Read(EnterSheet sheet, IReadOnlyCollection<SheetLine> lines, StatusBook book, DateOnly day)
    {
        var least = sheet.Others is null ? 1 : 0;
        Problem.Unless(
            sheet.Entries.Count >= least && sheet.Entries.Count <= MaxGroups,
            "entries",
            FieldCodes.Count,
            ("min", least),
            ("max", MaxGroups)
        );
        var byNumber = lines.ToDictionary(line => line.Number);
        var most = byNumber.Count == 0 ? 0 : byNumber.Keys.Max();
        var read = new Dictionary<int, RosterEntry>();
        foreach (var (index, entry) in sheet.Entries.Index())
        {
            var path = $"entries[{index}]";
            var fit = Roster.Fit(new RosterEntry(Guid.Empty, entry.Status, entry.Minutes, entry.Reason), book, day, path);
            foreach (var number in LineNumbers.Of(entry.Lines, most, $"{path}.lines"))
            {
                Problem.Unless(
                    byNumber.TryGetValue(number, out var line),
                    $"{path}.lines",
                    SessionProblems.NotOnSheet,
                    ("part", number),
                    ("last", most)
                );
                Problem.Unless(
                    read.TryAdd(number, fit with { MemberId = line.MemberId }),
                    $"{path}.lines",
                    FieldCodes.Twice,
                    ("value", number)
                );
            }
        }

        return [.. read.Values, .. Others(sheet.Others, lines, read, book, day)];
    }

    private static IEnumerable<RosterEntry> Others(
        string? status,
        IEnumerable<SheetLine> lines,
        Dictionary<int, RosterEntry> read,
        StatusBook book,
        DateOnly day
    )
    {
        if (status is null)
        {
            return [];
        }

        // one reason would not be everybody's
        Problem.OneOf(status, "others", [.. book.On(day).Where(one => !one.NeedsReason).Select(one => one.Code)]);
        return lines
            .Where(line => line.Status is null && !read.ContainsKey(line.Number))
            .Select(line => new RosterEntry(line.MemberId, status));
    }
}
