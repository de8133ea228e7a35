using Campaign.Api.Directive;

namespace Campaign.Portal.Directives;

/// <summary>A document while it is being written.</summary>
public sealed class DocumentDraft
{
    public string? Type { get; set; } = "KH";
    public string? Symbol { get; set; }
    public string? Title { get; set; }
    public string? Issuer { get; set; }
    public string? Signer { get; set; }
    public DateOnly? SignedOn { get; set; }
    public string? CarriesOut { get; set; }
    public string? Body { get; set; }
    public string? SignerCapacity { get; set; }
    public string? Place { get; set; }
    public DateOnly? EffectiveOn { get; set; }
    public DateOnly? ExpiresOn { get; set; }
    public string? Urgency { get; set; }
    public string? Circulation { get; set; }
    public IReadOnlyList<DirectiveRelation> Relations { get; set; } = [];

    public bool IsComplete =>
        SignedOn is not null && Type is not null && new[] { Symbol, Title, Issuer, Signer }.All(text => !string.IsNullOrWhiteSpace(text));

    public static DocumentDraft Of(DirectiveView directive, string? body, IReadOnlyList<DirectiveRelation> relations) =>
        new()
        {
            Type = directive.DocumentType,
            Symbol = directive.Symbol,
            Title = directive.Title,
            Issuer = directive.Issuer,
            Signer = directive.Signer,
            SignedOn = directive.SignedOn,
            CarriesOut = directive.CarriesOutId?.ToString(),
            Body = body,
            SignerCapacity = directive.Details.SignerCapacity,
            Place = directive.Details.Place,
            EffectiveOn = directive.Details.EffectiveOn,
            ExpiresOn = directive.Details.ExpiresOn,
            Urgency = directive.Details.Urgency,
            Circulation = directive.Details.Circulation,
            Relations = relations,
        };

    public RecordDirective Read(Guid campaign, Guid owner) =>
        new(
            campaign,
            Type!,
            Symbol!,
            Title!,
            Issuer!,
            owner,
            Signer!,
            SignedOn!.Value,
            Guid.TryParse(CarriesOut, out var superior) ? superior : null,
            string.IsNullOrWhiteSpace(Body) ? null : Body,
            null
        )
        {
            Details = new DocumentDetails(SignerCapacity, Place, EffectiveOn, ExpiresOn, Urgency, Circulation),
            Relations = Relations,
        };
}
