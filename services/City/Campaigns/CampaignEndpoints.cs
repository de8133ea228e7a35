using Campaign.Api;
using Campaign.Api.City;
using Campaign.City.RollUps;
using Campaign.Hosting.Access;
using Campaign.Hosting.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.City.Campaigns;

internal static class CampaignEndpoints
{
    public static RouteGroupBuilder MapCampaigns(this IEndpointRouteBuilder app)
    {
        var campaigns = app.MapGroup("/campaigns").WithTags("Campaigns");
        campaigns.MapGet("", ListAsync).Allow(CityAccess.Read);
        return campaigns;
    }

    /// <summary>Latest campaigns first. A campaign is no secret: whoever has a post may know that it runs.</summary>
    private static async Task<Ok<Page<CampaignSummary>>> ListAsync(CityDb database, string? cursor, int? limit, CancellationToken ct)
    {
        var take = Cursor.Limit(limit);
        var before = Cursor.Id(cursor);
        var rows = await database
            .Campaigns.AsNoTracking()
            .Where(campaign => before == null || campaign.Id.CompareTo(before.Value) < 0)
            .OrderByDescending(campaign => campaign.Id)
            .Select(campaign => new CampaignSummary(campaign.Id, campaign.Name, campaign.From, campaign.To))
            .Take(take + 1)
            .ToListAsync(ct);
        return TypedResults.Ok(Cursor.Page(rows, take, campaign => [campaign.CampaignId]));
    }
}
