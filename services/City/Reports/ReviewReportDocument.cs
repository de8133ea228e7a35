using System.Globalization;
using Campaign.Api.City;
using Campaign.Contracts;
using Campaign.Documents;

namespace Campaign.City.Reports;

/// <summary>
/// The review report as a Word document, in Vietnamese and in the layout of such reports: issuing body and motto above,
/// then what was carried out, by whom, how it was rated and who was recognised.
/// </summary>
internal static class ReviewReportDocument
{
    private static readonly CultureInfo s_vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static byte[] Write(ReviewReport report)
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
            new WordLine(
                $"Từ {Day(report.From)} đến {Day(report.To)} · số liệu lúc {report.AsOf.ToOffset(TimeSpan.FromHours(7)).ToString("HH:mm dd/MM/yyyy", s_vietnamese)}"
            )
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

        paper.Section("II. Hội nghị và sinh hoạt chuyên đề");
        paper.Text(
            $"Đã tổ chức {Count(figures.SessionsHeld)} cuộc với {Count(figures.Attendance)} lượt người dự trên "
                + $"{Count(figures.Expected)} lượt được triệu tập."
        );
        paper.Table(
            ["Quý", "Hội nghị", "Sinh hoạt chuyên đề", "Sinh hoạt thường kỳ", "Triệu tập", "Có mặt", "Tỷ lệ (%)"],
            report.Quarters.Select(quarter =>
                new[]
                {
                    $"Quý {quarter.Quarter}/{quarter.Year}",
                    Count(quarter.Conferences),
                    Count(quarter.ThematicMeetings),
                    Count(quarter.CellMeetings),
                    Count(quarter.Expected),
                    Count(quarter.Attendance),
                    quarter.AttendanceRate.ToString("0.0", s_vietnamese),
                }
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

        paper.Section("III. Đánh giá, xếp loại");
        paper.Table(
            ["Năm", "Đối tượng", .. Ranked(report).Select(NameOf), "Tổng"],
            report.Ratings.Select(rating =>
                (string[])
                    [
                        rating.Year.ToString(CultureInfo.InvariantCulture),
                        rating.SubjectKind == SubjectKinds.Unit ? "Tập thể" : "Cá nhân",
                        .. rating.ByRank.Select(rank => Count(rank.Count)),
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

    private static IEnumerable<string> Ranked(ReviewReport report) =>
        report.Ratings.Count == 0
            ? [Ranks.Excellent, Ranks.Good, Ranks.Completed, Ranks.Failed]
            : report.Ratings[0].ByRank.Select(rank => rank.Name);

    // the short forms of such reports; a rank that was added since is named by its code
    private static string NameOf(string rank) =>
        rank switch
        {
            Ranks.Excellent => "Xuất sắc",
            Ranks.Good => "Tốt",
            Ranks.Completed => "Hoàn thành",
            Ranks.Failed => "Không hoàn thành",
            _ => rank,
        };

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Count(int number) => number.ToString("N0", s_vietnamese);
}
