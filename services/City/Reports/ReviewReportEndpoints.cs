using Campaign.Api.City;
using Campaign.Api.Problems;
using Campaign.City.RollUps;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.City.Reports;

internal static class ReviewReportEndpoints
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static RouteGroupBuilder MapReviewReport(this IEndpointRouteBuilder app)
    {
        var reports = app.MapGroup("/campaigns/{campaign:guid}").WithTags("Review report");
        reports
            .MapGet(
                "/review-report",
                async (Guid campaign, string? district, DateOnly? from, DateOnly? to, ReportRequest request, CancellationToken ct) =>
                    TypedResults.Ok(await request.ReadAsync(campaign, district, from, to, ct))
            )
            .Allow(CityAccess.Read)
            .Refuses(CityProblems.FiguresOfYourDistricts);
        reports.MapGet("/review-report.docx", DocxAsync).Allow(CityAccess.Read).Refuses(CityProblems.FiguresOfYourDistricts);
        return reports;
    }

    private static async Task<FileContentHttpResult> DocxAsync(
        Guid campaign,
        string? district,
        DateOnly? from,
        DateOnly? to,
        ReportRequest request,
        OwnersCatalogues catalogues,
        CancellationToken ct
    )
    {
        var report = await request.ReadAsync(campaign, district, from, to, ct);
        return TypedResults.File(
            ReviewReportDocument.Write(report, await catalogues.ReadAsync(ReviewReportDocument.Named, report.To, ct)),
            Docx,
            $"bao-cao-{report.District ?? "thanh-pho"}-{report.To:yyyy-MM-dd}.docx"
        );
    }
}

/// <summary>Reads the report that the caller asks for, within what the caller may read.</summary>
internal sealed class ReportRequest(ReviewReportQuery query, FigureQueries figures, Caller caller)
{
    private const int MaxYears = 20;

    /// <param name="campaign">Its id.</param>
    /// <param name="district">Null: the whole city, or the caller's only district.</param>
    /// <param name="from">First day; null: the campaign's.</param>
    /// <param name="to">Last day; null: the campaign's.</param>
    /// <param name="ct">Cancels the read.</param>
    public async Task<ReviewReport> ReadAsync(Guid campaign, string? district, DateOnly? from, DateOnly? to, CancellationToken ct)
    {
        var scope = CityAccess.District(caller, district);
        var found = await figures.CampaignAsync(campaign, ct);
        var (first, last) = (from ?? found.From, to ?? found.To);
        if (first > last)
        {
            throw to is null
                ? Problem.Invalid("from", FieldCodes.TooLate, ("latest", last))
                : Problem.Invalid("to", FieldCodes.TooEarly, ("earliest", first));
        }

        var field = from is null ? "to" : "from";
        Problem.Unless(last.DayNumber - first.DayNumber <= 366 * MaxYears, field, CityProblems.PeriodTooLong, ("years", MaxYears));
        return await query.ReadAsync(found, scope, first, last, ct);
    }
}
