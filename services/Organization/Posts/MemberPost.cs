using Campaign.Contracts;
using Campaign.Hosting.Database;
using Campaign.Organization.Members;
using Campaign.Organization.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Organization.Posts;

/// <summary>A member's post: a role in a unit and all below it, for a time. Identity turns it into permissions.</summary>
public sealed class MemberPost
{
    public required Guid Id { get; init; }
    public required Guid MemberId { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitPath { get; set; }

    /// <summary>One of <see cref="Roles"/>.</summary>
    public required string Role { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which the post is no longer held; null while its end is open.</summary>
    public DateOnly? ValidTo { get; private set; }

    public long Version { get; private set; } = 1;

    /// <summary>The partition of its unit.</summary>
    public string District => Contracts.UnitPath.District(UnitPath);

    public static MemberPost Assign(Member member, Unit unit, string role, DateOnly validFrom, DateOnly? validTo) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            MemberId = member.Id,
            UnitId = unit.Id,
            UnitPath = unit.Path,
            Role = role,
            ValidFrom = validFrom,
            ValidTo = validTo,
        };

    /// <summary>The same post in the unit that takes over from its unit.</summary>
    public static MemberPost GoOn(MemberPost post, Unit successor, DateOnly from, DateOnly? until) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            MemberId = post.MemberId,
            UnitId = successor.Id,
            UnitPath = successor.Path,
            Role = post.Role,
            ValidFrom = from,
            ValidTo = until,
        };

    /// <summary>Takes the place that its unit has now.</summary>
    /// <returns>Whether that is another.</returns>
    public bool Follow(Unit unit)
    {
        if (UnitPath == unit.Path)
        {
            return false;
        }

        UnitPath = unit.Path;
        Version++;
        return true;
    }

    /// <summary>Whether it is held on some day that [<paramref name="from"/>, <paramref name="to"/>) also has.</summary>
    public bool Overlaps(DateOnly from, DateOnly? to) => (to is null || ValidFrom < to) && (ValidTo is null || from < ValidTo);

    public void End(DateOnly validTo)
    {
        ValidTo = validTo;
        Version++;
    }

    public PostAssigned Assigned() =>
        new()
        {
            District = District,
            AggregateId = Id,
            Version = Version,
            MemberId = MemberId,
            UnitId = UnitId,
            UnitPath = UnitPath,
            Role = Role,
            ValidFrom = ValidFrom,
            ValidTo = ValidTo,
        };

    public PostEnded Ended() =>
        new()
        {
            District = District,
            AggregateId = Id,
            Version = Version,
            MemberId = MemberId,
            ValidTo = ValidTo!.Value,
        };

    internal static void Configure(EntityTypeBuilder<MemberPost> post)
    {
        post.ToTable("posts");
        post.Property(p => p.Id).ValueGeneratedNever();
        post.Property(p => p.UnitPath).IsUnitPath();
        post.Property(p => p.Role).HasMaxLength(40);
        post.Property(p => p.Version).IsConcurrencyToken();
        post.Ignore(p => p.District);
        post.HasOne<Member>().WithMany().HasForeignKey(p => p.MemberId).OnDelete(DeleteBehavior.Restrict);
        post.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        post.HasIndex(p => new { p.MemberId, p.ValidFrom });
        post.HasIndex(p => p.UnitPath);
        // what runs without an end is held once
        post.HasIndex(p => new
            {
                p.MemberId,
                p.UnitId,
                p.Role,
            })
            .IsUnique()
            .HasFilter("valid_to is null");
    }
}
