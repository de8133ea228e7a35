namespace Campaign.Directives.Documents;

/// <summary>
/// What the migrations put into the catalogue; later rules come as further migrations, or as rows. Verified are the
/// types of Quy định 399-QĐ/TW whose codes are published; codes by habit, and the time before 399, are marked unverified.
/// </summary>
internal static class DocumentTypeCatalogue
{
    private const string Current = "Quy định 399-QĐ/TW (9/1/2026)";
    private const string State = "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu";
    private const string Earlier = "Practice before Quy định 399-QĐ/TW; source not checked";

    // before the oldest document that a campaign of today still carries out
    private static readonly DateOnly s_earliest = new(1997, 1, 1);
    private static readonly DateOnly s_stateFrom = new(2020, 3, 5);
    private static readonly DateOnly s_current = new(2026, 1, 9);

    private static readonly (string Code, string Name, bool CodePublished)[] s_types =
    [
        ("CL", "Cương lĩnh", false),
        ("ĐL", "Điều lệ", false),
        ("ChL", "Chiến lược", false),
        ("NQ", "Nghị quyết", true),
        ("QĐ", "Quyết định", true),
        ("CT", "Chỉ thị", true),
        ("KL", "Kết luận", true),
        ("QC", "Quy chế", true),
        ("QyĐ", "Quy định", true),
        ("TT", "Thông tri", false),
        ("HD", "Hướng dẫn", true),
        ("TB", "Thông báo", true),
        ("TC", "Thông cáo", false),
        ("TuB", "Tuyên bố", false),
        ("LKG", "Lời kêu gọi", false),
        ("BC", "Báo cáo", true),
        ("KH", "Kế hoạch", true),
        ("QH", "Quy hoạch", false),
        ("CTr", "Chương trình", true),
        ("ĐA", "Đề án", true),
        ("PA", "Phương án", false),
        ("DA", "Dự án", false),
        ("TTr", "Tờ trình", true),
        ("CV", "Công văn", true),
        ("BB", "Biên bản", false),
    ];

    // types of the state that the party does not have; the others share name and code, and only their symbols are written differently
    private static readonly (string Code, string Name)[] s_stateTypes =
    [
        ("HĐ", "Hợp đồng"),
        ("CĐ", "Công điện"),
        ("BGN", "Bản ghi nhớ"),
        ("BTT", "Bản thỏa thuận"),
        ("GUQ", "Giấy ủy quyền"),
        ("GM", "Giấy mời"),
        ("GGT", "Giấy giới thiệu"),
        ("GNP", "Giấy nghỉ phép"),
        ("PG", "Phiếu gửi"),
        ("PC", "Phiếu chuyển"),
        ("PB", "Phiếu báo"),
        ("TCg", "Thư công"),
    ];

    public static IEnumerable<DocumentType> Rows => s_types.SelectMany(type => new[]
    {
        Row(type.Code, type.Name, s_earliest, s_current, Earlier, verified: false),
        Row(type.Code, type.Name, s_current, null, Current, type.CodePublished),
    }).Concat(s_stateTypes.Select(type => Row(type.Code, type.Name, s_stateFrom, null, State, verified: false)));

    private static DocumentType Row(string code, string name, DateOnly from, DateOnly? to, string source, bool verified) => new()
    {
        Code = code,
        Name = name,
        ValidFrom = from,
        ValidTo = to,
        SymbolCodes = code == "QyĐ" ? ["QyĐ", "QĐ"] : [code],
        Source = source,
        Verified = verified,
    };
}
