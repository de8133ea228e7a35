namespace Campaign.Directives.Documents;

/// <summary>
/// What the first migration puts into the catalogue; later rules come as further migrations, or as rows. Verified are the
/// types of Quy định 399-QĐ/TW whose codes are published; codes by habit, and the time before 399, are marked unverified.
/// </summary>
internal static class DocumentTypeCatalogue
{
    private const string Current = "Quy định 399-QĐ/TW (9/1/2026)";
    private const string Earlier = "Practice before Quy định 399-QĐ/TW; source not checked";

    // before the oldest document that a campaign of today still carries out
    private static readonly DateOnly s_earliest = new(1997, 1, 1);
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

    public static IEnumerable<DocumentType> Rows => s_types.SelectMany(type => new[]
    {
        Row(type.Code, type.Name, s_earliest, s_current, Earlier, verified: false),
        Row(type.Code, type.Name, s_current, null, Current, type.CodePublished),
    });

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
