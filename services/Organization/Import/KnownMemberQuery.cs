using Campaign.Organization.Catalogues;
using Campaign.Tables.Imports;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Organization.Import;

/// <summary>What the database holds of those whom rows of a file name; members are tracked, to be changed.</summary>
internal sealed class KnownMemberQuery(OrganizationDb db, CityDay day)
{
    public async Task<KnownMembers> OfAsync(
        IReadOnlyList<CsvRow> rows,
        IReadOnlyList<ImportedRow> sexes,
        IReadOnlyList<ImportedRow> statuses,
        CancellationToken ct
    )
    {
        var codes = rows.SelectMany(row =>
                row["posts"]
                    .Split(';')
                    .Select(post => post[(post.IndexOf('@', StringComparison.Ordinal) + 1)..].Trim())
                    .Append(row["unit_code"])
            )
            .Distinct()
            .ToArray();
        var numbers = rows.Select(row => row["number"]).Distinct().ToArray();
        var units = await db
            .Units.AsNoTracking()
            .Where(unit => codes.Contains(unit.Code) && unit.ValidTo == null)
            .ToDictionaryAsync(unit => unit.Code, ct);
        var members = await db.Members.Where(member => numbers.Contains(member.Number)).ToDictionaryAsync(member => member.Number, ct);
        var today = day.Today;
        var ids = members.Values.Select(member => member.Id).ToArray();
        var posts = await db
            .Posts.AsNoTracking()
            .Where(post => (post.ValidTo == null || post.ValidTo > today) && ids.Contains(post.MemberId))
            .ToListAsync(ct);
        return new KnownMembers(
            units,
            members,
            posts.ToLookup(post => post.MemberId),
            [.. statuses.Select(status => status.Code)],
            [.. sexes.Select(sex => sex.Code)]
        );
    }
}
