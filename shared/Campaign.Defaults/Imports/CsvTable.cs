using System.Text;
using Campaign.Defaults.Problems;

namespace Campaign.Defaults.Imports;

/// <summary>A row of an imported file: where it stands, and its trimmed values by column.</summary>
public sealed record CsvRow(int Line, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The value of a column, empty when the file leaves the column out.</summary>
    public string this[string column] => Values.GetValueOrDefault(column, "");
}

/// <summary>A CSV file with a header, in UTF-8, separated by commas or (as spreadsheets here save it) semicolons.</summary>
public static class CsvTable
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the file; a header that does not fit and rows that cannot be split are errors, and such rows are left out.</summary>
    /// <exception cref="Problem"><c>invalid-request</c>: the file is no UTF-8 text.</exception>
    public static async Task<IReadOnlyList<CsvRow>> ReadAsync(
        Stream body, IReadOnlyList<string> required, IReadOnlyList<string> optional, ImportErrors errors, CancellationToken ct)
    {
        string text;
        try
        {
            using var reader = new StreamReader(body, s_strict);
            text = await reader.ReadToEndAsync(ct);
        }
        catch (DecoderFallbackException)
        {
            throw Problem.Invalid("The file is not UTF-8 text. Save it as 'CSV UTF-8' and send it again.");
        }

        var records = new CsvRecords(text, Separator(text));
        if (records.Next() is not { } first)
        {
            errors.Add(1, "", "", "The file is empty.", $"Begin with the header {string.Join(',', [.. required, .. optional])}.");
            return [];
        }

        var header = first.Values.Select(name => name.ToLowerInvariant()).ToArray();
        return HeaderFits(header, required, optional, errors) ? Rows(records, header, errors) : [];
    }

    private static char Separator(string text)
    {
        var header = text.AsSpan(0, text.AsSpan().IndexOf('\n') is var end and >= 0 ? end : text.Length);
        return header.Count(';') > header.Count(',') ? ';' : ',';
    }

    private static bool HeaderFits(string[] header, IReadOnlyList<string> required, IReadOnlyList<string> optional, ImportErrors errors)
    {
        foreach (var missing in required.Except(header))
        {
            errors.Add(1, missing, "", "The header lacks this column.", $"Begin with the header {string.Join(',', [.. required, .. optional])}.");
        }

        foreach (var unknown in header.Except([.. required, .. optional]))
        {
            errors.Add(1, unknown, "", "This column is not known.", $"Use only {string.Join(',', [.. required, .. optional])}.");
        }

        foreach (var twice in header.GroupBy(name => name).Where(same => same.Count() > 1))
        {
            errors.Add(1, twice.Key, "", "The header has this column twice.", "Leave one of them out.");
        }

        return errors.Count == 0;
    }

    private static List<CsvRow> Rows(CsvRecords records, string[] header, ImportErrors errors)
    {
        List<CsvRow> rows = [];
        while (records.Next() is { } record)
        {
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
                rows.Add(new CsvRow(record.Line, header.Zip(record.Values).ToDictionary(pair => pair.First, pair => pair.Second)));
            }
        }

        return rows;
    }
}
