using Campaign.Api.Directive;
using Campaign.Hosting.Access;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Documents;

/// <summary>Documents as callers see them, with their counts summed over the city and its districts.</summary>
internal static class DirectiveViews
{
    private static readonly DirectiveCounts s_none = new(0, 0, 0, 0, 0);

    public static async Task<DirectiveView> ViewAsync(
        this DirectiveDb db,
        Directive directive,
        Caller caller,
        DateOnly today,
        CancellationToken ct
    )
    {
        var view = (await db.ViewsAsync([directive], caller, today, ct))[0];
        return view.Lead is null ? view : view with { Cooperating = await db.CooperatingAsync(directive.Id, ct) };
    }

    public static async Task<IReadOnlyList<DirectiveView>> ViewsAsync(
        this DirectiveDb db,
        IReadOnlyList<Directive> directives,
        Caller caller,
        DateOnly today,
        CancellationToken ct
    )
    {
        var counts = await db.CountsAsync(directives, ct);
        var leads = (await db.LeadsAsync([.. directives.Select(directive => directive.Id)], ct)).ToLookup(lead =>
            lead.Assignment.DirectiveId
        );
        return
        [
            .. directives.Select(directive =>
                directive.View(counts) with
                {
                    Lead = leads[directive.Id].View(today),
                    May = DocumentActions.All.May(caller, directive),
                }
            ),
        ];
    }

    private static async Task<IReadOnlyDictionary<Guid, DirectiveCounts>> CountsAsync(
        this DirectiveDb db,
        IReadOnlyList<Directive> directives,
        CancellationToken ct
    )
    {
        var ids = directives.Select(directive => directive.Id).ToArray();
        return await db
            .RollUps.Where(count => ids.Contains(count.DirectiveId) && count.Level <= 1)
            .GroupBy(count => count.DirectiveId)
            .Select(counts => new
            {
                Id = counts.Key,
                Counts = new DirectiveCounts(
                    0,
                    counts.Sum(c => c.Assignments),
                    counts.Sum(c => c.Acknowledged),
                    counts.Sum(c => c.Completed),
                    counts.Sum(c => c.Overdue)
                ),
            })
            .ToDictionaryAsync(row => row.Id, row => row.Counts, ct);
    }

    private static DirectiveView View(this Directive directive, IReadOnlyDictionary<Guid, DirectiveCounts> counts) =>
        new(
            directive.Id,
            directive.CampaignId,
            directive.DocumentType,
            directive.Symbol,
            directive.Title,
            directive.Issuer,
            directive.OwnerUnitId,
            directive.OwnerUnitPath,
            directive.Signer,
            directive.SignedOn,
            directive.CarriesOutId,
            directive.State,
            counts.GetValueOrDefault(directive.Id, s_none) with
            {
                Units = directive.Units,
            },
            directive.Version
        )
        {
            Details = new DocumentDetails(
                directive.SignerCapacity,
                directive.Place,
                directive.EffectiveOn,
                directive.ExpiresOn,
                directive.Urgency,
                directive.Circulation
            ),
            ReplacedById = directive.ReplacedById,
        };
}
