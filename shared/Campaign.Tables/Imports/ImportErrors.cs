using System.Globalization;
using Campaign.Api;

namespace Campaign.Tables.Imports;

/// <summary>What is wrong with a file, in the order of its lines. All are counted, the first <see cref="Reported"/> reported.</summary>
public sealed class ImportErrors
{
    public const int Reported = 500;
    private const int MaxValue = 200;

    private static readonly string[] s_days =
    [
        "yyyy-MM-dd",
        "d/M/yyyy",
        "d-M-yyyy",
        "d.M.yyyy",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-ddTHH:mm:ss",
    ];

    private readonly List<ImportError> _errors = [];
    private readonly HashSet<int> _lines = [];

    public int Count => _errors.Count;

    public IReadOnlyList<ImportError> First => [.. _errors.OrderBy(error => error.Line).Take(Reported)];

    public bool HasLine(int line) => _lines.Contains(line);

    public void Add(int line, string column, string value, string wrong, string remedy)
    {
        _lines.Add(line);
        _errors.Add(new ImportError(line, column, value.Length > MaxValue ? $"{value[..MaxValue]}…" : value, wrong, remedy));
    }

    public void Add(CsvRow row, string column, string wrong, string remedy) => Add(row.Line, column, row[column], wrong, remedy);

    /// <summary>Whether a value came here as it was written, with an error otherwise.</summary>
    internal bool Whole(int line, string column, string value)
    {
        var damage = CellDamage.Of(value);
        if (damage is var (wrong, remedy))
        {
            Add(line, column, value, wrong, remedy);
        }

        return damage is null;
    }

    /// <summary>The text of a column, with an error when its length is outside 1–<paramref name="max"/>.</summary>
    public string Text(CsvRow row, string column, int max)
    {
        var text = row[column];
        if (text.Length == 0)
        {
            Add(row, column, "The value is missing.", "Fill it in.");
        }
        else if (text.Length > max)
        {
            Add(row, column, $"The value has {text.Length} characters.", $"Shorten it to {max}.");
        }

        return text;
    }

    /// <summary>One of the allowed values, with an error otherwise.</summary>
    public string OneOf(CsvRow row, string column, IReadOnlyList<string> allowed)
    {
        if (!allowed.Contains(row[column]))
        {
            Add(row, column, "The value is not known.", $"Use one of: {string.Join(", ", allowed)}.");
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
            Add(row, column, "This is no day.", "Write it as 2021-05-18 or 18/5/2021.");
        }

        return day;
    }
}
