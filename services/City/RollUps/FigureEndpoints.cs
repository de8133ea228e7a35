using Campaign.Api;
using Campaign.Api.City;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.City.RollUps;

internal static class FigureEndpoints
{
    public static RouteGroupBuilder MapFigures(this IEndpointRouteBuilder app)
    {
        var figures = app.MapGroup("/campaigns/{campaign:guid}").WithTags("Figures");
        figures.MapGet("/figures", FiguresAsync).Allow(CityAccess.Read).Refuses(CityProblems.FiguresOfYourDistricts);
        figures.MapGet("/districts", DistrictsAsync).Allow(CityAccess.Read).Refuses(CityProblems.FiguresOfYourDistricts);
        figures.MapGet("/quarters", QuartersAsync).Allow(CityAccess.Read).Refuses(CityProblems.FiguresOfYourDistricts);
        return figures;
    }

    /// <summary>The whole campaign so far, as of now.</summary>
    private static async Task<Ok<CampaignFigures>> FiguresAsync(
        Guid campaign,
        string? district,
        FigureQueries queries,
        Caller caller,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var scope = CityAccess.District(caller, district);
        var found = await queries.CampaignAsync(campaign, ct);
        var totals = await queries.TotalsAsync(campaign, scope, DateOnly.MinValue, DateOnly.MaxValue, ct);
        return TypedResults.Ok(new CampaignFigures(campaign, found.Name, found.From, found.To, scope, totals, time.GetUtcNow()));
    }

    private static async Task<Ok<Page<DistrictFigures>>> DistrictsAsync(
        Guid campaign,
        string? cursor,
        int? limit,
        FigureQueries queries,
        Caller caller,
        CancellationToken ct
    )
    {
        var take = Cursor.Limit(limit);
        var scope = CityAccess.District(caller, null);
        await queries.CampaignAsync(campaign, ct);
        var rows = await queries.DistrictsAsync(
            campaign,
            scope,
            Cursor.After<string>(cursor, out var district) ? district : null,
            take + 1,
            ct
        );
        return TypedResults.Ok(Cursor.Page(rows, take, row => [row.District]));
    }

    private static async Task<Ok<Page<QuarterFigures>>> QuartersAsync(
        Guid campaign,
        string? district,
        FigureQueries queries,
        Caller caller,
        CancellationToken ct
    )
    {
        var scope = CityAccess.District(caller, district);
        await queries.CampaignAsync(campaign, ct);
        return TypedResults.Ok(
            new Page<QuarterFigures>(await queries.QuartersAsync(campaign, scope, DateOnly.MinValue, DateOnly.MaxValue, ct), null)
        );
    }
}
