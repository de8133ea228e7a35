using Campaign.Hosting.Database;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Directives.RollUps;

/// <summary>How far one requirement of a directive has come in one unit and everything below it; see <see cref="Tally"/>.</summary>
[NotAudited]
public sealed class RollUp
{
    public required Guid DirectiveId { get; init; }

    /// <summary>Steps below the root of the tree: 0 is the city's own row, 1 a district.</summary>
    public required short Level { get; init; }

    public required string UnitPath { get; init; }
    public required int RequirementNo { get; init; }
    public int Assignments { get; init; }
    public int Acknowledged { get; init; }
    public int Completed { get; init; }
    public int OnTime { get; init; }
    public int Overdue { get; init; }
    public int Returned { get; init; }
    public int Reported { get; init; }

    internal static void Configure(EntityTypeBuilder<RollUp> rollUp)
    {
        rollUp.ToTable("roll_ups");
        rollUp.HasKey(r => new
        {
            r.DirectiveId,
            r.Level,
            r.UnitPath,
            r.RequirementNo,
        });
        rollUp.Property(r => r.UnitPath).IsUnitPath();
        rollUp
            .HasIndex(r => new
            {
                r.DirectiveId,
                r.Level,
                r.UnitPath,
            })
            .HasDatabaseName("ix_roll_ups_late")
            .HasFilter("completed - on_time + overdue > 0");
    }
}
