using Campaign.Hosting.Database;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Members;

/// <summary>This service's copy of a member, as last heard from Organization: who can be expected at a session.</summary>
[NotAudited]
public sealed class Member
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string FullName { get; init; }

    /// <summary>The home cell.</summary>
    public required Guid UnitId { get; init; }

    public required string UnitPath { get; init; }

    /// <summary>One of <see cref="Contracts.MemberStatuses"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Of the member in Organization; older news is ignored.</summary>
    public required long Version { get; init; }

    internal static void Configure(EntityTypeBuilder<Member> member)
    {
        member.ToTable("members");
        member.Property(m => m.Id).ValueGeneratedNever();
        member.Property(m => m.Number).HasMaxLength(60);
        member.Property(m => m.FullName).HasMaxLength(200);
        member.Property(m => m.UnitPath).IsUnitPath();
        member.Property(m => m.Status).HasMaxLength(20);
        member.HasIndex(m => m.UnitPath);
        member.HasIndex(m => m.Number);
    }
}
