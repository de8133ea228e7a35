using System.Globalization;
using Campaign.Api.Imports;
using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Scheduling;
using Campaign.Tables.Imports;

namespace Campaign.Sessions.Paper;

/// <summary>Whom the numbers of a file stand for.</summary>
/// <param name="Participants">Member number → member, of this session.</param>
/// <param name="Elsewhere">Numbers of members who are not among the participants.</param>
public sealed record KnownNumbers(IReadOnlyDictionary<string, Guid> Participants, IReadOnlySet<string> Elsewhere);

/// <summary>Reads a file of attendance row by row; whatever is wrong is reported with its line.</summary>
public sealed class AttendanceFile(StatusBook book, DateOnly day, ImportErrors errors)
{
    public static readonly ImportColumns Columns = new(
        ["number", "status"],
        ["minutes", "reason"],
        new Dictionary<string, string[]>
        {
            ["number"] = ["so the", "so the dang", "so the dang vien", "ma dang vien"],
            ["status"] = ["trang thai", "diem danh", "co mat"],
            ["minutes"] = ["so phut", "phut"],
            ["reason"] = ["ly do"],
        }
    );

    private readonly Dictionary<string, (int Line, RosterEntry Entry)> _read = [];

    public IReadOnlyList<RosterEntry> Read(IReadOnlyList<CsvRow> rows, KnownNumbers numbers)
    {
        if (rows.Count > Roster.Max)
        {
            errors.Add(
                Roster.Max + 2,
                "",
                Problem.Error("", AttendanceFileProblems.TooManyRows, ("count", rows.Count), ("max", Roster.Max))
            );
            return [];
        }

        foreach (var row in rows)
        {
            if (!HasFormula(row))
            {
                Read(row, numbers);
            }
        }

        return [.. _read.Values.Select(read => read.Entry)];
    }

    // a spreadsheet would run it when the report or an export is opened
    private bool HasFormula(CsvRow row)
    {
        var column = row.Values.FirstOrDefault(value => value.Value.Length > 0 && value.Value[0] is '=' or '+' or '-' or '@').Key;
        if (column is not null)
        {
            errors.Add(row, column, ImportProblems.Formula);
        }

        return column is not null;
    }

    private void Read(CsvRow row, KnownNumbers numbers)
    {
        var member = MemberOf(row, numbers);
        var status = errors.OneOf(row, "status", [.. book.On(day).Select(one => one.Code)]);
        var rule = book.On(day).FirstOrDefault(one => one.Code == status);
        var minutes = MinutesOf(row, rule?.TakesMinutes ?? true);
        var reason = rule?.NeedsReason == true || row["reason"].Length > 0 ? errors.Text(row, "reason", Roster.MaxReason) : null;
        if (errors.HasLine(row.Line) || member is null)
        {
            return;
        }

        var entry = new RosterEntry(member.Value, status, minutes, reason);
        if (!_read.TryAdd(row["number"], (row.Line, entry)) && _read[row["number"]] is var (line, earlier) && earlier != entry)
        {
            errors.Add(row, "number", ImportProblems.SaidOtherwiseBefore, ("line", line));
        }
    }

    private Guid? MemberOf(CsvRow row, KnownNumbers numbers)
    {
        if (numbers.Participants.TryGetValue(row["number"], out var member))
        {
            return member;
        }

        if (numbers.Elsewhere.Contains(row["number"]))
        {
            errors.Add(row, "number", AttendanceFileProblems.NotAmongParticipants);
        }
        else
        {
            errors.Add(row, "number", AttendanceFileProblems.NumberUnknown);
        }

        return null;
    }

    private int? MinutesOf(CsvRow row, bool takesMinutes)
    {
        if (row["minutes"].Length == 0)
        {
            return null;
        }

        if (!takesMinutes)
        {
            errors.Add(row, "minutes", SessionProblems.StatusWithoutMinutes);
            return null;
        }

        if (
            int.TryParse(row["minutes"], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && minutes is >= 1 and <= Session.MaxMinutes
        )
        {
            return minutes;
        }

        errors.Add(row, "minutes", AttendanceFileProblems.MinutesInFile, ("max", Session.MaxMinutes));
        return null;
    }
}
