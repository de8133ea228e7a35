using Campaign.Hosting.Database;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Recognition.Awards;

/// <summary>A signed decision; one covers many awards.</summary>
public sealed class Decision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>E.g. <c>812-QĐ/QU</c>; unique among an issuer's decisions of a year.</summary>
    public required string Number { get; init; }

    public required int Year { get; init; }

    [AuditedByName]
    public required string Signer { get; init; }
    public required DateOnly SignedOn { get; init; }

    /// <summary>The unit whose council voted.</summary>
    public required string IssuerPath { get; init; }

    public required string IssuerName { get; init; }

    internal static void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.ToTable("decisions");
        decision.Property(d => d.Id).ValueGeneratedNever();
        decision.Property(d => d.Number).HasMaxLength(60);
        decision.Property(d => d.Signer).HasMaxLength(200);
        decision.Property(d => d.IssuerPath).IsUnitPath();
        decision.Property(d => d.IssuerName).HasMaxLength(300);
        decision
            .HasIndex(d => new
            {
                d.IssuerPath,
                d.Year,
                d.Number,
            })
            .IsUnique();
    }
}
