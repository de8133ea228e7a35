using System.Globalization;
using Campaign.Api.Directive;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Campaign.Directives.RollUps;

/// <summary>The roll-up as a workbook: a line for each unit and requirement.</summary>
internal static class RollUpWorkbook
{
    public const int MaxUnits = 20_000;
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static byte[] Of(IReadOnlyList<RollUpRequirement> requirements, IReadOnlyList<RollUpUnit> units)
    {
        var titles = requirements.ToDictionary(requirement => requirement.No);
        using var file = new MemoryStream();
        file.SaveAs(
            units.SelectMany(unit => unit.Figures.Select(figures => Line(unit, titles.GetValueOrDefault(figures.RequirementNo), figures))),
            sheetName: "Tiến độ", configuration: new OpenXmlConfiguration { FreezeRowCount = 1 });
        return file.ToArray();
    }

    private static Dictionary<string, object?> Line(RollUpUnit unit, RollUpRequirement? requirement, RollUpFigures figures) => new()
    {
        ["Đơn vị"] = SpreadsheetText.Guard(unit.Name),
        ["Đường dẫn"] = SpreadsheetText.Guard(unit.Path),
        ["Yêu cầu"] = SpreadsheetText.Guard(requirement?.Title ?? ""),
        ["Hạn"] = requirement?.DueOn.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        ["Được giao"] = figures.Issued,
        ["Đã tiếp nhận"] = figures.Acknowledged,
        ["Hoàn thành"] = figures.Completed,
        ["Đúng hạn"] = figures.OnTime,
        ["Trễ hạn"] = figures.Late,
        ["Quá hạn, chưa xong"] = figures.Overdue,
        ["Bị trả lại"] = figures.Returned,
        ["Chờ xem xét"] = figures.Reported,
    };
}

/// <summary>Text for cells of a spreadsheet.</summary>
internal static class SpreadsheetText
{
    /// <summary>
    /// Text that a spreadsheet could take for a formula, also after it was saved as CSV, begins with an apostrophe: names come
    /// from people.
    /// </summary>
    public static string Guard(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text;
}
