using Campaign.Api;
using Campaign.Api.Organization;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Organization.Members;

/// <summary>Who was at home where on a day, with the name, place and status of that day. Costs the members of the subtree.</summary>
internal static class MembersAsOf
{
    public static async Task<Page<MemberView>> ListAsOfAsync(
        this OrganizationDb db,
        DateOnly asOf,
        string? under,
        string? cursor,
        int take,
        Caller caller,
        CancellationToken ct
    )
    {
        Problem.Unless(under is not null, "under", OrganizationProblems.NeededWithAsOf);
        var homes = db.UnitVersions.On(asOf).Within(caller, under, version => version.Path);
        var now = db
            .Members.Where(member => member.Since <= asOf)
            .Select(member => new
            {
                MemberId = member.Id,
                member.UnitId,
                member.Status,
            });
        var past = db
            .MemberHistory.Where(period => period.ValidFrom <= asOf && period.ValidTo > asOf)
            .Select(period => new
            {
                period.MemberId,
                period.UnitId,
                period.Status,
            });
        var rows =
            from stay in now.Concat(past)
            join home in homes on stay.UnitId equals home.UnitId
            join member in db.Members on stay.MemberId equals member.Id
            select new
            {
                member,
                home,
                stay.Status,
            };
        if (Cursor.After<string, string>(cursor, out var path, out var number))
        {
            rows = rows.Where(row =>
                EF.Functions.GreaterThan(ValueTuple.Create(row.home.Path, row.member.Number), ValueTuple.Create(path, number))
            );
        }

        var page = await rows.OrderBy(row => row.home.Path).ThenBy(row => row.member.Number).Take(take + 1).AsNoTracking().ToListAsync(ct);
        return Cursor.Page(
            page,
            take,
            row => new MemberView(
                row.member.Id,
                row.member.Number,
                row.member.FullName,
                row.home.UnitId,
                row.home.Name,
                row.home.Path,
                row.Status,
                row.member.JoinedOn,
                [],
                row.member.Version,
                row.member.Sex,
                row.member.BirthYear,
                row.member.OfficialSince,
                row.member.Since
            ),
            row => [row.home.Path, row.member.Number]
        );
    }
}
