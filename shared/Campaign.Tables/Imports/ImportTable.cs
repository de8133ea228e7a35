using Campaign.Api.Imports;
using Campaign.Hosting.Problems;
using Campaign.Texts;

namespace Campaign.Tables.Imports;

/// <summary>A row of an imported file: where it stands, and its trimmed values by column.</summary>
public sealed record CsvRow(int Line, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The value of a column, empty when the file leaves the column out.</summary>
    public string this[string column] => Values.GetValueOrDefault(column, "");

    public bool SameAs(CsvRow other) => Values.Count == other.Values.Count && Values.All(value => other[value.Key] == value.Value);
}

/// <summary>
/// A file with a header, as offices export it: CSV in the encodings and separators in use here, or the first visible sheet of an XLSX
/// workbook.
/// </summary>
public static class ImportTable
{
    private const int MaxTitles = 20;

    /// <summary>The whole of a small file.</summary>
    /// <exception cref="Problem"><c>invalid-request</c>: the file is neither text nor a workbook.</exception>
    public static async Task<IReadOnlyList<CsvRow>> ReadAsync(Stream body, ImportColumns columns, ImportErrors errors, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, ct);
        return [.. Read(bytes, columns, errors)];
    }

    /// <summary>
    /// Reads the file as its rows are taken; a header that does not fit and rows that cannot be split are errors, and such rows are left
    /// out.
    /// </summary>
    /// <param name="file">Can be positioned: it is read once more to see what it is written in.</param>
    /// <param name="columns">What the header may name.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <exception cref="Problem"><c>invalid-request</c>: the file is neither text nor a workbook.</exception>
    public static IEnumerable<CsvRow> Read(Stream file, ImportColumns columns, ImportErrors errors)
    {
        using var text = XlsxRecords.Is(file) ? null : ImportText.Open(file);
        var records = (text is null ? XlsxRecords.Read(file) : CsvRecords.Read(text))
            .Select(record => record with { Values = [.. record.Values.Select(TypedText.Clean)] })
            .Where(record => record.Broken || record.Values.Any(value => value.Length > 0));
        using var read = records.GetEnumerator();
        if (Header(read, columns) is not { } header)
        {
            errors.Add(1, "", Problem.Error("", ImportProblems.FileEmpty, ("header", columns.Header)));
            yield break;
        }

        var names = header.Values.Select(columns.Named).ToArray();
        if (!HeaderFits(header.Line, names, columns, errors))
        {
            yield break;
        }

        while (read.MoveNext())
        {
            if (Row(read.Current, names, columns, errors) is { } row)
            {
                yield return row;
            }
        }
    }

    /// <summary>
    /// The first record that names a column, below the titles that offices write above it; the first of all when none does.
    /// </summary>
    private static ImportRecord? Header(IEnumerator<ImportRecord> records, ImportColumns columns)
    {
        ImportRecord? first = null;
        for (var titles = 0; titles <= MaxTitles && records.MoveNext(); titles++)
        {
            first ??= records.Current;
            if (records.Current.Values.Any(columns.Has))
            {
                return records.Current;
            }
        }

        return first;
    }

    private static bool HeaderFits(int line, string[] header, ImportColumns columns, ImportErrors errors)
    {
        foreach (var missing in columns.Required.Except(header))
        {
            errors.Add(line, "", Problem.Error(missing, ImportProblems.ColumnMissing, ("header", columns.Header)));
        }

        foreach (var unknown in header.Except([.. columns.Required, .. columns.Optional, ImportColumns.Ignored]))
        {
            errors.Add(line, "", Problem.Error(unknown, ImportProblems.ColumnUnknown, ("header", columns.Header)));
        }

        foreach (var twice in header.Where(name => name != ImportColumns.Ignored).GroupBy(name => name).Where(same => same.Count() > 1))
        {
            errors.Add(line, "", Problem.Error(twice.Key, ImportProblems.ColumnTwice));
        }

        return errors.Count == 0;
    }

    private static CsvRow? Row(ImportRecord record, string[] header, ImportColumns columns, ImportErrors errors)
    {
        // a spreadsheet leaves out the empty cells at the end of a row, or adds some
        var count = record.Values.Count;
        while (count > header.Length && record.Values[count - 1].Length == 0)
        {
            count--;
        }

        if (record.Broken)
        {
            errors.Add(record.Line, "", Problem.Error("", ImportProblems.QuotesUnpaired));
            return null;
        }

        if (count > header.Length)
        {
            errors.Add(record.Line, "", Problem.Error("", ImportProblems.ValuesInRow, ("count", count), ("columns", header.Length)));
            return null;
        }

        var values = new Dictionary<string, string>(header.Length);
        var whole = true;
        foreach (var (at, column) in header.Index().Where(column => column.Item != ImportColumns.Ignored))
        {
            var value = at < count ? record.Values[at] : "";
            values.Add(column, columns.Value(column, value));
            whole &= errors.Whole(record.Line, column, value);
        }

        return whole ? new CsvRow(record.Line, values) : null;
    }
}
