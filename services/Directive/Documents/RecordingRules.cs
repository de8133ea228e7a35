using System.Text;
using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Directories.Units;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Catalogues;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Documents;

/// <summary>What must hold of a document before it is put on record.</summary>
internal sealed class RecordingRules(DirectiveDb db, TimeProvider time)
{
    private const int MaxRelations = 20;

    /// <exception cref="Problem">The document cannot be recorded; says what to correct.</exception>
    /// <param name="draft">The draft that is corrected; null records a new document.</param>
    public async Task<(Directive Directive, DirectiveBody? Body)> ApplyAsync(
        RecordDirective record,
        Guid? draft,
        Caller caller,
        CancellationToken ct
    )
    {
        var title = Problem.Text(record.Title, "title", 1000).Normalize(NormalizationForm.FormC);
        var issuer = Problem.Text(record.Issuer, "issuer", 300).Normalize(NormalizationForm.FormC);
        var signer = Problem.Text(record.Signer, "signer", 200).Normalize(NormalizationForm.FormC);
        var today = time.Today();
        Problem.Unless(record.SignedOn <= today, "signedOn", FieldCodes.TooLate, ("latest", today));
        var (type, symbol) = await SymbolAsync(record, ct);
        var owner = await db.UnitAsync(record.OwnerUnitId, ct);
        DocumentActions.Record.Demand(caller, owner.Path);
        if (!await db.CampaignsReadableBy(caller).AnyAsync(campaign => campaign.Id == record.CampaignId, ct))
        {
            throw Problem.NotFound("campaign");
        }

        await DemandSuperiorAsync(record, ct);
        var details = await CheckDetailsAsync(record.Details ?? new DocumentDetails(), record.SignedOn, ct);
        var directive = new Directive
        {
            Id = draft ?? Guid.CreateVersion7(),
            SignerCapacity = details.SignerCapacity,
            Place = details.Place,
            EffectiveOn = details.EffectiveOn,
            ExpiresOn = details.ExpiresOn,
            Urgency = details.Urgency,
            Circulation = details.Circulation,
            CampaignId = record.CampaignId,
            DocumentType = type,
            Symbol = symbol.ToString(),
            Number = symbol.Number,
            TypeCode = symbol.TypeCode,
            IssuerSuffix = symbol.IssuerSuffix,
            Title = title,
            Issuer = issuer,
            IssuerKey = FoldedText.Of(issuer),
            OwnerUnitId = owner.Id,
            OwnerUnitPath = owner.Path,
            Signer = signer,
            SignedOn = record.SignedOn,
            SignedYear = record.SignedOn.Year,
            CarriesOutId = record.CarriesOutId,
            Search = FoldedText.Of(symbol.ToString(), title, issuer),
        };
        await DemandNewAsync(directive, ct);
        return (directive, DirectiveBody.Of(record.Body, directive.Id));
    }

    /// <summary>The relations of the draft, each to another document that the caller reads and that was signed no later.</summary>
    public async Task<IReadOnlyList<Relation>> RelationsAsync(RecordDirective record, Guid draft, Caller caller, CancellationToken ct)
    {
        var asked = record.Relations ?? [];
        Problem.Unless(asked.Count <= MaxRelations, "relations", FieldCodes.Count, ("min", 0), ("max", MaxRelations));
        foreach (var (index, relation) in asked.Index())
        {
            await db.RelationKinds.OneOfAsync(relation.Kind, $"relations[{index}].kind", record.SignedOn, ct);
        }

        var ids = asked.Select(relation => relation.DirectiveId).Distinct().ToArray();
        var known = await db.DirectivesReadableBy(caller)
            .Where(row => ids.Contains(row.Id) && row.Id != draft && row.SignedOn <= record.SignedOn)
            .Select(row => row.Id)
            .ToListAsync(ct);
        foreach (var (index, relation) in asked.Index())
        {
            Problem.Unless(known.Contains(relation.DirectiveId), $"relations[{index}].directiveId", DirectiveProblems.EarlierDocument);
        }

        return
        [
            .. asked
                .Distinct()
                .Select(relation => new Relation
                {
                    FromId = draft,
                    ToId = relation.DirectiveId,
                    Kind = relation.Kind,
                }),
        ];
    }

    private async Task<DocumentDetails> CheckDetailsAsync(DocumentDetails details, DateOnly signedOn, CancellationToken ct)
    {
        Problem.Unless(
            details.EffectiveOn is null || details.EffectiveOn >= signedOn,
            "details.effectiveOn",
            FieldCodes.TooEarly,
            ("earliest", signedOn)
        );
        var inForce = details.EffectiveOn ?? signedOn;
        Problem.Unless(
            details.ExpiresOn is null || details.ExpiresOn >= inForce,
            "details.expiresOn",
            FieldCodes.TooEarly,
            ("earliest", inForce)
        );
        if (details.Urgency is not null)
        {
            await db.Urgencies.OneOfAsync(details.Urgency, "details.urgency", signedOn, ct);
        }

        return details with
        {
            SignerCapacity = Optional(details.SignerCapacity, "details.signerCapacity", 200),
            Place = Optional(details.Place, "details.place", 100),
            Circulation = Optional(details.Circulation, "details.circulation", 300),
        };
    }

    private static string? Optional(string? text, string field, int max) =>
        string.IsNullOrWhiteSpace(text) ? null : Problem.Text(text, field, max).Normalize(NormalizationForm.FormC);

    private async Task<(string Type, Symbol Symbol)> SymbolAsync(RecordDirective record, CancellationToken ct)
    {
        var types = await db.DocumentTypes.AsNoTracking().On(record.SignedOn).ToListAsync(ct);
        var type = types.SingleOrDefault(row =>
            string.Equals(row.Code, record.DocumentType?.Trim().Normalize(NormalizationForm.FormC), StringComparison.OrdinalIgnoreCase)
        )
            ?? throw Problem.Invalid(
                "documentType",
                DirectiveProblems.DocumentType,
                ("day", record.SignedOn),
                ("allowed", types.Select(row => row.Code).Order(StringComparer.Ordinal).ToList())
            );
        var symbol = Symbol.TryParse(record.Symbol, types.SelectMany(row => row.SymbolCodes).Distinct())
            ?? throw Problem.Invalid("symbol", DirectiveProblems.Symbol);
        Problem.Unless(
            type.SymbolCodes.Contains(symbol.TypeCode),
            "symbol",
            DirectiveProblems.SymbolOfAnotherType,
            ("named", symbol.TypeCode),
            ("type", type.Code)
        );
        return (type.Code, symbol);
    }

    private async Task DemandSuperiorAsync(RecordDirective record, CancellationToken ct)
    {
        if (record.CarriesOutId is null)
        {
            return;
        }

        var superior = await db
            .Directives.AsNoTracking()
            .Where(directive => directive.Id == record.CarriesOutId && directive.CampaignId == record.CampaignId)
            .Select(directive => new { directive.Symbol, directive.SignedOn })
            .SingleOrDefaultAsync(ct)
            ?? throw Problem.Invalid("carriesOutId", DirectiveProblems.SuperiorDocument);
        Problem.Unless(
            superior.SignedOn <= record.SignedOn,
            "carriesOutId",
            DirectiveProblems.SuperiorSignedLater,
            ("symbol", superior.Symbol)
        );
    }

    private async Task DemandNewAsync(Directive directive, CancellationToken ct)
    {
        var existing = await db
            .Directives.AsNoTracking()
            .Where(row =>
                row.CampaignId == directive.CampaignId
                && row.IssuerKey == directive.IssuerKey
                && row.Symbol == directive.Symbol
                && row.SignedYear == directive.SignedYear
                && row.Id != directive.Id
            )
            .Select(row => new { row.Id, row.OwnerUnitPath })
            .SingleOrDefaultAsync(ct);
        if (existing is not null)
        {
            throw new Problem(DirectiveProblems.AlreadyRecorded, ("symbol", directive.Symbol), ("unit", existing.OwnerUnitPath))
            {
                Extensions = { ["directiveId"] = existing.Id },
            };
        }
    }
}
