using Campaign.Api.Directive;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Documents;

/// <summary>Corrects drafts: nothing is overwritten that the editor has not seen.</summary>
internal sealed class DraftEditor(DirectiveDb db, RecordingRules rules, Caller caller)
{
    /// <exception cref="Problem"><c>version-changed</c> (412) with <c>yours</c> and <c>current</c>; <c>already-issued</c>; what
    /// <see cref="RecordingRules"/> refuses.</exception>
    public async Task<Directive> ChangeAsync(Guid id, RecordDirective record, HttpRequest request, CancellationToken ct)
    {
        var directive = await db.Directives.SingleOrDefaultAsync(row => row.Id == id, ct) ?? throw Problem.NotFound("directive");
        DocumentActions.Correct.Demand(caller, directive);
        var body = await db.DirectiveBodies.SingleOrDefaultAsync(row => row.DirectiveId == id, ct);
        var relations = await db.Relations.Where(relation => relation.FromId == id).ToListAsync(ct);
        try
        {
            Etags.Demand(request, directive.Version);
        }
        catch (Problem problem) when (problem.Status == StatusCodes.Status412PreconditionFailed)
        {
            problem.Extensions["yours"] = record;
            problem.Extensions["current"] = Record(directive, body?.Text, relations);
            problem.Extensions["currentVersion"] = directive.Version;
            throw;
        }

        Problem.Unless(record.CampaignId == directive.CampaignId, "campaignId", DirectiveProblems.StaysAsRecorded);
        var (corrected, text) = await rules.ApplyAsync(record, id, caller, ct);
        directive.Correct(corrected);
        var wanted = (await rules.RelationsAsync(record, id, caller, ct)).ToDictionary(relation => (relation.ToId, relation.Kind));
        db.Relations.RemoveRange(relations.Where(relation => !wanted.ContainsKey((relation.ToId, relation.Kind))));
        db.Relations.AddRange(
            wanted.Values.Where(relation => relations.All(kept => (kept.ToId, kept.Kind) != (relation.ToId, relation.Kind)))
        );
        Replace(body, text);
        await db.SaveChangesAsync(ct);
        return directive;
    }

    private void Replace(DirectiveBody? before, DirectiveBody? now)
    {
        if (before is not null && now is not null)
        {
            (before.Text, before.Folded) = (now.Text, now.Folded);
        }
        else if (before is not null)
        {
            db.DirectiveBodies.Remove(before);
        }
        else if (now is not null)
        {
            db.DirectiveBodies.Add(now);
        }
    }

    private static RecordDirective Record(Directive directive, string? body, List<Relation> relations) =>
        new(
            directive.CampaignId,
            directive.DocumentType,
            directive.Symbol,
            directive.Title,
            directive.Issuer,
            directive.OwnerUnitId,
            directive.Signer,
            directive.SignedOn,
            directive.CarriesOutId,
            body,
            null
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
            Relations = [.. relations.Select(relation => new DirectiveRelation(relation.Kind, relation.ToId))],
        };
}
