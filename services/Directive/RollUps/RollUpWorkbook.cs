using System.Globalization;
using Campaign.Api.Directive;
using Campaign.Tables.Exports;

namespace Campaign.Directives.RollUps;

/// <summary>The roll-up as a workbook: a line for each unit and requirement.</summary>
internal static class RollUpWorkbook
{
    public const int MaxUnits = 20_000;

    public static byte[] Of(IReadOnlyList<RollUpRequirement> requirements, IReadOnlyList<RollUpUnit> units)
    {
        var titles = requirements.ToDictionary(requirement => requirement.No);
        return Workbook.Of(
            "Tiến độ",
            units.SelectMany(unit => unit.Figures.Select(figures => Line(unit, titles.GetValueOrDefault(figures.RequirementNo), figures)))
        );
    }

    private static Dictionary<string, object?> Line(RollUpUnit unit, RollUpRequirement? requirement, RollUpFigures figures) =>
        new()
        {
            ["Đơn vị"] = unit.Name,
            ["Đường dẫn"] = unit.Path,
            ["Yêu cầu"] = requirement?.Title ?? "",
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
