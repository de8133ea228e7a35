using Campaign.Api.Directive;
using Campaign.Directives.Documents;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Assignments;

/// <summary>What a page of assignments says besides their own rows: names, who leads, and what was replaced.</summary>
internal sealed record AssignmentContext(
    IReadOnlyDictionary<Guid, string> Units,
    IReadOnlyDictionary<Guid, (string Symbol, Guid? ReplacedById)> Documents,
    ILookup<Guid, string> Leads,
    ILookup<(Guid Directive, Guid Unit), ReplacedDocument> Replaced
)
{
    public static async Task<AssignmentContext> OfAsync(DirectiveDb db, IReadOnlyList<Assignment> assignments, CancellationToken ct)
    {
        Guid[] directives = [.. assignments.Select(a => a.DirectiveId).Distinct()];
        Guid[] units = [.. assignments.Select(a => a.UnitId).Distinct()];
        var names = await db
            .Units.AsNoTracking()
            .Where(unit => units.Contains(unit.Id))
            .ToDictionaryAsync(unit => unit.Id, unit => unit.Name, ct);
        var documents = await db
            .Directives.AsNoTracking()
            .Where(directive => directives.Contains(directive.Id))
            .Select(directive => new
            {
                directive.Id,
                directive.Symbol,
                directive.ReplacedById,
            })
            .ToListAsync(ct);
        var leads = await db.LeadsAsync(directives, ct);
        return new AssignmentContext(
            names,
            documents.ToDictionary(document => document.Id, document => (document.Symbol, document.ReplacedById)),
            leads.DistinctBy(lead => lead.Assignment.DirectiveId).ToLookup(lead => lead.Assignment.DirectiveId, lead => lead.UnitName),
            await ReplacedAsync(db, directives, units, ct)
        );
    }

    private static async Task<ILookup<(Guid, Guid), ReplacedDocument>> ReplacedAsync(
        DirectiveDb db,
        Guid[] directives,
        Guid[] units,
        CancellationToken ct
    )
    {
        var replaced = await db
            .Relations.AsNoTracking()
            .Where(relation => directives.Contains(relation.FromId) && relation.Kind == RelationKinds.Replaces)
            .Join(
                db.Directives,
                relation => relation.ToId,
                earlier => earlier.Id,
                (relation, earlier) =>
                    new
                    {
                        relation.FromId,
                        earlier.Id,
                        earlier.Symbol,
                    }
            )
            .ToListAsync(ct);
        Guid[] earlier = [.. replaced.Select(document => document.Id).Distinct()];
        var asked =
            earlier.Length == 0
                ? []
                : await db
                    .Assignments.AsNoTracking()
                    .Where(a => units.Contains(a.UnitId) && earlier.Contains(a.DirectiveId))
                    .GroupBy(a => new { a.DirectiveId, a.UnitId })
                    .Select(group => new
                    {
                        group.Key.DirectiveId,
                        group.Key.UnitId,
                        AcknowledgedOn = group.Min(a => a.AcknowledgedOn),
                    })
                    .ToListAsync(ct);
        return (
            from document in replaced
            from before in asked
            where before.DirectiveId == document.Id
            orderby document.Symbol
            select (
                Key: (document.FromId, before.UnitId),
                Document: new ReplacedDocument(document.Id, document.Symbol, before.AcknowledgedOn)
            )
        ).ToLookup(found => found.Key, found => found.Document);
    }
}
