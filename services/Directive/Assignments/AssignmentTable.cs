using Campaign.Hosting.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Directives.Assignments;

public sealed partial class Assignment
{
    internal static void Configure(EntityTypeBuilder<Assignment> assignment)
    {
        assignment.ToTable("assignments");
        assignment.Property(a => a.Id).ValueGeneratedNever();
        assignment.Property(a => a.UnitPath).IsUnitPath();
        assignment.Property(a => a.District).HasMaxLength(60);
        assignment.Property(a => a.Requirement).HasMaxLength(40);
        assignment.Property(a => a.Completion).HasMaxLength(20);
        assignment.Property(a => a.Title).HasMaxLength(300);
        assignment.Property(a => a.Part).HasMaxLength(15);
        assignment.Property(a => a.State).HasMaxLength(15);
        assignment.HasOne<Documents.Directive>().WithMany().HasForeignKey(a => a.DirectiveId).OnDelete(DeleteBehavior.Restrict);
        assignment.HasIndex(a => new
        {
            a.DirectiveId,
            a.UnitPath,
            a.Id,
        });
        assignment.HasIndex(a => new { a.UnitPath, a.Id });
        assignment.HasIndex(a => a.UnitId);
        assignment.HasIndex(a => a.DirectiveId).HasDatabaseName("ix_assignments_of_lead").HasFilter("part is not null");
        assignment
            .HasIndex(a => a.DueOn)
            .HasDatabaseName("ix_assignments_falling_due")
            .HasFilter("overdue_on is null and completed_on is null and state <> 'recalled'");
        assignment.Property(a => a.RemindOn).HasDefaultValue(DateOnly.MinValue);
        assignment
            .HasIndex(a => a.RemindOn)
            .HasDatabaseName("ix_assignments_to_remind")
            .HasFilter("completed_on is null and state <> 'recalled'");
        assignment.HasIndex(a => a.UnitPath).HasDatabaseName("ix_assignments_asking_for_time").HasFilter("asked_until is not null");
    }
}
