using Campaign.Recognition.Nominations;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Recognition.Voting;

/// <summary>One council member's vote on one nomination; a later one replaces it until the decision.</summary>
[NotAudited]
public sealed class Vote
{
    public required Guid NominationId { get; init; }
    public required Guid CouncilMemberId { get; init; }
    public required bool InFavour { get; set; }

    /// <summary>Cast by the member; false for a vote given in writing.</summary>
    public required bool InPerson { get; set; }

    /// <summary>Account that cast it, or recorded a vote given in writing.</summary>
    public required string RecordedBy { get; set; }

    public required DateTimeOffset At { get; set; }

    internal static void Configure(EntityTypeBuilder<Vote> vote)
    {
        vote.ToTable("votes");
        vote.HasKey(v => new { v.NominationId, v.CouncilMemberId });
        vote.Property(v => v.RecordedBy).HasMaxLength(100);
        vote.HasOne<Nomination>().WithMany().HasForeignKey(v => v.NominationId);
    }
}
