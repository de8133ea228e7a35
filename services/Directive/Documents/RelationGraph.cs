using Campaign.Api.Directive;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Documents;

/// <summary>Walks the relations of documents upwards and downwards, as far as the caller may read.</summary>
internal sealed class RelationGraph(DirectiveDb db)
{
    public const int MaxDocuments = 200;

    /// <exception cref="Problem"><c>not-found</c>.</exception>
    public async Task<DirectiveGraph> AroundAsync(Guid id, Caller caller, CancellationToken ct)
    {
        var documents = new Dictionary<Guid, Directive>();
        Guid[] next = [id];
        while (next.Length > 0 && documents.Count < MaxDocuments)
        {
            var found = await db.DirectivesReadableBy(caller)
                .Where(directive => next.Contains(directive.Id))
                .OrderBy(directive => directive.Id)
                .Take(MaxDocuments - documents.Count)
                .ToListAsync(ct);
            found.ForEach(directive => documents[directive.Id] = directive);
            Guid[] fresh = [.. found.Select(directive => directive.Id)];
            var beside = await EdgesAsync(fresh, ct);
            next =
            [
                .. beside.SelectMany(edge => new[] { edge.FromId, edge.ToId }).Distinct().Where(other => !documents.ContainsKey(other)),
            ];
        }

        if (!documents.ContainsKey(id))
        {
            throw Problem.NotFound("directive");
        }

        var edges = await EdgesAsync([.. documents.Keys], ct);
        return new DirectiveGraph(
            [
                .. documents
                    .Values.OrderBy(directive => directive.SignedOn)
                    .ThenBy(directive => directive.Id)
                    .Select(directive => new GraphDocument(
                        directive.Id,
                        directive.Symbol,
                        directive.Title,
                        directive.Issuer,
                        directive.SignedOn,
                        directive.State,
                        directive.ReplacedById is not null
                    )),
            ],
            [.. edges.Where(edge => documents.ContainsKey(edge.FromId) && documents.ContainsKey(edge.ToId)).Distinct()]
        );
    }

    private async Task<List<GraphRelation>> EdgesAsync(Guid[] ids, CancellationToken ct)
    {
        var written = await db
            .Relations.AsNoTracking()
            .Where(relation => ids.Contains(relation.FromId) || ids.Contains(relation.ToId))
            .OrderBy(relation => relation.FromId)
            .Take(MaxDocuments * 5)
            .Select(relation => new GraphRelation(relation.FromId, relation.ToId, relation.Kind))
            .ToListAsync(ct);
        var carried = await db
            .Directives.AsNoTracking()
            .Where(directive =>
                directive.CarriesOutId != null && (ids.Contains(directive.Id) || ids.Contains(directive.CarriesOutId.Value))
            )
            .OrderBy(directive => directive.Id)
            .Take(MaxDocuments * 5)
            .Select(directive => new GraphRelation(directive.Id, directive.CarriesOutId!.Value, RelationKinds.CarriesOut))
            .ToListAsync(ct);
        return [.. written, .. carried];
    }
}
