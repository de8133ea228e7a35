using System.Globalization;
using Campaign.Organization.Catalogues;
using Campaign.Organization.Members;
using Campaign.Tables.Imports;

namespace Campaign.Organization.Import;

/// <summary>The columns of the files of units and members, with the names and words that offices write.</summary>
internal static class ImportFiles
{
    public static ImportColumns Units(IEnumerable<ImportedRow> types) =>
        new(
            UnitPlanner.Columns,
            [],
            new Dictionary<string, string[]>
            {
                ["code"] = ["ma", "ma don vi", "ma to chuc"],
                ["name"] = ["ten", "ten don vi", "ten day du", "ten chinh thuc", "ten to chuc"],
                ["short_name"] = ["ten gon", "ten ngan", "ten viet tat", "viet tat"],
                ["type"] = ["loai", "loai don vi", "loai hinh", "loai to chuc"],
                ["parent_code"] = ["ma cap tren", "ma don vi cap tren", "don vi cap tren", "cap tren", "truc thuoc"],
                ["valid_from"] = ["hieu luc tu", "tu ngay", "ngay hieu luc", "ngay thanh lap"],
            },
            new Dictionary<(string, string), string[]>(ImportWords.Of("type", types))
        );

    public static ImportColumns Members(IEnumerable<ImportedRow> sexes, IEnumerable<ImportedRow> statuses) =>
        new(
            MemberPlanner.Columns,
            MemberPlanner.OptionalColumns,
            new Dictionary<string, string[]>
            {
                ["number"] = ["so the", "so the dang", "so the dang vien", "ma dang vien"],
                ["full_name"] = ["ho ten", "ho va ten", "ho va ten dang vien", "ten dang vien"],
                ["unit_code"] = ["ma don vi", "ma chi bo", "don vi", "chi bo"],
                ["joined_on"] = ["ngay vao dang", "ngay vao", "ngay ket nap"],
                ["official_since"] = ["ngay chinh thuc"],
                ["sex"] = ["gioi tinh"],
                ["birth_year"] = ["nam sinh", "ngay sinh", "ngay thang nam sinh"],
                ["status"] = ["trang thai", "tinh trang"],
                ["posts"] = ["chuc vu"],
            },
            new Dictionary<(string, string), string[]>([.. ImportWords.Of("sex", sexes), .. ImportWords.Of("status", statuses)]),
            new Dictionary<string, Func<string, string>> { ["number"] = MemberNumber.Of, ["birth_year"] = YearOf }
        );

    /// <summary>Offices write the day of birth; only its year is stored.</summary>
    private static string YearOf(string value) =>
        ImportErrors.IsDay(value, out var day) ? day.Year.ToString(CultureInfo.InvariantCulture)
        : value.EndsWith(".0", StringComparison.Ordinal) ? value[..^2]
        : value;
}
