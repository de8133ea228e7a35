using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;

namespace Campaign.Directives.Documents;

/// <summary>A document of a campaign: recorded as a draft, then issued to units, or to none when it is only taken on record.</summary>
public sealed partial class Directive
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CampaignId { get; init; }

    /// <summary>Code of the catalogue as of <see cref="SignedOn"/>.</summary>
    public required string DocumentType { get; set; }

    /// <summary>Normalised; see <see cref="Documents.Symbol"/>.</summary>
    public required string Symbol { get; set; }

    public required int Number { get; set; }
    public required string TypeCode { get; set; }
    public required string IssuerSuffix { get; set; }
    public required string Title { get; set; }
    public required string Issuer { get; set; }

    /// <summary>The issuer as it is compared; see <see cref="FoldedText"/>.</summary>
    public required string IssuerKey { get; set; }

    /// <summary>The unit that issues the document, or that received a superior body's.</summary>
    public required Guid OwnerUnitId { get; set; }

    public required string OwnerUnitPath { get; set; }

    [AuditedByName]
    public required string Signer { get; set; }
    public required DateOnly SignedOn { get; set; }

    /// <summary>Tells apart the same symbol of two committee terms.</summary>
    public required int SignedYear { get; set; }

    /// <summary>The superior document that this one carries out; signed no later than this one, so there are no cycles.</summary>
    public Guid? CarriesOutId { get; set; }

    /// <summary>Authority and office in which it was signed.</summary>
    public string? SignerCapacity { get; set; }

    public string? Place { get; set; }

    /// <summary>First day in force; null is the day of signature.</summary>
    public DateOnly? EffectiveOn { get; set; }

    /// <summary>Last day in force.</summary>
    public DateOnly? ExpiresOn { get; set; }

    /// <summary>Code of the catalogue as of <see cref="SignedOn"/>, see <see cref="Documents.Urgency"/>.</summary>
    public string? Urgency { get; set; }

    public string? Circulation { get; set; }

    /// <summary>The later document that took its place when it was issued.</summary>
    public Guid? ReplacedById { get; private set; }

    public string State { get; private set; } = DirectiveStates.Draft;

    /// <summary>How many units it was issued to.</summary>
    public int Units { get; internal set; }

    /// <summary>Symbol, title and issuer as they are searched.</summary>
    [AuditedByName]
    public required string Search { get; set; }

    public long Version { get; private set; } = 1;

    /// <summary>Takes over everything that was corrected in the draft.</summary>
    /// <exception cref="Problem"><c>already-issued</c> (409).</exception>
    public void Correct(Directive corrected)
    {
        Problem.Throw(AgainstChanging());
        (DocumentType, Symbol, Number, TypeCode, IssuerSuffix) = (
            corrected.DocumentType,
            corrected.Symbol,
            corrected.Number,
            corrected.TypeCode,
            corrected.IssuerSuffix
        );
        (Title, Issuer, IssuerKey, Search) = (corrected.Title, corrected.Issuer, corrected.IssuerKey, corrected.Search);
        (OwnerUnitId, OwnerUnitPath) = (corrected.OwnerUnitId, corrected.OwnerUnitPath);
        (Signer, SignedOn, SignedYear, CarriesOutId) = (corrected.Signer, corrected.SignedOn, corrected.SignedYear, corrected.CarriesOutId);
        (SignerCapacity, Place, EffectiveOn, ExpiresOn) = (
            corrected.SignerCapacity,
            corrected.Place,
            corrected.EffectiveOn,
            corrected.ExpiresOn
        );
        (Urgency, Circulation) = (corrected.Urgency, corrected.Circulation);
        Version++;
    }

    /// <summary>Another file is attached, or none any more.</summary>
    /// <exception cref="Problem"><c>already-issued</c> (409).</exception>
    public void ChangeAttachment()
    {
        Problem.Throw(AgainstChanging());
        Version++;
    }

    /// <summary>Why it stays as it is; null while it is a draft.</summary>
    internal Problem? AgainstChanging() => State == DirectiveStates.Issued ? new Problem(DirectiveProblems.AlreadyIssued) : null;

    /// <summary>A later document took its place.</summary>
    public void Replace(Guid by)
    {
        ReplacedById = by;
        Version++;
    }

    /// <summary>Puts the document in force for so many units; 0 takes it on record.</summary>
    /// <exception cref="Problem"><c>already-issued</c> (409).</exception>
    public DirectiveIssued Issue(int units)
    {
        Problem.Throw(AgainstChanging());
        State = DirectiveStates.Issued;
        Units = units;
        Version++;
        return new DirectiveIssued
        {
            District = UnitPath.District(OwnerUnitPath),
            CampaignId = CampaignId,
            AggregateId = Id,
            Version = Version,
            Symbol = Symbol,
            DocumentType = DocumentType,
            Title = Title,
            Issuer = Issuer,
            SignedOn = SignedOn,
            CarriesOutId = CarriesOutId,
            Units = units,
        };
    }
}
