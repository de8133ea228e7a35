using Campaign.Defaults.Problems;

namespace Campaign.Defaults.Imports;

/// <summary>A row of an imported file: where it stands, and its trimmed values by column.</summary>
public sealed record CsvRow(int Line, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The value of a column, empty when the file leaves the column out.</summary>
    public string this[string column] => Values.GetValueOrDefault(column, "");

    public bool SameAs(CsvRow other) => Values.Count == other.Values.Count && Values.All(value => other[value.Key] == value.Value);
}

/// <summary>A file with a header, as offices export it: CSV in the encodings and separators in use here, or the first sheet of an XLSX workbook.</summary>
public static class ImportTable
{
    /// <summary>Reads the file; a header that does not fit and rows that cannot be split are errors, and such rows are left out.</summary>
    /// <exception cref="Problem"><c>invalid-request</c>: the file is neither text nor a workbook.</exception>
    public static async Task<IReadOnlyList<CsvRow>> ReadAsync(Stream body, ImportColumns columns, ImportErrors errors, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, ct);
        using var records = (XlsxRecords.Is(bytes) ? XlsxRecords.Read(bytes) : CsvRecords.Read(ImportText.Decode(bytes))).GetEnumerator();
        // titles above the header are left out of some exports, not of all: only blank lines are skipped
        while (records.MoveNext())
        {
            if (records.Current.Values.Any(value => value.Length > 0))
            {
                var header = records.Current.Values.Select(columns.Named).ToArray();
                return HeaderFits(header, columns, errors) ? Rows(records, header, columns, errors) : [];
            }
        }

        errors.Add(1, "", "", "The file is empty.", $"Begin with the header {columns.Header}.");
        return [];
    }

    private static bool HeaderFits(string[] header, ImportColumns columns, ImportErrors errors)
    {
        foreach (var missing in columns.Required.Except(header))
        {
            errors.Add(1, missing, "", "The header lacks this column.", $"Begin with the header {columns.Header}, or their Vietnamese names.");
        }

        foreach (var unknown in header.Except([.. columns.Required, .. columns.Optional, ImportColumns.Ignored]))
        {
            errors.Add(1, unknown, "", "This column is not known.", $"Use only {columns.Header}, or their Vietnamese names.");
        }

        foreach (var twice in header.Where(name => name != ImportColumns.Ignored).GroupBy(name => name).Where(same => same.Count() > 1))
        {
            errors.Add(1, twice.Key, "", "The header has this column twice.", "Leave one of them out.");
        }

        return errors.Count == 0;
    }

    private static List<CsvRow> Rows(IEnumerator<CsvRecord> records, string[] header, ImportColumns columns, ImportErrors errors)
    {
        List<CsvRow> rows = [];
        while (records.MoveNext())
        {
            var record = records.Current;
            if (record.Values.All(string.IsNullOrEmpty))
            {
                continue;
            }

            if (record.Broken)
            {
                errors.Add(record.Line, "", "", "The quotation marks do not pair up.", "Put the whole value in quotation marks and double those inside.");
            }
            else if (record.Values.Count != header.Length)
            {
                errors.Add(record.Line, "", "", $"The row has {record.Values.Count} values, the header {header.Length}.", "Give every column a value or leave it empty; put values with separators in quotation marks.");
            }
            else
            {
                rows.Add(new CsvRow(record.Line, header.Zip(record.Values).Where(pair => pair.First != ImportColumns.Ignored)
                    .ToDictionary(pair => pair.First, pair => columns.Value(pair.First, pair.Second))));
            }
        }

        return rows;
    }
}
