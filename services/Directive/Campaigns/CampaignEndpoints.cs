using Campaign.Api;
using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Directives.Documents;
using Campaign.Directories.Units;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.Messaging.Log;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Campaigns;

/// <summary>Open a campaign, list and read campaigns.</summary>
public static class CampaignEndpoints
{
    private const int MaxTopics = 50;

    /// <summary>By officers of the unit that leads it.</summary>
    internal static readonly ActionRule<string> Open = new("open-campaign", [Roles.CityOfficer, Roles.DistrictOfficer], path => path);

    public static RouteGroupBuilder MapCampaigns(this IEndpointRouteBuilder app)
    {
        var campaigns = app.MapGroup("/campaigns").WithTags("Campaigns");
        campaigns.MapGet("/", ListAsync).Allow(DirectiveAccess.Read);
        campaigns.MapGet("/{id:guid}", GetAsync).Allow(DirectiveAccess.Read);
        campaigns.MapPost("/", OpenAsync).Allow(Open).Refuses(SharedProblems.NotFound);
        return campaigns;
    }

    private static async Task<Ok<Page<CampaignView>>> ListAsync(
        string? cursor,
        int? limit,
        Caller caller,
        DirectiveDb db,
        CancellationToken ct
    )
    {
        var size = Cursor.Limit(limit);
        var after = Cursor.Id(cursor) ?? Guid.Empty;
        var rows = await db.CampaignsReadableBy(caller)
            .Where(campaign => campaign.Id.CompareTo(after) > 0)
            .OrderBy(campaign => campaign.Id)
            .Take(size + 1)
            .ToListAsync(ct);
        return TypedResults.Ok(Cursor.Page(rows, size, campaign => campaign.View(), campaign => [campaign.Id]));
    }

    private static async Task<Ok<CampaignView>> GetAsync(
        Guid id,
        Caller caller,
        DirectiveDb db,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var campaign = await db.CampaignsReadableBy(caller).SingleOrDefaultAsync(row => row.Id == id, ct)
            ?? throw Problem.NotFound("campaign");
        Etags.Set(response, campaign.Version);
        return TypedResults.Ok(campaign.View());
    }

    private static async Task<Created<CampaignView>> OpenAsync(
        OpenCampaign open,
        Caller caller,
        DirectiveDb db,
        IEventLog events,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var name = Problem.Text(open.Name, "name", 300);
        Problem.Unless(open.From <= open.To, "to", FieldCodes.TooEarly, ("earliest", open.From));
        var topics = Topics(open.Topics);
        var lead = await db.UnitAsync(open.LeadUnitId, ct);
        Open.Demand(caller, lead.Path);

        var campaign = new CampaignRecord
        {
            Name = name,
            From = open.From,
            To = open.To,
            LeadUnitId = lead.Id,
            LeadUnitPath = lead.Path,
            Topics = topics,
        };
        db.Campaigns.Add(campaign);
        events.Append(campaign.Opened());
        await db.SaveChangesAsync(ct);
        Etags.Set(response, campaign.Version);
        return TypedResults.Created($"campaigns/{campaign.Id}", campaign.View());
    }

    private static string[] Topics(IReadOnlyList<string>? given)
    {
        Problem.Unless(given is { Count: >= 1 and <= MaxTopics }, "topics", FieldCodes.Count, ("min", 1), ("max", MaxTopics));
        var topics = given.Select((topic, index) => Problem.Text(topic, $"topics[{index}]", 200)).ToArray();
        var known = new HashSet<string>();
        foreach (var (index, topic) in topics.Index())
        {
            Problem.Unless(known.Add(FoldedText.Of(topic)), $"topics[{index}]", FieldCodes.Twice, ("value", topic));
        }

        return topics;
    }
}
