using System.Text.Json;
using Campaign.Api.Organization;
using Campaign.Api.Problems;
using Campaign.Hosting.Access;
using Campaign.Hosting.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Organization.Reorganisation;

/// <summary>A decision that reorganises the tree from a day on: its steps take effect in order, all or none.</summary>
public sealed class Decision
{
    public const int MaxNumber = 60;
    public const int MaxSummary = 500;

    public required Guid Id { get; init; }

    /// <summary>As on the paper, e.g. <c>19-NQ/TU</c>; unique with the day of signature.</summary>
    public required string Number { get; init; }

    public required DateOnly SignedOn { get; init; }

    /// <summary>First day of the new order.</summary>
    public required DateOnly EffectiveOn { get; init; }

    public required string Summary { get; init; }

    /// <summary>Whether the posts of a unit that ends go on in its successor; otherwise they end.</summary>
    public required bool CarryPosts { get; init; }

    /// <summary>The steps as JSON (<see cref="ReorganisationStep"/>).</summary>
    public required string Steps { get; init; }

    /// <summary>The lowest unit that has all of it below itself: who covers it sees the decision.</summary>
    public required string ScopePath { get; init; }

    public required string RecordedBy { get; init; }

    /// <summary>One of <see cref="DecisionStates"/>.</summary>
    public string State { get; private set; } = DecisionStates.Scheduled;

    public DateTimeOffset? AppliedAt { get; private set; }

    /// <summary>Why it could not take effect, as JSON (<see cref="ProblemView"/>).</summary>
    public string? Problem { get; private set; }

    public long Version { get; private set; } = 1;

    public IReadOnlyList<ReorganisationStep> ReadSteps() =>
        JsonSerializer.Deserialize<List<ReorganisationStep>>(Steps, JsonSerializerOptions.Web)!;

    public void Apply(DateTimeOffset at) => (State, AppliedAt, Version) = (DecisionStates.Applied, at, Version + 1);

    public void Fail(ProblemView problem) =>
        (State, Problem, Version) = (DecisionStates.Failed, JsonSerializer.Serialize(problem, JsonSerializerOptions.Web), Version + 1);

    public void Cancel() => (State, Version) = (DecisionStates.Cancelled, Version + 1);

    public DecisionView View(Caller caller) =>
        new(
            Id,
            Number,
            SignedOn,
            EffectiveOn,
            Summary,
            CarryPosts,
            ReadSteps(),
            ScopePath,
            RecordedBy,
            State,
            AppliedAt,
            Problem is null ? null : JsonSerializer.Deserialize<ProblemView>(Problem, JsonSerializerOptions.Web),
            Version
        )
        {
            May = DecisionActions.All.May(caller, this),
        };

    internal static void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.ToTable("decisions");
        decision.Property(d => d.Id).ValueGeneratedNever();
        decision.Property(d => d.Number).HasMaxLength(MaxNumber);
        decision.Property(d => d.Summary).HasMaxLength(MaxSummary);
        decision.Property(d => d.ScopePath).IsUnitPath();
        decision.Property(d => d.RecordedBy).HasMaxLength(200);
        decision.Property(d => d.State).HasMaxLength(20);
        decision.Property(d => d.Version).IsConcurrencyToken();
        decision.HasIndex(d => new { d.Number, d.SignedOn }).IsUnique();
        decision.HasIndex(d => new { d.EffectiveOn, d.Id });
        decision.HasIndex(d => d.EffectiveOn, "ix_decisions_waiting").HasFilter("state = 'scheduled'");
    }
}
