using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Campaign.Organization.Tests.Import;

/// <summary>A workbook as spreadsheets write it: shared texts, days as numbers with a style, empty cells and lines left out.</summary>
internal static class TestWorkbook
{
    private const uint DayStyle = 1;

    public static byte[] Write(params (uint Line, object?[] Cells)[] rows) =>
        Write(rows, (line, column) => $"{(char)('A' + column)}{line}");

    /// <summary>A workbook whose only cell says that it stands there.</summary>
    public static byte[] WithCell(string reference, uint line) => Write([(line, ["x"])], (_, _) => reference);

    private static byte[] Write((uint Line, object?[] Cells)[] rows, Func<uint, int, string> reference)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var texts = book.AddNewPart<SharedStringTablePart>();
            texts.SharedStringTable = new SharedStringTable();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new Fonts(new Font()),
                new Fills(new Fill()),
                new Borders(new Border()),
                new CellStyleFormats(new CellFormat()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true })
            );
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(
                new SheetData(
                    rows.Select(row => new Row(
                        row.Cells.Index()
                            .Where(cell => cell.Item is not null)
                            .Select(cell => Cell(reference(row.Line, cell.Index), cell.Item!, texts.SharedStringTable))
                    )
                    {
                        RowIndex = row.Line,
                    })
                )
            );
            book.Workbook = new Workbook(
                new Sheets(
                    new Sheet
                    {
                        Id = book.GetIdOfPart(sheet),
                        SheetId = 1,
                        Name = "Đảng viên",
                    }
                )
            );
        }

        return bytes.ToArray();
    }

    private static Cell Cell(string reference, object value, SharedStringTable texts)
    {
        var cell = new Cell { CellReference = reference };
        if (value is DateOnly day)
        {
            cell.StyleIndex = DayStyle;
            cell.CellValue = new CellValue(day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture));
            return cell;
        }

        texts.AppendChild(new SharedStringItem(new Text((string)value)));
        cell.DataType = CellValues.SharedString;
        cell.CellValue = new CellValue((texts.Count() - 1).ToString(CultureInfo.InvariantCulture));
        return cell;
    }
}
