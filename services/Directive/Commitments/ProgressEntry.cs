using Campaign.Api.Directive;
using Campaign.ServiceDefaults.Audit;

namespace Campaign.Directives.Commitments;

/// <summary>What was done on a day towards a deed, and how one can see it.</summary>
public sealed class ProgressEntry
{
    public const int MaxEvidence = 2000;
    public const int MaxLink = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DeedId { get; init; }
    public required DateOnly On { get; set; }

    /// <summary>In the deed's measure.</summary>
    public required decimal Amount { get; set; }

    [AuditedByName]
    public required string Evidence { get; set; }

    /// <summary>An http or https address.</summary>
    public string? Link { get; set; }

    /// <summary>UTC; of the last correction.</summary>
    public required DateTimeOffset At { get; set; }

    [AuditedByName]
    public required string By { get; set; }

    public DeedProgressView View() => new(Id, DeedId, On, Amount, Evidence, Link, At, By);
}
