using System.Globalization;
using Campaign.Api;
using Campaign.Api.City;
using Campaign.Api.Evaluation;
using Campaign.Api.Session;
using Campaign.Documents;

namespace Campaign.City.Reports;

/// <summary>
/// The review report as a Word document, in Vietnamese and in the layout of such reports: issuing body and motto above,
/// then what was carried out, by whom, how it was rated and who was recognised.
/// </summary>
internal static class ReviewReportDocument
{
    /// <summary>Whose codes the document names.</summary>
    public static readonly IReadOnlyList<CatalogueName> Named =
    [
        SessionCatalogues.Kinds,
        EvaluationCatalogues.Ranks,
        EvaluationCatalogues.SubjectKinds,
    ];

    private static readonly CultureInfo s_vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <param name="words">Those of <see cref="Named"/>.</param>
    public static byte[] Write(ReviewReport report, ReportWords words)
    {
        var paper = new WordPaper($"Báo cáo kết quả: {report.Campaign}", size: 13);
        var figures = report.Figures;
        paper.Columns(
            lined: false,
            [new WordLine(report.DistrictName.ToUpper(s_vietnamese), Bold: true)],
            [new WordLine("ĐẢNG CỘNG SẢN VIỆT NAM", Bold: true)]
        );
        paper.Write(
            new WordLine("BÁO CÁO", Bold: true, Size: 16),
            new WordLine($"Kết quả thực hiện: {report.Campaign}"),
            new WordLine($"Từ {Day(report.From)} đến {Day(report.To)} · số liệu lúc {Moment(report.AsOf)}")
        );

        paper.Section("I. Quán triệt, triển khai");
        paper.Text(
            $"Đã ban hành, tiếp nhận {Count(figures.Directives)} văn bản; giao {Count(figures.Assignments)} nhiệm vụ cho "
                + $"{Count(figures.UnitsAddressed)} tổ chức, đơn vị; "
                + $"{Count(figures.UnitsReached)} tổ chức, đơn vị đã tiếp nhận; hoàn thành {Count(figures.Completed)} nhiệm vụ, trong "
                + $"đó đúng hạn {Count(figures.CompletedOnTime)}, quá hạn chưa xong {Count(figures.Overdue)}."
        );
        paper.Table(
            ["Số, ký hiệu", "Trích yếu", "Cơ quan ban hành", "Ngày ký", "Thực hiện", "Nhiệm vụ", "Hoàn thành"],
            report.Documents.Select(document =>
                new[]
                {
                    document.Symbol,
                    document.Title,
                    document.Issuer,
                    Day(document.SignedOn),
                    document.CarriesOut ?? "–",
                    Count(document.Assignments),
                    Count(document.Completed),
                }
            )
        );

        var kinds = words.InOrder(SessionCatalogues.Kinds, report.Quarters.SelectMany(quarter => quarter.Held).Select(held => held.Name));
        paper.Section("II. Hội nghị và sinh hoạt");
        paper.Text(
            $"Đã tổ chức {Count(figures.SessionsHeld)} cuộc với {Count(figures.Attendance)} lượt người dự trên "
                + $"{Count(figures.Expected)} lượt được triệu tập."
        );
        paper.Table(
            ["Quý", .. kinds.Select(kind => words.Name(SessionCatalogues.Kinds, kind)), "Triệu tập", "Có mặt", "Tỷ lệ (%)"],
            report.Quarters.Select(quarter =>
                (string[])
                    [
                        $"Quý {quarter.Quarter}/{quarter.Year}",
                        .. kinds.Select(kind => Count(quarter.Held, kind)),
                        Count(quarter.Expected),
                        Count(quarter.Attendance),
                        quarter.AttendanceRate.ToString("0.0", s_vietnamese),
                    ]
            )
        );
        paper.Text("Chủ đề được chọn nhiều nhất:");
        paper.Table(["Chủ đề", "Số cuộc"], report.Topics.Select(topic => new[] { topic.Name, Count(topic.Count) }));
        paper.Text("Theo đơn vị:");
        paper.Table(
            ["Đơn vị", "Nhiệm vụ", "Hoàn thành", "Số cuộc", "Có mặt", "Triệu tập"],
            report.Units.Select(unit =>
                new[]
                {
                    unit.UnitName,
                    Count(unit.Assignments),
                    Count(unit.Completed),
                    Count(unit.SessionsHeld),
                    Count(unit.Attendance),
                    Count(unit.Expected),
                }
            )
        );

        var ranks = words.InOrder(EvaluationCatalogues.Ranks, report.Ratings.SelectMany(rating => rating.ByRank).Select(rank => rank.Name));
        paper.Section("III. Đánh giá, xếp loại");
        paper.Table(
            ["Năm", "Đối tượng", .. ranks.Select(rank => words.Name(EvaluationCatalogues.Ranks, rank)), "Tổng"],
            report.Ratings.Select(rating =>
                (string[])
                    [
                        rating.Year.ToString(CultureInfo.InvariantCulture),
                        words.Name(EvaluationCatalogues.SubjectKinds, rating.SubjectKind),
                        .. ranks.Select(rank => Count(rating.ByRank, rank)),
                        Count(rating.Total),
                    ]
            )
        );

        paper.Section("IV. Biểu dương, khen thưởng");
        paper.Text($"Đã biểu dương, khen thưởng {Count(report.Awards.Count)} tập thể, cá nhân.");
        paper.Table(
            ["TT", "Tập thể, cá nhân", "Đơn vị", "Hình thức", "Quyết định", "Ngày"],
            report.Awards.Select(
                (award, index) =>
                    new[] { Count(index + 1), award.SubjectName, award.UnitName, award.Title, award.Decision, Day(award.GrantedOn) }
            )
        );
        return paper.Build();
    }

    private static string Moment(DateTimeOffset time) => time.ToOffset(TimeSpan.FromHours(7)).ToString("HH:mm dd/MM/yyyy", s_vietnamese);

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Count(IReadOnlyList<NamedCount> counts, string name) =>
        Count(counts.FirstOrDefault(count => count.Name == name)?.Count ?? 0);

    private static string Count(int number) => number.ToString("N0", s_vietnamese);
}
