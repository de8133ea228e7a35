using System.Collections.Frozen;
using System.Globalization;
using Campaign.Contracts;
using Campaign.Organization.Search;

namespace Campaign.Organization.Import;

/// <summary>
/// The columns of a kind of file. A header may use these names or the Vietnamese ones that offices write, with or without
/// diacritics, in any order; so may the values of catalogues.
/// </summary>
internal sealed class ImportColumns
{
    /// <summary>A column that every export has and no import needs: a running number, remarks, no name at all.</summary>
    public const string Ignored = "";

    private static readonly string[] s_ignored = ["", "stt", "tt", "so thu tu", "ghi chu"];

    private readonly FrozenDictionary<string, string> _names;
    private readonly FrozenDictionary<(string Column, string Word), string> _words;
    private readonly FrozenSet<string> _worded;

    public ImportColumns(
        IReadOnlyList<string> required, IReadOnlyList<string> optional,
        IReadOnlyDictionary<string, string[]>? names = null, IReadOnlyDictionary<(string Column, string Value), string[]>? words = null)
    {
        (Required, Optional) = (required, optional);
        _names = (names ?? new Dictionary<string, string[]>())
            .SelectMany(column => column.Value.Select(name => (name, column.Key)))
            .Concat(s_ignored.Select(name => (name, Ignored)))
            .ToFrozenDictionary(pair => pair.name, pair => pair.Item2);
        _words = (words ?? new Dictionary<(string, string), string[]>())
            .SelectMany(value => value.Value.Select(word => ((value.Key.Column, word), value.Key.Value)))
            .ToFrozenDictionary(pair => pair.Item1, pair => pair.Value);
        _worded = _words.Keys.Select(word => word.Column).ToFrozenSet();
    }

    public IReadOnlyList<string> Required { get; }

    public IReadOnlyList<string> Optional { get; }

    public string Header => string.Join(',', [.. Required, .. Optional]);

    /// <summary>The column that a name in a header stands for; the name itself when it is not known.</summary>
    public string Named(string name) => _names.GetValueOrDefault(SearchText.Fold(name).Trim(), name.Trim().ToLowerInvariant());

    /// <summary>A catalogue's code for the word that offices write; any other value as it is.</summary>
    public string Value(string column, string value) =>
        _worded.Contains(column) && _words.TryGetValue((column, SearchText.Fold(value).Trim()), out var code) ? code : column == "birth_year" ? YearOf(value) : value;

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
        });

    /// <summary>Offices write the day of birth; only its year is stored.</summary>
    private static string YearOf(string value) =>
        DateOnly.TryParseExact(value, ImportErrors.Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.Year.ToString(CultureInfo.InvariantCulture)
            : value;
}
