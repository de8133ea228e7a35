using Campaign.Contracts;
using Campaign.Defaults.Audit;
using Campaign.Defaults.Data;
using Campaign.Organization.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Organization.Members;

/// <summary>A member: a number, a name, a home unit and a status. No citizen ID is stored.</summary>
public sealed class Member
{
    public const int MaxNumber = 40;
    public const int MaxFullName = 200;

    public required Guid Id { get; init; }

    /// <summary>Member number, unique in the city.</summary>
    public required string Number { get; init; }

    [AuditedByName]
    public string FullName { get; private set; } = "";
    public Guid UnitId { get; private set; }
    public string UnitPath { get; private set; } = "";

    /// <summary>One of <see cref="MemberStatuses"/>.</summary>
    public string Status { get; private set; } = MemberStatuses.Active;

    public DateOnly? JoinedOn { get; private set; }
    [AuditedByName]
    public string SearchText { get; private set; } = "";
    public long Version { get; private set; }

    public static Member Register(string number, string fullName, Unit unit, string status, DateOnly? joinedOn)
    {
        var member = new Member { Id = Guid.CreateVersion7(), Number = number };
        member.Change(fullName, unit, status, joinedOn);
        return member;
    }

    /// <summary>Corrects the name, transfers to another unit, changes the status.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Change(string fullName, Unit unit, string status, DateOnly? joinedOn)
    {
        if ((FullName, UnitId, Status, JoinedOn) == (fullName, unit.Id, status, joinedOn))
        {
            return false;
        }

        (FullName, UnitId, UnitPath, Status, JoinedOn) = (fullName, unit.Id, unit.Path, status, joinedOn);
        SearchText = Search.SearchText.Fold(fullName, Number);
        Version++;
        return true;
    }

    public MemberChanged Changed() => new()
    {
        District = Defaults.Access.UnitPath.District(UnitPath),
        AggregateId = Id,
        Version = Version,
        Number = Number,
        FullName = FullName,
        UnitId = UnitId,
        UnitPath = UnitPath,
        Status = Status,
    };

    internal static void Configure(EntityTypeBuilder<Member> member)
    {
        member.ToTable("members");
        member.Property(m => m.Id).ValueGeneratedNever();
        member.Property(m => m.Number).HasMaxLength(MaxNumber);
        member.Property(m => m.FullName).HasMaxLength(MaxFullName);
        member.Property(m => m.UnitPath).IsUnitPath();
        member.Property(m => m.Status).HasMaxLength(20);
        member.Property(m => m.Version).IsConcurrencyToken();
        member.HasOne<Unit>().WithMany().HasForeignKey(m => m.UnitId).OnDelete(DeleteBehavior.Restrict);
        member.HasIndex(m => m.Number).IsUnique();
        member.HasIndex(m => new { m.UnitPath, m.Number }).IncludeProperties(m => m.Status);
        member.HasIndex(m => m.SearchText).HasMethod("gin").HasOperators("gin_trgm_ops");
    }
}
