using System.IO.Compression;
using System.Xml;
using Campaign.Api.Imports;
using Campaign.Hosting.Problems;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Campaign.Tables.Imports;

/// <summary>
/// The first visible sheet of an XLSX workbook, row by row: cells are read as a stream and never held as a document. A workbook that
/// would unpack to more than <see cref="MaxUnpacked"/> bytes is refused before it is.
/// </summary>
/// <remarks>
/// By the Open XML SDK: the readers above it that can be had lose what is needed here, the errors of cells and strict workbooks
/// (ExcelDataReader 3.6) or number formats (MiniExcel).
/// </remarks>
internal static class XlsxRecords
{
    private const long MaxUnpacked = 400L * 1024 * 1024;
    private const int MaxColumns = 100;

    public static bool Is(Stream file)
    {
        file.Position = 0;
        Span<byte> mark = stackalloc byte[4];
        return mark[..file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false)] is [(byte)'P', (byte)'K', 3, 4];
    }

    /// <exception cref="Problem"><c>invalid-request</c>: no workbook, or too large.</exception>
    public static IEnumerable<ImportRecord> Read(Stream file)
    {
        using var workbook = Readable(() => Open(file));
        var book = workbook.WorkbookPart;
        var visible = book
            ?.Workbook.Sheets?.Elements<Sheet>()
            .FirstOrDefault(sheet => (sheet.State?.Value ?? SheetStateValues.Visible) == SheetStateValues.Visible);
        if (visible?.Id?.Value is not { } id || book!.GetPartById(id) is not WorksheetPart sheet)
        {
            yield break;
        }

        var cells = Readable(() => XlsxCells.Of(book));
        var line = 0;
        List<string> values = [];
        using var reader = OpenXmlReader.Create(sheet);
        while (Readable(reader.Read))
        {
            if (reader.ElementType == typeof(Cell) && reader.IsStartElement)
            {
                var cell = Readable(() => (Cell)reader.LoadCurrentElement()!);
                var column = Column(cell.CellReference?.Value) ?? values.Count;
                if (column < MaxColumns)
                {
                    values.AddRange(Enumerable.Repeat("", Math.Max(0, column - values.Count)));
                    values.Add(cells.Text(cell));
                }
            }
            else if (reader.ElementType == typeof(Row) && reader.IsStartElement)
            {
                line = int.TryParse(reader.Attributes.FirstOrDefault(one => one.LocalName == "r").Value, out var at) ? at : line + 1;
                values = [];
            }
            else if (reader.ElementType == typeof(Row))
            {
                yield return new ImportRecord(line, values);
            }
        }
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
        file.Position = 0;
        using (var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
        {
            Problem.Unless(zip.Entries.Sum(entry => entry.Length) <= MaxUnpacked, "", ImportProblems.WorkbookTooLarge);
        }

        file.Position = 0;
        return SpreadsheetDocument.Open(file, isEditable: false);
    }

    private static T Readable<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception)
            when (exception is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException)
        {
            throw Problem.Invalid("", ImportProblems.NoWorkbook);
        }
    }
}
