using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Campaign.Tables.Exports;

/// <summary>A table as an XLSX file.</summary>
public static class Workbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="sheet">Name of its only sheet.</param>
    /// <param name="lines">Columns by their headings, the same in every line.</param>
    public static byte[] Of(string sheet, IEnumerable<Dictionary<string, object?>> lines)
    {
        using var file = new MemoryStream();
        file.SaveAs(lines.Select(Guarded), sheetName: sheet, configuration: new OpenXmlConfiguration { FreezeRowCount = 1 });
        return file.ToArray();
    }

    /// <summary>
    /// Text that a spreadsheet could take for a formula, also after it was saved as CSV, begins with an apostrophe: names come
    /// from people.
    /// </summary>
    public static string Guard(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text;

    private static Dictionary<string, object?> Guarded(Dictionary<string, object?> line) =>
        line.ToDictionary(cell => cell.Key, cell => cell.Value is string text ? Guard(text) : cell.Value);
}
