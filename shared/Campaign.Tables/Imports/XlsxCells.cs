using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Campaign.Tables.Imports;

/// <summary>The cells of a workbook as it shows them, but days as <c>yyyy-MM-dd</c>.</summary>
/// <param name="texts">Those that cells share.</param>
/// <param name="formats">The number format of each cell style: <see cref="Day"/>, a row of zeros, or nothing that matters here.</param>
/// <param name="firstDay">Days from 1900's beginning of numbers to this workbook's.</param>
internal sealed class XlsxCells(IReadOnlyList<string> texts, IReadOnlyList<string?> formats, int firstDay)
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>What a workbook of 1904 is behind one of 1900.</summary>
    private const int Days1904 = 1462;

    /// <summary>Number formats of Excel's own that show a day (ECMA-376, 18.8.30).</summary>
    private static readonly HashSet<uint> s_dayFormats = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 57];

    public static XlsxCells Of(WorkbookPart book) =>
        new(
            [.. Elements<SharedStringItem>(book.SharedStringTablePart).Select(Spelled)],
            [.. Formats(book.WorkbookStylesPart?.Stylesheet)],
            book.Workbook.WorkbookProperties?.Date1904?.Value == true ? Days1904 : 0
        );

    public string Text(Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        return cell.DataType?.Value switch
        {
            CellValues.SharedString => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < texts.Count
                ? texts[at]
                : "",
            CellValues.InlineString => cell.InlineString is { } inline ? Spelled(inline) : "",
            CellValues.Date when DateTime.TryParse(value, CultureInfo.InvariantCulture, out var day) => Written(day),
            null or CellValues.Number => Number(value, formats.ElementAtOrDefault((int)(cell.StyleIndex?.Value ?? 0))),
            _ => value,
        };
    }

    private string Number(string value, string? format) =>
        format is not null && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? format != Day
                ? number.ToString(format, CultureInfo.InvariantCulture)
                : number is > 0 and < 100_000
                    ? Written(DateTime.FromOADate(number + firstDay))
                    : value
            : value;

    private static string Written(DateTime day) => day.ToString(Day, CultureInfo.InvariantCulture);

    /// <summary>Without what is said of its pronunciation.</summary>
    private static string Spelled(OpenXmlElement text) =>
        string.Concat(text.Elements<Text>().Concat(text.Elements<Run>().SelectMany(run => run.Elements<Text>())).Select(part => part.Text));

    private static IEnumerable<string?> Formats(Stylesheet? styles)
    {
        var own = styles
            ?.NumberingFormats?.Elements<NumberingFormat>()
            .ToLookup(format => format.NumberFormatId?.Value ?? 0, format => format.FormatCode?.Value ?? "")
            ?? Array.Empty<string>().ToLookup(_ => 0u);
        return (styles?.CellFormats?.Elements<CellFormat>() ?? []).Select(style =>
        {
            var id = style.NumberFormatId?.Value ?? 0;
            var code = own[id].FirstOrDefault() ?? "";
            return s_dayFormats.Contains(id)
                || (code.Contains('y', StringComparison.OrdinalIgnoreCase) && code.Contains('d', StringComparison.OrdinalIgnoreCase))
                    ? Day
                : code.Length > 0 && code.All(sign => sign == '0') ? code
                : null;
        });
    }

    private static IEnumerable<T> Elements<T>(OpenXmlPart? part)
        where T : OpenXmlElement
    {
        if (part is null)
        {
            yield break;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(T) && reader.IsStartElement)
            {
                yield return (T)reader.LoadCurrentElement()!;
            }
        }
    }
}
