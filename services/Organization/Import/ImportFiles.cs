using System.Globalization;
using Campaign.Contracts;
using Campaign.Tables.Imports;

namespace Campaign.Organization.Import;

/// <summary>The columns of the files of units and members, with the names and words that offices write.</summary>
internal static class ImportFiles
{
    public static readonly ImportColumns Units = new(
        UnitPlanner.Columns, [],
        new Dictionary<string, string[]>
        {
            ["code"] = ["ma", "ma don vi", "ma to chuc"],
            ["name"] = ["ten", "ten don vi", "ten day du", "ten chinh thuc", "ten to chuc"],
            ["short_name"] = ["ten gon", "ten ngan", "ten viet tat", "viet tat"],
            ["type"] = ["loai", "loai don vi", "loai hinh", "loai to chuc"],
            ["parent_code"] = ["ma cap tren", "ma don vi cap tren", "don vi cap tren", "cap tren", "truc thuoc"],
            ["valid_from"] = ["hieu luc tu", "tu ngay", "ngay hieu luc", "ngay thanh lap"],
        },
        new Dictionary<(string, string), string[]>
        {
            [("type", UnitTypes.PartyCommittee)] = ["cap uy", "dang uy", "dang bo", "quan uy", "huyen uy", "thanh uy"],
            [("type", UnitTypes.Authority)] = ["chinh quyen", "uy ban nhan dan", "ubnd"],
            [("type", UnitTypes.FatherlandFront)] = ["mat tran to quoc", "mat tran", "mttq"],
            [("type", UnitTypes.MassOrganisation)] = ["doan the"],
            [("type", UnitTypes.Agency)] = ["co quan"],
            [("type", UnitTypes.School)] = ["truong hoc", "truong"],
            [("type", UnitTypes.Enterprise)] = ["doanh nghiep"],
            [("type", UnitTypes.Cell)] = ["chi bo"],
        });

    public static readonly ImportColumns Members = new(
        MemberPlanner.Columns, MemberPlanner.OptionalColumns,
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
        new Dictionary<(string, string), string[]>
        {
            [("sex", Sexes.Male)] = ["nam"],
            [("sex", Sexes.Female)] = ["nu"],
            [("status", MemberStatuses.Active)] = ["dang sinh hoat", "sinh hoat"],
            [("status", MemberStatuses.Exempted)] = ["mien sinh hoat", "mien"],
            [("status", MemberStatuses.Away)] = ["tam vang", "vang"],
            [("status", MemberStatuses.Transferred)] = ["da chuyen", "chuyen di"],
            [("status", MemberStatuses.Left)] = ["da ra khoi", "ra khoi dang"],
        },
        new Dictionary<string, Func<string, string>> { ["birth_year"] = YearOf });

    /// <summary>Offices write the day of birth; only its year is stored.</summary>
    private static string YearOf(string value) =>
        ImportErrors.IsDay(value, out var day)
            ? day.Year.ToString(CultureInfo.InvariantCulture)
            : value;
}
