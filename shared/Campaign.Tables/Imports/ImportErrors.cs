using System.Globalization;
using Campaign.Api.Imports;
using Campaign.Api.Problems;
using Campaign.Hosting.Problems;

namespace Campaign.Tables.Imports;

/// <summary>What is wrong with a file, in the order of its lines. All are counted, the first <see cref="Reported"/> reported.</summary>
public sealed class ImportErrors
{
    public const int Reported = 500;
    private const int MaxValue = 200;

    private static readonly string[] s_days = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];

    private readonly List<ImportError> _errors = [];
    private readonly HashSet<int> _lines = [];

    public int Count => _errors.Count;

    public IReadOnlyList<ImportError> First => [.. _errors.OrderBy(error => error.Line).Take(Reported)];

    public bool HasLine(int line) => _lines.Contains(line);

    public void Add(CsvRow row, string column, FieldCode code, params (string Name, object? Value)[] parameters) =>
        Add(row.Line, row[column], Problem.Error(column, code, parameters));

    /// <param name="value">What stands there.</param>
    /// <param name="error">Names the column; none: the row or the file itself.</param>
    public void Add(int line, string value, FieldError error)
    {
        _lines.Add(line);
        _errors.Add(
            new ImportError(
                line,
                error.Field,
                value.Length > MaxValue ? $"{value[..MaxValue]}…" : value,
                error.Code,
                error.Params,
                error.Detail
            )
        );
    }

    /// <summary>The text of a column, with an error when its length is outside 1–<paramref name="max"/>.</summary>
    public string Text(CsvRow row, string column, int max)
    {
        var text = row[column];
        if (text.Length == 0 || text.Length > max)
        {
            Add(row, column, FieldCodes.Length, ("min", 1), ("max", max), ("length", text.Length));
        }

        return text;
    }

    /// <summary>One of the allowed values, with an error otherwise.</summary>
    public string OneOf(CsvRow row, string column, IReadOnlyList<string> allowed)
    {
        if (!allowed.Contains(row[column]))
        {
            Add(row, column, FieldCodes.OneOf, ("allowed", allowed));
        }

        return row[column];
    }

    /// <summary>Whether a text is a day as offices write it.</summary>
    public static bool IsDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, s_days, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>A day, written <c>2021-05-18</c> or <c>18/5/2021</c>, with an error otherwise.</summary>
    public DateOnly Day(CsvRow row, string column)
    {
        if (!IsDay(row[column], out var day))
        {
            Add(row, column, ImportProblems.NoDay);
        }

        return day;
    }
}
