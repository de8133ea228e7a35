using Campaign.Api.Directive;

namespace Campaign.Portal.Commitments;

/// <summary>A deed while it is being written.</summary>
public sealed class DeedDraftRow
{
    /// <summary>Null for one that is promised anew.</summary>
    public Guid? Id { get; init; }

    public string? What { get; set; }
    public decimal? Target { get; set; }
    public string? Measure { get; set; }
    public DateOnly? DueOn { get; set; }

    public bool IsComplete => !string.IsNullOrWhiteSpace(What) && Target > 0 && !string.IsNullOrWhiteSpace(Measure) && DueOn is not null;

    public DeedDraft Read() => new(Id, What!.Trim(), Target!.Value, Measure!.Trim(), DueOn!.Value);

    public static DeedDraftRow Of(DeedView deed) =>
        new()
        {
            Id = deed.Id,
            What = deed.What,
            Target = deed.Target,
            Measure = deed.Measure,
            DueOn = deed.DueOn,
        };
}
