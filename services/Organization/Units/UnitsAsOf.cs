using Campaign.Api;
using Campaign.Api.Organization;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.ServiceDefaults.Search;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Organization.Units;

/// <summary>The tree of a day: names, places and counts as they were. Who covers a place of that day sees it.</summary>
internal static class UnitsAsOf
{
    /// <summary>The day asked for; the future is not known: what is decided for it stands under <c>/decisions</c>.</summary>
    /// <exception cref="Problem"><c>invalid-request</c>.</exception>
    public static DateOnly Past(DateOnly asOf, CityDay day)
    {
        Problem.Unless(asOf <= day.Today, "asOf", FieldCodes.TooLate, ("latest", day.Today));
        return asOf;
    }

    public static async Task<Page<UnitView>> ListAsOfAsync(
        this OrganizationDb db,
        DateOnly asOf,
        Guid? parent,
        string? under,
        string? type,
        string? search,
        string? cursor,
        int take,
        Caller caller,
        CancellationToken ct
    )
    {
        var versions = db
            .UnitVersions.AsNoTracking()
            .On(asOf)
            .Within(caller, under, version => version.Path)
            .Matching(search, version => version.SearchBeginnings);
        versions = parent is null ? versions : versions.Where(version => version.ParentId == parent);
        versions = type is null ? versions : versions.Where(version => version.Type == type);
        if (Cursor.After<string>(cursor, out var last))
        {
#pragma warning disable CA1309 // runs as SQL; the column's collation is ordinal
            versions = versions.Where(version => string.Compare(version.Path, last) > 0);
#pragma warning restore CA1309
        }

        var rows = await versions.OrderBy(version => version.Path).Take(take + 1).AsViews(db, asOf).ToListAsync(ct);
        return Cursor.Page(rows, take, unit => unit.WithDistrict(), unit => [unit.Path]);
    }

#pragma warning disable CA1309 // runs as SQL; the columns' collation is ordinal
    /// <summary>Children and members of the day: a member counts where their home unit hung on that day.</summary>
    private static IQueryable<UnitView> AsViews(this IQueryable<UnitVersion> versions, OrganizationDb db, DateOnly day) =>
        from version in versions
        join unit in db.Units on version.UnitId equals unit.Id
        select new UnitView(
            unit.Id,
            unit.Code,
            version.Name,
            version.ShortName,
            version.Type,
            version.ParentId,
            version.Path,
            "",
            unit.ValidFrom,
            unit.ValidTo,
            db.UnitVersions.Count(child =>
                child.ParentId == unit.Id && child.ValidFrom <= day && (child.ValidTo == null || child.ValidTo > day)
            ),
            db.UnitVersions.Where(below =>
                    below.ValidFrom <= day
                    && (below.ValidTo == null || below.ValidTo > day)
                    && (
                        below.Path == version.Path
                        || (string.Compare(below.Path, version.Path + "/") >= 0 && string.Compare(below.Path, version.Path + "0") < 0)
                    )
                )
                .Sum(below =>
                    db.Members.Count(member =>
                        member.UnitId == below.UnitId
                        && member.Since <= day
                        && member.Status != MemberStatuses.Left
                        && member.Status != MemberStatuses.Transferred
                    )
                    + db.MemberHistory.Count(period =>
                        period.UnitId == below.UnitId
                        && period.ValidFrom <= day
                        && period.ValidTo > day
                        && period.Status != MemberStatuses.Left
                        && period.Status != MemberStatuses.Transferred
                    )
                ),
            unit.Version
        );
#pragma warning restore CA1309
}
