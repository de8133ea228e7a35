using Campaign.Api.Organization;
using Campaign.Defaults.Access;
using Campaign.Defaults.Audit;
using Campaign.Defaults.Imports;
using Campaign.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Organization.Import;

/// <summary>Reads what a file of members names, has it planned, and writes the plan.</summary>
public sealed class MemberImporter(OrganizationDb db, Caller caller, IEventLog events, IAudit audit, CityDay day)
{
    public async Task<ImportReport> ImportAsync(Stream body, bool dryRun, CancellationToken ct)
    {
        var errors = new ImportErrors();
        var rows = await ImportTable.ReadAsync(body, ImportFiles.Members, errors, ct);
        var plan = new MemberPlanner(await KnownAsync(rows, ct), errors, ImportScopes.Of(caller), day.Today).Plan(rows);
        return await plan.CarryOutAsync(db, events, audit, dryRun, ct);
    }

    private async Task<KnownMembers> KnownAsync(IReadOnlyList<CsvRow> rows, CancellationToken ct)
    {
        var codes = rows
            .SelectMany(row => row["posts"].Split(';').Select(post => post[(post.IndexOf('@', StringComparison.Ordinal) + 1)..].Trim()).Append(row["unit_code"]))
            .Distinct().ToArray();
        var numbers = rows.Select(row => row["number"]).Distinct().ToArray();
        var units = await db.Units.AsNoTracking().Where(unit => codes.Contains(unit.Code)).ToDictionaryAsync(unit => unit.Code, ct);
        var members = await db.Members.Where(member => numbers.Contains(member.Number)).ToDictionaryAsync(member => member.Number, ct);
        var today = day.Today;
        var posts = await db.Posts.AsNoTracking()
            .Where(post => (post.ValidTo == null || post.ValidTo > today) && db.Members.Any(member => member.Id == post.MemberId && numbers.Contains(member.Number)))
            .ToListAsync(ct);
        return new KnownMembers(units, members, posts.ToLookup(post => post.MemberId));
    }
}
