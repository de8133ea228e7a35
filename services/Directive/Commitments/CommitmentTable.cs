using Campaign.Directories.People;
using Campaign.Hosting.Database;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Commitments;

/// <summary>How commitments, deeds and progress are kept, and the members that answer as heads.</summary>
internal static class CommitmentTable
{
    public static void Configure(ModelBuilder model)
    {
        Person.Configure(model.Entity<Person>());
        model.Entity<Commitment>(commitment =>
        {
            commitment.ToTable("commitments");
            commitment.Property(c => c.Id).ValueGeneratedNever();
            commitment.Property(c => c.UnitPath).IsUnitPath();
            commitment.Property(c => c.District).HasMaxLength(60);
            commitment.Property(c => c.Title).HasMaxLength(300);
            commitment.Property(c => c.State).HasMaxLength(10);
            commitment.Property(c => c.SessionTopic).HasMaxLength(500);
            commitment.Property(c => c.Version).IsConcurrencyToken();
            commitment.HasOne<Campaigns.CampaignRecord>().WithMany().HasForeignKey(c => c.CampaignId).OnDelete(DeleteBehavior.Restrict);
            commitment.HasOne<Documents.Directive>().WithMany().HasForeignKey(c => c.DirectiveId).OnDelete(DeleteBehavior.Restrict);
            commitment.HasOne<Assignments.Assignment>().WithMany().HasForeignKey(c => c.AssignmentId).OnDelete(DeleteBehavior.Restrict);
            commitment.HasMany(c => c.Deeds).WithOne().HasForeignKey(d => d.CommitmentId).OnDelete(DeleteBehavior.Restrict);
            commitment.HasIndex(c => new { c.UnitPath, c.Id });
            commitment.HasIndex(c => c.UnitId);
            commitment
                .HasIndex(c => c.UnitPath, "falling_due")
                .HasDatabaseName("ix_commitments_falling_due")
                .HasFilter("next_due_on is not null");
            commitment.HasIndex(c => c.UnitPath, "to_confirm").HasDatabaseName("ix_commitments_to_confirm").HasFilter("to_confirm > 0");
        });
        model.Entity<Deed>(deed =>
        {
            deed.ToTable("commitment_deeds");
            deed.Property(d => d.Id).ValueGeneratedNever();
            deed.Property(d => d.What).HasMaxLength(500);
            deed.Property(d => d.Target).HasPrecision(14, 2);
            deed.Property(d => d.Measure).HasMaxLength(100);
            deed.Property(d => d.State).HasMaxLength(10);
            deed.Property(d => d.Done).HasPrecision(18, 2);
            deed.Property(d => d.ConfirmedBy).HasMaxLength(200);
            deed.Property(d => d.WithdrawnBecause).HasMaxLength(1000);
            deed.HasMany(d => d.Entries).WithOne().HasForeignKey(e => e.DeedId).OnDelete(DeleteBehavior.Restrict);
            deed.HasIndex(d => new { d.CommitmentId, d.No }).IsUnique();
        });
        model.Entity<ProgressEntry>(entry =>
        {
            entry.ToTable("commitment_progress");
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Property(e => e.On).HasColumnName("done_on");
            entry.Property(e => e.Amount).HasPrecision(14, 2);
            entry.Property(e => e.Evidence).HasMaxLength(ProgressEntry.MaxEvidence);
            entry.Property(e => e.Link).HasMaxLength(ProgressEntry.MaxLink);
            entry.Property(e => e.By).HasMaxLength(200);
            entry.HasIndex(e => new
            {
                e.DeedId,
                e.On,
                e.Id,
            });
        });
    }
}
