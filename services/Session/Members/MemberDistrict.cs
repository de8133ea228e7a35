using Campaign.Contracts;
using Campaign.ServiceDefaults.Audit;
using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Members;

/// <summary>A district besides their own in which a member is or was expected: before a transfer, or as somebody named.</summary>
[NotAudited]
public sealed class MemberDistrict
{
    public required Guid MemberId { get; init; }

    public required string District { get; init; }

    internal static void Configure(EntityTypeBuilder<MemberDistrict> district)
    {
        district.ToTable("member_districts");
        district.HasKey(d => new { d.MemberId, d.District });
        district.Property(d => d.District).HasMaxLength(60);
    }
}

public static class MemberDistricts
{
    /// <summary>
    /// Where the attendance of these members lies: in the districts of their cells, in others they are remembered in, and at the city.
    /// </summary>
    public static async Task<List<string>> DistrictsOfAsync(
        this SessionDb database,
        IReadOnlyCollection<Guid> members,
        CancellationToken ct
    )
    {
        var paths = await database
            .Members.Where(member => members.Contains(member.Id))
            .Select(member => member.UnitPath)
            .Distinct()
            .ToListAsync(ct);
        var others = await database
            .MemberDistricts.Where(row => members.Contains(row.MemberId))
            .Select(row => row.District)
            .Distinct()
            .ToListAsync(ct);
        return [.. paths.Select(UnitPath.District).Concat(others).Append(Districts.City).Distinct()];
    }

    /// <summary>Remembers those who are expected at a session of a district that is not theirs.</summary>
    public static Task RememberDistrictAsync(this SessionDb database, Session session, Guid[] members, CancellationToken ct) =>
        database.Database.ExecuteSqlAsync(
            $"""
            insert into member_districts (member_id, district)
            select id, {session.District} from members
            where id = any({members}) and {session.District} <> {Districts.City} and split_part(unit_path, '/', 2) <> {session.District}
            on conflict do nothing
            """,
            ct
        );
}
