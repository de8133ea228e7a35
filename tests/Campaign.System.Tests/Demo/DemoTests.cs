using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Campaign.Api.City;
using Campaign.Api.Recognition;
using DocumentFormat.OpenXml.Packaging;

namespace Campaign.System.Tests.Demo;

/// <summary>What the demo leaves behind, as its people see it.</summary>
public sealed partial class DemoTests(PlayedSystem played)
{
    private const int Awards = 47;
    private static readonly string[] s_hidden = ["achievement", "subjectId", "unitPath"];

    private CityClient City => played.Cast.As(played.Plan.Analyst).City;

    [Fact]
    public async Task The_last_line_says_what_City_shows()
    {
        var figures = (await City.FiguresAsync(played.Campaign)).Figures;

        LastLine().IsMatch(played.LastLine).ShouldBeTrue(played.LastLine);
        played.LastLine.ShouldStartWith(
            $"demo: directives={figures.Directives} assignments={figures.Assignments} sessions={figures.SessionsHeld} "
                + $"attendance={figures.Attendance} reviews={figures.Reviews} awards={Awards} "
        );
        figures.Awards.ShouldBe(Awards);
        figures.Assignments.ShouldBe(figures.Completed);
        figures.UnitsReached.ShouldBe(figures.UnitsAddressed);
    }

    [Fact]
    public async Task A_second_play_changes_nothing()
    {
        var before = await City.FiguresAsync(played.Campaign);
        var counts = await RowsAsync();

        var said = await played.PlayAsync();

        said[^1].ShouldBe(played.LastLine);
        (await City.FiguresAsync(played.Campaign)).Figures.ShouldBe(before.Figures);
        (await RowsAsync()).ShouldBe(counts);
    }

    [Fact]
    public async Task The_report_adds_up()
    {
        var report = await City.ReviewReportAsync(played.Campaign);

        report.Quarters.Count.ShouldBe(8);
        report.Quarters.Sum(quarter => quarter.Held.Sum(held => held.Count)).ShouldBe(report.Figures.SessionsHeld);
        report.Quarters.Sum(quarter => quarter.Attendance).ShouldBe(report.Figures.Attendance);
        report.Quarters.Sum(quarter => quarter.Expected).ShouldBe(report.Figures.Expected);
        report.Quarters.ShouldAllBe(quarter => quarter.AttendanceRate == Math.Round(100m * quarter.Attendance / quarter.Expected, 1));
        report.Documents.Sum(document => document.Assignments).ShouldBe(report.Figures.Assignments);
        report.Documents.Sum(document => document.Completed).ShouldBe(report.Figures.Completed);
        report.Documents.Count.ShouldBe(report.Figures.Directives);
        report.Ratings.Sum(rating => rating.Total).ShouldBe(report.Figures.Reviews);
        report.Ratings.ShouldAllBe(rating => rating.ByRank.Sum(rank => rank.Count) == rating.Total);
        report.Topics.Sum(topic => topic.Count).ShouldBe(report.Figures.SessionsHeld);
        report.Awards.Count.ShouldBe(Awards);
        (await ByDistrictAsync()).SessionsHeld.ShouldBe(report.Figures.SessionsHeld);
    }

    [Fact]
    public async Task The_units_of_a_districts_report_add_up()
    {
        var report = await City.ReviewReportAsync(played.Campaign, district: played.Plan.Districts[0].Unit.Code);

        report.Units.Sum(unit => unit.SessionsHeld).ShouldBe(report.Figures.SessionsHeld);
        report.Units.Sum(unit => unit.Attendance).ShouldBe(report.Figures.Attendance);
        report.Units.Sum(unit => unit.Assignments).ShouldBe(report.Figures.Assignments);
        report.Units.Count.ShouldBeGreaterThan(11);
    }

    [Fact]
    public async Task The_report_opens_as_a_document_with_the_same_figures()
    {
        var figures = (await City.FiguresAsync(played.Campaign)).Figures;
        using var bytes = new MemoryStream(await City.ReviewReportDocxAsync(played.Campaign));
        using var document = WordprocessingDocument.Open(bytes, isEditable: false);
        var text = Digits().Replace(document.MainDocumentPart!.Document.Body!.InnerText, "");

        foreach (var figure in new[] { figures.SessionsHeld, figures.Attendance, figures.Assignments, figures.Awards })
        {
            text.ShouldContain(figure.ToString(global::System.Globalization.CultureInfo.InvariantCulture));
        }

        text.ShouldContain("01-KL/TW");
    }

    [Fact]
    public async Task A_certificate_is_a_PDF_and_its_code_verifies_for_everybody()
    {
        var officer = played.Cast.As(played.Plan.Districts[0].Officer).Recognition;
        var award = (await officer.AwardsAsync(played.Campaign, limit: 1)).Items.ShouldHaveSingleItem();

        (await officer.CertificateAsync(award.Id)).AsSpan(0, 5).SequenceEqual("%PDF-"u8).ShouldBeTrue();

        using var api = await played.Anybody.GetAsync(
            new Uri($"api/v1/recognition/verifications/{award.VerificationCode}", UriKind.Relative)
        );
        api.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await api.Content.ReadFromJsonAsync<Verification>())!.SubjectName.ShouldBe(award.SubjectName);
        var json = await api.Content.ReadAsStringAsync();
        s_hidden.ShouldAllBe(field => !json.Contains(field, StringComparison.OrdinalIgnoreCase));

        using var page = await played.Anybody.GetAsync(new Uri($"verify/{award.VerificationCode}", UriKind.Relative));
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()).ShouldContain(award.SubjectName);

        using var unknown = await played.Anybody.GetAsync(new Uri("api/v1/recognition/verifications/no-such-code", UriKind.Relative));
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<Figures> ByDistrictAsync() =>
        (await City.DistrictsAsync(played.Campaign))
            .Items.Where(district => district.Figures.SessionsHeld > 0)
            .ShouldHaveSingleItem()
            .Figures;

    /// <summary>Rows that a second play could add to, by service.</summary>
    private async Task<string> RowsAsync()
    {
        var ledger = new Ledger(played.System);
        return string.Join(
            ' ',
            await Task.WhenAll(
                ledger.CountAsync(
                    "organizationdb",
                    "select (select count(*) from units) + (select count(*) from members) + (select count(*) from posts)"
                ),
                ledger.CountAsync("directivedb", "select (select count(*) from directives) + (select count(*) from assignments)"),
                ledger.CountAsync("sessiondb", "select (select count(*) from sessions) + (select count(*) from attendance)"),
                ledger.CountAsync("evaluationdb", "select count(*) from reviews"),
                ledger.CountAsync(
                    "recognitiondb",
                    "select (select count(*) from nominations) + (select count(*) from votes) + (select count(*) from awards)"
                ),
                ledger.CountAsync("identitydb", "select count(*) from accounts")
            )
        );
    }

    [GeneratedRegex(
        @"^demo: directives=\d+ assignments=\d+ sessions=\d+ attendance=\d+ reviews=\d+ awards=47 report=http://\S+/reports/[0-9a-f-]{36}$"
    )]
    private static partial Regex LastLine();

    // thousands are written 12.345
    [GeneratedRegex(@"(?<=\d)[.\u00a0](?=\d{3})")]
    private static partial Regex Digits();
}
