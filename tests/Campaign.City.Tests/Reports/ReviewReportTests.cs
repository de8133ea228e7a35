using Campaign.Api;
using Campaign.Api.City;
using Campaign.Contracts;
using Campaign.Testing;
using DocumentFormat.OpenXml.Packaging;

namespace Campaign.City.Tests.Reports;

public sealed class ReviewReportTests(CityFixture city) : IClassFixture<CityFixture>
{
    [Fact]
    public async Task Report_adds_up_on_the_page_and_in_the_document()
    {
        var campaign = Guid.CreateVersion7();
        await city.PublishAsync([.. Story.Units(), .. Story.Events(campaign)]);
        var client = city.As("district-officer@hn/thanh-xuan");

        var report = await Eventually.TrueAsync(
            "the report to be complete",
            () => client.ReviewReportAsync(campaign),
            report => report is { Figures: { SessionsHeld: 3, Reviews: 3, Awards: 1 }, Units.Count: 2, DistrictName: "Quận ủy Thanh Xuân" }
        );

        report.District.ShouldBe(CityFixture.District, "an officer of one district reads its report without naming it");
        report.Quarters.Sum(quarter => quarter.Attendance).ShouldBe(report.Figures.Attendance);
        report.Quarters.Sum(quarter => quarter.Held.Sum(held => held.Count)).ShouldBe(report.Figures.SessionsHeld);
        report.Units.Sum(unit => unit.Attendance).ShouldBe(report.Figures.Attendance);
        report.Units.Sum(unit => unit.Assignments).ShouldBe(report.Figures.Assignments);
        report.Documents.Sum(document => document.Completed).ShouldBe(report.Figures.Completed);
        report.Ratings.Sum(rating => rating.Total).ShouldBe(report.Figures.Reviews);
        report.Awards.Count.ShouldBe(report.Figures.Awards);
        report
            .Quarters.Select(quarter => (quarter.Year, quarter.Quarter, quarter.AttendanceRate))
            .ShouldBe([(2021, 3, 78.0m), (2021, 4, 94.0m)]);
        report.Topics[0].ShouldBe(new NamedCount("An sinh xã hội", 2));

        using var word = WordprocessingDocument.Open(new MemoryStream(await client.ReviewReportDocxAsync(campaign)), false);
        var text = word.MainDocumentPart!.Document.Body!.InnerText;
        text.ShouldContain("QUẬN ỦY THANH XUÂN");
        text.ShouldContain("12-KH/QU");
        text.ShouldContain("Chi bộ 1 Hạ Đình");
        text.ShouldNotContain("Nguyễn Văn An", Case.Sensitive, "a revoked award is not reported");
        new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(word).Select(error => error.Description).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_kind_and_a_rank_that_somebody_added_are_in_the_report_and_named_by_their_owner()
    {
        var campaign = Guid.CreateVersion7();
        await city.PublishAsync(
            Story
                .Events(campaign)
                .Select(told =>
                    told switch
                    {
                        SessionHeld { Kind: "study-conference" } held => held with { Kind = "tradition-day" },
                        ReviewDecided { SubjectKind: SubjectKinds.Unit } review => review with { Rank = "exemplary" },
                        _ => told,
                    }
                )
        );
        var client = city.As("analyst@hn");
        var report = await Eventually.TrueAsync(
            "all of it",
            () => client.ReviewReportAsync(campaign),
            report => report.Figures is { SessionsHeld: 3, Reviews: 3 }
        );
        report.Quarters.SelectMany(quarter => quarter.Held).ShouldContain(new NamedCount("tradition-day", 1));

        using var word = WordprocessingDocument.Open(new MemoryStream(await client.ReviewReportDocxAsync(campaign)), false);

        var text = word.MainDocumentPart!.Document.Body!.InnerText;
        text.ShouldContain("QuýSinh hoạt chi bộ chuyên đềNgày truyền thốngTriệu tập");
        text.ShouldContain("Đối tượngTiêu biểuHoàn thành xuất sắcHoàn thành tốtTổng");
        text.ShouldContain("2022Tập thể1001");
    }

    [Fact]
    public async Task Period_of_the_report_limits_what_is_counted()
    {
        var campaign = Guid.CreateVersion7();
        await city.PublishAsync(Story.Events(campaign));
        var client = city.As("analyst@hn");
        await Eventually.TrueAsync(
            "all of it",
            () => client.FiguresAsync(campaign),
            figures => figures.Figures is { SessionsHeld: 3, Reviews: 3, Awards: 1 }
        );

        var report = await client.ReviewReportAsync(campaign, CityFixture.District, new DateOnly(2021, 7, 1), new DateOnly(2021, 9, 30));

        report.Figures.SessionsHeld.ShouldBe(2);
        report.Figures.Attendance.ShouldBe(39);
        report.Figures.Reviews.ShouldBe(2, "the reviews of 2021");
        report.Awards.ShouldBeEmpty("it was granted in 2023");
    }

    [Fact]
    public async Task Reader_sees_only_districts_of_their_posts()
    {
        var campaign = Guid.CreateVersion7();
        await city.PublishAsync(Story.Events(campaign).OfType<CampaignOpened>());
        await Eventually.TrueAsync(
            "the campaign",
            () => city.As("analyst@hn").CampaignsAsync(),
            page => page.Items.Any(item => item.CampaignId == campaign)
        );

        (
            await Should.ThrowAsync<ApiException>(() => city.As("district-officer@hn/dong-da").FiguresAsync(campaign, CityFixture.District))
        ).Type.ShouldBe("urn:campaign:problem:figures-of-your-districts");
        (
            await Should.ThrowAsync<ApiException>(() =>
                city.As("member@hn/thanh-xuan/ha-dinh/cb-01").FiguresAsync(campaign, CityFixture.District)
            )
        ).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
        (await Should.ThrowAsync<ApiException>(() => city.As().FiguresAsync(campaign))).Status.ShouldBe(
            System.Net.HttpStatusCode.Unauthorized
        );
        (await city.As("secretary@hn/thanh-xuan/ha-dinh").FiguresAsync(campaign)).District.ShouldBe(CityFixture.District);
    }

    [Theory]
    [InlineData("from=2023-01-01&to=2021-01-01", "to", "too-early")]
    [InlineData("from=9999-01-01", "from", "too-late")]
    [InlineData("from=1900-01-01&to=2021-01-01", "from", "period-too-long")]
    [InlineData("to=9999-01-01", "to", "period-too-long")]
    [InlineData("from=yesterday", "from", "unreadable")]
    public async Task Bad_period_is_refused_with_a_sentence(string query, string field, string code)
    {
        var campaign = Guid.CreateVersion7();
        await city.PublishAsync(Story.Events(campaign).OfType<CampaignOpened>());
        await Eventually.TrueAsync(
            "the campaign",
            () => city.As("analyst@hn").CampaignsAsync(),
            page => page.Items.Any(item => item.CampaignId == campaign)
        );

        using var answer = await city.Http("analyst@hn").GetAsync(new Uri($"campaigns/{campaign}/review-report?{query}", UriKind.Relative));

        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"\"errors\":[{{\"field\":\"{field}\",\"code\":\"{code}\"");
    }
}
