using CsvHelper;

namespace Campaign.Tables.Imports;

/// <summary>
/// CSV text (RFC 4180), record by record as it is read, with the line that each begins on: a quoted value may span lines.
/// </summary>
internal static class CsvRecords
{
    /// <summary>Bytes. No record here is longer; a quotation mark that never closes must not take the rest of the file.</summary>
    private const int MaxRecord = 64 * 1024;

    public static IEnumerable<ImportRecord> Read(TextReader text)
    {
        var broken = false;
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = MaxRecord,
            OnMalformedRecord = _ => broken = true,
        };
        using var reader = CsvReader.Create(text, options, leaveOpen: true);
        while (true)
        {
            broken = false;
            switch (Next(reader))
            {
                case null:
                    yield break;
                case { Broken: true } endless:
                    yield return endless;
                    yield break;
                case var record:
                    yield return record with
                    {
                        Broken = broken,
                    };
                    break;
            }
        }
    }

    private static ImportRecord? Next(CsvReader reader)
    {
        try
        {
            return reader.Read()
                ? new ImportRecord((int)reader.LineNumber, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)])
                : null;
        }
        catch (CsvFormatException endless)
        {
            return new ImportRecord((int)endless.LineNumber, [], Broken: true);
        }
    }
}
