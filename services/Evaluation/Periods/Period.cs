using Campaign.Hosting.Database;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Evaluation.Periods;

/// <summary>A stretch of time over which a subtree's members and units are reviewed under fixed rule sets.</summary>
public sealed class Period
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CampaignId { get; init; }
    public required string Name { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public required DateOnly To { get; init; }

    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }

    /// <summary><c>code/version</c>.</summary>
    public required string MemberRuleSet { get; init; }

    /// <summary><c>code/version</c>.</summary>
    public required string UnitRuleSet { get; init; }

    public long Version { get; set; } = 1;

    internal static void Configure(EntityTypeBuilder<Period> period)
    {
        period.Property(p => p.Id).ValueGeneratedNever();
        period.Property(p => p.Name).HasMaxLength(200);
        period.Property(p => p.UnitPath).IsUnitPath();
        period.Property(p => p.MemberRuleSet).HasMaxLength(80);
        period.Property(p => p.UnitRuleSet).HasMaxLength(80);
        period.Property(p => p.Version).IsConcurrencyToken();
        period.HasIndex(p => p.UnitPath);
        period
            .HasIndex(p => new
            {
                p.CampaignId,
                p.UnitId,
                p.Name,
            })
            .IsUnique();
    }
}

/// <summary>
/// A running count of a period, one row per district so that districts that work at once do not wait for each other.
/// </summary>
[NotAudited]
public sealed class PeriodCount
{
    public required Guid PeriodId { get; init; }
    public required string District { get; init; }

    /// <summary><see cref="PeriodCounter.Reviews"/>, <see cref="PeriodCounter.Proposed"/> or a rank.</summary>
    public required string Measure { get; init; }

    public required int Count { get; init; }

    internal static void Configure(EntityTypeBuilder<PeriodCount> count)
    {
        count.ToTable("period_counts");
        count.HasKey(c => new
        {
            c.PeriodId,
            c.District,
            c.Measure,
        });
        count.Property(c => c.District).HasMaxLength(60);
        count.Property(c => c.Measure).HasMaxLength(20);
        count.HasOne<Period>().WithMany().HasForeignKey(c => c.PeriodId);
    }
}
