using Campaign.Api.Session;

namespace Campaign.Portal.Holding;

/// <summary>An action item as it is being written.</summary>
public sealed class ActionRow
{
    public Guid? Id { get; init; }
    public string? What { get; set; }

    /// <summary>Id of a participant; null: the unit answers for it.</summary>
    public string? Member { get; set; }

    /// <summary>A unit below the session's that answers for it, kept as it was written.</summary>
    public Guid? Unit { get; init; }

    public DateOnly? DueOn { get; set; }
    public decimal Target { get; set; } = 1;
    public string? Measure { get; set; } = "việc";

    public bool IsComplete => !string.IsNullOrWhiteSpace(What) && DueOn is not null && Target > 0 && !string.IsNullOrWhiteSpace(Measure);

    public static ActionRow Of(ActionItemView item) =>
        new()
        {
            Id = item.Id,
            What = item.What,
            Member = item.MemberId?.ToString(),
            Unit = item.MemberId is null ? item.UnitId : null,
            DueOn = item.DueOn,
            Target = item.Target,
            Measure = item.Measure,
        };

    public ActionItemDraft Read() =>
        new(
            Id,
            What ?? "",
            Guid.TryParse(Member, out var member) ? member : null,
            Member is null ? Unit : null,
            DueOn!.Value,
            Target,
            Measure
        );
}
