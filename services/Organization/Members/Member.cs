using Campaign.Contracts;
using Campaign.Hosting.Database;
using Campaign.Organization.Units;
using Campaign.ServiceDefaults.Audit;
using Campaign.ServiceDefaults.Search;
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

    /// <summary>Code of the catalogue, see <see cref="Catalogues.MemberStatus"/>.</summary>
    public string Status { get; private set; } = MemberStatuses.Active;

    public DateOnly? JoinedOn { get; private set; }

    /// <summary>The day of full membership, after the time of probation (ngày chính thức).</summary>
    public DateOnly? OfficialSince { get; private set; }

    /// <summary>Code of the catalogue, see <see cref="Catalogues.Sex"/>; null when not known.</summary>
    public string? Sex { get; private set; }

    public int? BirthYear { get; private set; }

    /// <summary>First day of the present home unit and status; what was before is <see cref="MemberPeriod"/>.</summary>
    public DateOnly Since { get; private set; }

    [AuditedByName]
    public string SearchText { get; private set; } = "";

    public string[] SearchBeginnings { get; private set; } = [];
    public long Version { get; private set; }

    /// <param name="since">First day at home in the unit.</param>
    public static Member Register(string number, string fullName, Unit unit, string status, DateOnly since, PersonalFacts facts)
    {
        var member = new Member { Id = Guid.CreateVersion7(), Number = number };
        member.Change(fullName, unit, status, since, facts);
        return member;
    }

    /// <summary>Corrects the name and facts, transfers to another unit, changes the status, the latter two from a day on.</summary>
    /// <returns>Whether anything changed, and the period that ended with it.</returns>
    public (bool Changed, MemberPeriod? Before) Change(string fullName, Unit unit, string status, DateOnly on, PersonalFacts facts)
    {
        if (
            (FullName, UnitId, Status, JoinedOn, OfficialSince, Sex, BirthYear)
            == (fullName, unit.Id, status, facts.JoinedOn, facts.OfficialSince, facts.Sex, facts.BirthYear)
        )
        {
            return (false, null);
        }

        MemberPeriod? before = null;
        if (Version == 0)
        {
            Since = on;
        }
        else if ((UnitId, Status) != (unit.Id, status) && on > Since)
        {
            before = MemberPeriod.Of(this, on);
            Since = on;
        }

        (FullName, UnitId, UnitPath, Status) = (fullName, unit.Id, unit.Path, status);
        (JoinedOn, OfficialSince, Sex, BirthYear) = (facts.JoinedOn, facts.OfficialSince, facts.Sex, facts.BirthYear);
        SearchText = Texts.SearchText.Fold(fullName, Number);
        Version++;
        return (true, before);
    }

    /// <summary>As the list of what is known of the person besides name, unit and status.</summary>
    public PersonalFacts Facts() => new(JoinedOn, OfficialSince, Sex, BirthYear);

    public MemberChanged Changed() =>
        new()
        {
            District = Contracts.UnitPath.District(UnitPath),
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
        member.Property(m => m.Sex).HasMaxLength(10);
        member.Property(m => m.Version).IsConcurrencyToken();
        member.HasOne<Unit>().WithMany().HasForeignKey(m => m.UnitId).OnDelete(DeleteBehavior.Restrict);
        member.HasSearchBeginnings(m => m.SearchBeginnings);
        member.HasIndex(m => m.Number).IsUnique();
        member.HasIndex(m => m.SearchBeginnings).HasMethod("gin");
        member.HasIndex(m => new { m.UnitPath, m.Number }).IncludeProperties(m => m.Status);
    }
}
