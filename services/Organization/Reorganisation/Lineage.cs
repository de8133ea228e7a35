using Campaign.Organization.Units;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Organization.Reorganisation;

/// <summary>By a decision one unit went on in another's place. A predecessor has ended, so the lines never close to a circle.</summary>
[NotAudited]
public sealed class Lineage
{
    public required Guid PredecessorId { get; init; }
    public required Guid SuccessorId { get; init; }
    public required Guid DecisionId { get; init; }

    /// <summary>One of <see cref="Contracts.ReorganisationKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>First day of the successor's taking over.</summary>
    public required DateOnly On { get; init; }

    internal static void Configure(EntityTypeBuilder<Lineage> lineage)
    {
        lineage.ToTable("lineage");
        lineage.HasKey(l => new { l.PredecessorId, l.SuccessorId });
        lineage.Property(l => l.Kind).HasMaxLength(20);
        lineage.HasOne<Unit>().WithMany().HasForeignKey(l => l.PredecessorId).OnDelete(DeleteBehavior.Restrict);
        lineage.HasOne<Unit>().WithMany().HasForeignKey(l => l.SuccessorId).OnDelete(DeleteBehavior.Restrict);
        lineage.HasOne<Decision>().WithMany().HasForeignKey(l => l.DecisionId).OnDelete(DeleteBehavior.Restrict);
        lineage.HasIndex(l => l.SuccessorId);
    }
}
