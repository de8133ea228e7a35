using System.Globalization;
using System.IO.Compression;
using Campaign.Api.Imports;
using Campaign.Hosting.Problems;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Campaign.Tables.Imports;

/// <summary>
/// The first sheet of an XLSX workbook, row by row: cells are read as a stream and never held as a document. A workbook that would
/// unpack to more than <see cref="MaxUnpacked"/> bytes is refused before it is.
/// </summary>
internal static class XlsxRecords
{
    private const long MaxUnpacked = 400L * 1024 * 1024;
    private const int MaxColumns = 100;

    /// <summary>Number formats of Excel's own that show a day (ECMA-376, 18.8.30).</summary>
    private static readonly HashSet<uint> s_dayFormats = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 57];

    public static bool Is(Stream file)
    {
        file.Position = 0;
        Span<byte> mark = stackalloc byte[4];
        return mark[..file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false)] is [(byte)'P', (byte)'K', 3, 4];
    }

    /// <exception cref="Problem"><c>invalid-request</c>: no workbook, or too large.</exception>
    public static IEnumerable<CsvRecord> Read(Stream file)
    {
        DemandSize(file);
        using var workbook = Open(file);
        var book = workbook.WorkbookPart;
        var first = book?.Workbook.Sheets?.Elements<Sheet>().FirstOrDefault();
        if (first?.Id?.Value is not { } id || book!.GetPartById(id) is not WorksheetPart sheet)
        {
            yield break;
        }

        var texts = Texts(book);
        var days = DayStyles(book);
        var width = 0;
        var last = 0;
        using var reader = OpenXmlReader.Create(sheet);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement)
            {
                var row = (Row)reader.LoadCurrentElement()!;
                var line = (int)(row.RowIndex?.Value ?? (uint)(last + 1));
                var values = Values(row, texts, days, width);
                // trailing cells that were never touched are not written
                width = width == 0 ? values.Count : width;
                last = line;
                yield return new CsvRecord(line, values, Broken: false);
            }
        }
    }

    private static List<string> Values(Row row, List<string> texts, HashSet<uint> days, int width)
    {
        List<string> values = [];
        foreach (var cell in row.Elements<Cell>())
        {
            var column = Column(cell.CellReference?.Value) ?? values.Count;
            while (values.Count < column && values.Count < MaxColumns)
            {
                values.Add("");
            }

            if (column < MaxColumns)
            {
                values.Add(Text(cell, texts, days).Normalize().Trim());
            }
        }

        while (values.Count < width)
        {
            values.Add("");
        }

        while (width > 0 && values.Count > width && values[^1].Length == 0)
        {
            values.RemoveAt(values.Count - 1);
        }

        return values;
    }

    private static string Text(Cell cell, List<string> texts, HashSet<uint> days)
    {
        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value == CellValues.SharedString)
        {
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < texts.Count ? texts[at] : "";
        }

        if (cell.DataType?.Value == CellValues.InlineString)
        {
            return cell.InlineString?.InnerText ?? "";
        }

        return
            cell.DataType is null
            && days.Contains(cell.StyleIndex?.Value ?? 0)
            && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial)
            && serial is > 0 and < 100_000
            ? DateTime.FromOADate(serial).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : value;
    }

    private static List<string> Texts(WorkbookPart book)
    {
        List<string> texts = [];
        if (book.SharedStringTablePart is { } part)
        {
            using var reader = OpenXmlReader.Create(part);
            while (reader.Read())
            {
                if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
                {
                    texts.Add(((SharedStringItem)reader.LoadCurrentElement()!).InnerText);
                }
            }
        }

        return texts;
    }

    /// <summary>Indices of the cell styles that show a number as a day.</summary>
    private static HashSet<uint> DayStyles(WorkbookPart book)
    {
        var own = book.WorkbookStylesPart?.Stylesheet.NumberingFormats?.Elements<NumberingFormat>()
            .Where(format =>
                format.FormatCode?.Value is { } code
                && code.Contains('y', StringComparison.OrdinalIgnoreCase)
                && code.Contains('d', StringComparison.OrdinalIgnoreCase)
            )
            .Select(format => format.NumberFormatId?.Value ?? 0)
            .ToHashSet()
            ?? [];
        var formats = book.WorkbookStylesPart?.Stylesheet.CellFormats?.Elements<CellFormat>() ?? [];
        return
        [
            .. formats
                .Index()
                .Where(format => format.Item.NumberFormatId?.Value is { } id && (s_dayFormats.Contains(id) || own.Contains(id)))
                .Select(format => (uint)format.Index),
        ];
    }

    /// <summary>From 0, of a reference like <c>AB12</c>.</summary>
    private static int? Column(string? reference) =>
        reference is null
            ? null
            : reference
                .TakeWhile(char.IsAsciiLetterUpper)
                .Aggregate(0, (column, letter) => column > MaxColumns ? column : (column * 26) + letter - 'A' + 1) - 1;

    private static SpreadsheetDocument Open(Stream file)
    {
        try
        {
            file.Position = 0;
            return SpreadsheetDocument.Open(file, isEditable: false);
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or FileFormatException or InvalidDataException)
        {
            throw NoWorkbook();
        }
    }

    private static void DemandSize(Stream file)
    {
        try
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            Problem.Unless(zip.Entries.Sum(entry => entry.Length) <= MaxUnpacked, "", ImportProblems.WorkbookTooLarge);
        }
        catch (InvalidDataException)
        {
            throw NoWorkbook();
        }
    }

    private static Problem NoWorkbook() => Problem.Invalid("", ImportProblems.NoWorkbook);
}
