using Campaign.Api.Imports;
using Campaign.Hosting.Problems;

namespace Campaign.Tables.Imports;

/// <summary>A row of an imported file: where it stands, and its trimmed values by column.</summary>
public sealed record CsvRow(int Line, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The value of a column, empty when the file leaves the column out.</summary>
    public string this[string column] => Values.GetValueOrDefault(column, "");

    public bool SameAs(CsvRow other) => Values.Count == other.Values.Count && Values.All(value => other[value.Key] == value.Value);
}

/// <summary>
/// A file with a header, as offices export it: CSV in the encodings and separators in use here, or the first sheet of an XLSX workbook.
/// </summary>
public static class ImportTable
{
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
        string[]? header = null;
        foreach (var record in text is null ? XlsxRecords.Read(file) : CsvRecords.Read(text))
        {
            if (record.Values.All(string.IsNullOrEmpty))
            {
                continue;
            }

            if (header is null)
            {
                header = [.. record.Values.Select(columns.Named)];
                if (!HeaderFits(header, columns, errors))
                {
                    yield break;
                }
            }
            else if (Row(record, header, columns, errors) is { } row)
            {
                yield return row;
            }
        }

        if (header is null)
        {
            errors.Add(1, "", Problem.Error("", ImportProblems.FileEmpty, ("header", columns.Header)));
        }
    }

    private static bool HeaderFits(string[] header, ImportColumns columns, ImportErrors errors)
    {
        foreach (var missing in columns.Required.Except(header))
        {
            errors.Add(1, "", Problem.Error(missing, ImportProblems.ColumnMissing, ("header", columns.Header)));
        }

        foreach (var unknown in header.Except([.. columns.Required, .. columns.Optional, ImportColumns.Ignored]))
        {
            errors.Add(1, "", Problem.Error(unknown, ImportProblems.ColumnUnknown, ("header", columns.Header)));
        }

        foreach (var twice in header.Where(name => name != ImportColumns.Ignored).GroupBy(name => name).Where(same => same.Count() > 1))
        {
            errors.Add(1, "", Problem.Error(twice.Key, ImportProblems.ColumnTwice));
        }

        return errors.Count == 0;
    }

    private static CsvRow? Row(CsvRecord record, string[] header, ImportColumns columns, ImportErrors errors)
    {
        if (record.Broken)
        {
            errors.Add(record.Line, "", Problem.Error("", ImportProblems.QuotesUnpaired));
        }
        else if (record.Values.Count != header.Length)
        {
            errors.Add(
                record.Line,
                "",
                Problem.Error("", ImportProblems.ValuesInRow, ("count", record.Values.Count), ("columns", header.Length))
            );
        }
        else
        {
            var values = new Dictionary<string, string>(header.Length);
            for (var at = 0; at < header.Length; at++)
            {
                if (header[at] != ImportColumns.Ignored)
                {
                    values.Add(header[at], columns.Value(header[at], record.Values[at]));
                }
            }

            return new CsvRow(record.Line, values);
        }

        return null;
    }
}
