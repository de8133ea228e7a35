using Campaign.Organization.Reorganisation;
using Campaign.Organization.Units;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Organization.Members;

/// <summary>
/// A time that is over, in which a member was at home in a unit with a status: transfers and changes of status add to it, nothing is
/// taken from it. The present period stands in the member's own row.
/// </summary>
[NotAudited]
public sealed class MemberPeriod
{
    public required Guid Id { get; init; }
    public required Guid MemberId { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>One of <see cref="Contracts.MemberStatuses"/>.</summary>
    public required string Status { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day of the next period.</summary>
    public required DateOnly ValidTo { get; init; }

    /// <summary>The decision that ended it, where it was one.</summary>
    public Guid? DecisionId { get; init; }

    public static MemberPeriod Of(Member member, DateOnly until) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            MemberId = member.Id,
            UnitId = member.UnitId,
            Status = member.Status,
            ValidFrom = member.Since,
            ValidTo = until,
        };

    internal static void Configure(EntityTypeBuilder<MemberPeriod> period)
    {
        period.ToTable("member_history");
        period.Property(p => p.Id).ValueGeneratedNever();
        period.Property(p => p.Status).HasMaxLength(20);
        period.HasOne<Member>().WithMany().HasForeignKey(p => p.MemberId).OnDelete(DeleteBehavior.Cascade);
        period.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        period.HasOne<Decision>().WithMany().HasForeignKey(p => p.DecisionId).OnDelete(DeleteBehavior.Restrict);
        period.HasIndex(p => new { p.MemberId, p.ValidFrom });
        period.HasIndex(p => new { p.UnitId, p.ValidFrom });
    }
}
