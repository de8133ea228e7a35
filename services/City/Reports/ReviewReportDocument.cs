using System.Globalization;
using Campaign.Api;
using Campaign.Api.City;
using Campaign.Api.Evaluation;
using Campaign.Api.Session;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

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
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            WordLayout.AddStyles(main);
            main.Document = new Document(new Body([.. Content(report, words), WordLayout.A4()]));
            main.Document.Save();
            file.PackageProperties.Title = $"Báo cáo kết quả: {report.Campaign}";
        }

        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Content(ReviewReport report, ReportWords words)
    {
        var figures = report.Figures;
        yield return WordLayout.Heading(report.DistrictName.ToUpper(s_vietnamese), "ĐẢNG CỘNG SẢN VIỆT NAM");
        yield return WordLayout.Title("BÁO CÁO");
        yield return WordLayout.Centred($"Kết quả thực hiện: {report.Campaign}");
        yield return WordLayout.Centred(
            $"Từ {Day(report.From)} đến {Day(report.To)} · số liệu lúc {report.AsOf.ToOffset(TimeSpan.FromHours(7)).ToString("HH:mm dd/MM/yyyy", s_vietnamese)}"
        );

        yield return WordLayout.Section("I. Quán triệt, triển khai");
        yield return WordLayout.Text(
            $"Đã ban hành, tiếp nhận {Count(figures.Directives)} văn bản; giao {Count(figures.Assignments)} nhiệm vụ cho "
                + $"{Count(figures.UnitsAddressed)} tổ chức, đơn vị; "
                + $"{Count(figures.UnitsReached)} tổ chức, đơn vị đã tiếp nhận; hoàn thành {Count(figures.Completed)} nhiệm vụ, trong "
                + $"đó đúng hạn {Count(figures.CompletedOnTime)}, quá hạn chưa xong {Count(figures.Overdue)}."
        );
        yield return WordLayout.Table(
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
        yield return WordLayout.Section("II. Hội nghị và sinh hoạt");
        yield return WordLayout.Text(
            $"Đã tổ chức {Count(figures.SessionsHeld)} cuộc với {Count(figures.Attendance)} lượt người dự trên "
                + $"{Count(figures.Expected)} lượt được triệu tập."
        );
        yield return WordLayout.Table(
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
        yield return WordLayout.Text("Chủ đề được chọn nhiều nhất:");
        yield return WordLayout.Table(["Chủ đề", "Số cuộc"], report.Topics.Select(topic => new[] { topic.Name, Count(topic.Count) }));
        yield return WordLayout.Text("Theo đơn vị:");
        yield return WordLayout.Table(
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
        yield return WordLayout.Section("III. Đánh giá, xếp loại");
        yield return WordLayout.Table(
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

        yield return WordLayout.Section("IV. Biểu dương, khen thưởng");
        yield return WordLayout.Text($"Đã biểu dương, khen thưởng {Count(report.Awards.Count)} tập thể, cá nhân.");
        yield return WordLayout.Table(
            ["TT", "Tập thể, cá nhân", "Đơn vị", "Hình thức", "Quyết định", "Ngày"],
            report.Awards.Select(
                (award, index) =>
                    new[] { Count(index + 1), award.SubjectName, award.UnitName, award.Title, award.Decision, Day(award.GrantedOn) }
            )
        );
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Count(IReadOnlyList<NamedCount> counts, string name) =>
        Count(counts.FirstOrDefault(count => count.Name == name)?.Count ?? 0);

    private static string Count(int number) => number.ToString("N0", s_vietnamese);
}
