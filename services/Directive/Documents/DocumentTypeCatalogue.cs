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
    public static readonly DateOnly Earliest = new(1997, 1, 1);
    private static readonly DateOnly s_stateFrom = new(2020, 3, 5);
    private static readonly DateOnly s_current = new(2026, 1, 9);

    private static readonly (string Code, string Name, string English, bool CodePublished)[] s_types =
    [
        ("CL", "Cương lĩnh", "Political platform", false),
        ("ĐL", "Điều lệ", "Statutes", false),
        ("ChL", "Chiến lược", "Strategy", false),
        ("NQ", "Nghị quyết", "Resolution", true),
        ("QĐ", "Quyết định", "Decision", true),
        ("CT", "Chỉ thị", "Directive", true),
        ("KL", "Kết luận", "Conclusion", true),
        ("QC", "Quy chế", "Working regulations", true),
        ("QyĐ", "Quy định", "Regulation", true),
        ("TT", "Thông tri", "Circular", false),
        ("HD", "Hướng dẫn", "Guidance", true),
        ("TB", "Thông báo", "Notice", true),
        ("TC", "Thông cáo", "Communiqué", false),
        ("TuB", "Tuyên bố", "Declaration", false),
        ("LKG", "Lời kêu gọi", "Appeal", false),
        ("BC", "Báo cáo", "Report", true),
        ("KH", "Kế hoạch", "Plan", true),
        ("QH", "Quy hoạch", "Master plan", false),
        ("CTr", "Chương trình", "Programme", true),
        ("ĐA", "Đề án", "Scheme", true),
        ("PA", "Phương án", "Proposal", false),
        ("DA", "Dự án", "Project", false),
        ("TTr", "Tờ trình", "Submission", true),
        ("CV", "Công văn", "Official letter", true),
        ("BB", "Biên bản", "Minutes", false),
    ];

    // types of the state that the party does not have; the others share name and code, and only their symbols are written differently
    private static readonly (string Code, string Name, string English)[] s_stateTypes =
    [
        ("HĐ", "Hợp đồng", "Contract"),
        ("CĐ", "Công điện", "Official telegram"),
        ("BGN", "Bản ghi nhớ", "Memorandum"),
        ("BTT", "Bản thỏa thuận", "Agreement"),
        ("GUQ", "Giấy ủy quyền", "Power of attorney"),
        ("GM", "Giấy mời", "Invitation"),
        ("GGT", "Giấy giới thiệu", "Letter of introduction"),
        ("GNP", "Giấy nghỉ phép", "Leave of absence"),
        ("PG", "Phiếu gửi", "Dispatch slip"),
        ("PC", "Phiếu chuyển", "Transfer slip"),
        ("PB", "Phiếu báo", "Notification slip"),
        ("TCg", "Thư công", "Public letter"),
    ];

    public static IEnumerable<DocumentType> Rows =>
        s_types
            .SelectMany(type =>
                new[]
                {
                    Row(type.Code, type.Name, type.English, Earliest, s_current, Earlier, verified: false),
                    Row(type.Code, type.Name, type.English, s_current, null, Current, type.CodePublished),
                }
            )
            .Concat(s_stateTypes.Select(type => Row(type.Code, type.Name, type.English, s_stateFrom, null, State, verified: false)));

    private static DocumentType Row(string code, string name, string english, DateOnly from, DateOnly? to, string source, bool verified) =>
        new()
        {
            Code = code,
            Name = name,
            EnglishName = english,
            ValidFrom = from,
            ValidTo = to,
            SymbolCodes = code == "QyĐ" ? ["QyĐ", "QĐ"] : [code],
            Source = source,
            Verified = verified,
        };
}
