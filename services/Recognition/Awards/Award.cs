using Campaign.Api.Recognition;
using Campaign.Hosting.Access;
using Campaign.Hosting.Database;
using Campaign.Recognition.Nominations;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Recognition.Awards;

/// <summary>What a decision granted; names are as on the certificate and do not change with the catalogue or the tree.</summary>
public sealed class Award
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CampaignId { get; init; }
    public required Guid NominationId { get; init; }
    public required Guid DecisionId { get; init; }
    public Decision? Decision { get; init; }
    public required string SubjectKind { get; init; }
    public required Guid SubjectId { get; init; }

    [AuditedByName]
    public required string SubjectName { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }
    public required string UnitName { get; init; }
    public required string District { get; init; }
    public required string Title { get; init; }
    public required string TitleName { get; init; }

    [AuditedByName]
    public required string Achievement { get; init; }
    public DateOnly? RevokedOn { get; private set; }

    [AuditedByName]
    public string? RevokedReason { get; private set; }

    /// <summary>Leads to the public verification page; random, so that it cannot be guessed from another.</summary>
    [AuditedByName]
    public required string VerificationCode { get; init; }

    public long Version { get; private set; } = 1;

    public void Revoke(DateOnly on, string reason)
    {
        (RevokedOn, RevokedReason) = (on, reason);
        Version++;
    }

    public AwardView ToView(Caller caller) =>
        new(
            Id,
            CampaignId,
            NominationId,
            SubjectKind,
            SubjectId,
            SubjectName,
            UnitPath,
            UnitName,
            Title,
            TitleName,
            Achievement,
            Decision!.Number,
            Decision.Signer,
            Decision.SignedOn,
            RevokedOn,
            RevokedReason,
            VerificationCode,
            Version
        )
        {
            May = AwardActions.All.May(caller, this),
        };

    internal static void Configure(EntityTypeBuilder<Award> award)
    {
        award.ToTable("awards");
        award.Property(a => a.Id).ValueGeneratedNever();
        award.Property(a => a.SubjectKind).HasMaxLength(20);
        award.Property(a => a.SubjectName).HasMaxLength(300);
        award.Property(a => a.UnitPath).IsUnitPath();
        award.Property(a => a.UnitName).HasMaxLength(300);
        award.Property(a => a.District).HasMaxLength(60);
        award.Property(a => a.Title).HasMaxLength(60);
        award.Property(a => a.TitleName).HasMaxLength(200);
        award.Property(a => a.Achievement).HasMaxLength(20_000);
        award.Property(a => a.RevokedReason).HasMaxLength(2000);
        award.Property(a => a.VerificationCode).HasMaxLength(40);
        award.Property(a => a.Version).IsConcurrencyToken();
        award.HasOne(a => a.Decision).WithMany().HasForeignKey(a => a.DecisionId);
        award.HasOne<Nomination>().WithMany().HasForeignKey(a => a.NominationId);
        award.HasIndex(a => a.NominationId).IsUnique();
        award.HasIndex(a => a.VerificationCode).IsUnique();
        award
            .HasIndex(a => new
            {
                a.CampaignId,
                a.SubjectId,
                a.Title,
            })
            .IsUnique()
            .HasFilter("revoked_on is null");
        award.HasIndex(a => new { a.CampaignId, a.Id });
        award.HasIndex(a => new { a.UnitPath, a.Id });
    }
}
