using Campaign.Hosting.Database;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Proposals;

/// <summary>
/// An assignment that asks a unit for a session. It shows until a session takes it up (that session names it) or the
/// assignment is completed; the completed row stays, so that news arriving late cannot bring the proposal back.
/// </summary>
[NotAudited]
public sealed class Proposal
{
    public required Guid AssignmentId { get; init; }

    public required Guid DirectiveId { get; set; }

    public required Guid UnitId { get; set; }

    public required string UnitPath { get; set; }

    public Guid? CampaignId { get; set; }

    /// <summary>Of the catalogue, see <see cref="Scheduling.SessionKind"/>.</summary>
    public required string Kind { get; set; }

    public required string Title { get; set; }

    public required DateOnly DueOn { get; set; }

    public bool Completed { get; set; }

    /// <summary>Of the assignment; older news is ignored.</summary>
    public required long Version { get; set; }

    internal static void Configure(EntityTypeBuilder<Proposal> proposal)
    {
        proposal.ToTable("proposals");
        proposal.HasKey(p => p.AssignmentId);
        proposal.Property(p => p.UnitPath).IsUnitPath();
        proposal.Property(p => p.Kind).HasMaxLength(Scheduling.SessionKind.MaxCode);
        proposal.HasIndex(p => p.UnitPath).HasFilter("not completed");
        proposal.HasIndex(p => new { p.DueOn, p.AssignmentId }).HasFilter("not completed");
    }
}
