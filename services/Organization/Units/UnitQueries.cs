using Campaign.Api.Organization;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Organization.Units;

internal static class UnitQueries
{
    /// <exception cref="Problem"><c>not-found</c>: none, or outside the caller's units.</exception>
    public static async Task<Unit> CoveredAsync(this DbSet<Unit> units, Guid id, Caller caller, CancellationToken ct) =>
        await units.SingleOrDefaultAsync(unit => unit.Id == id, ct) is { } unit && caller.Covers(unit.Path)
            ? unit
            : throw Problem.NotFound("unit");

    /// <summary>A unit that takes in members, posts and units.</summary>
    /// <exception cref="Problem"><c>not-found</c>, or <c>unit-ended</c> (409).</exception>
    public static async Task<Unit> LivingAsync(this DbSet<Unit> units, Guid id, Caller caller, CancellationToken ct)
    {
        var unit = await units.CoveredAsync(id, caller, ct);
        return unit.ValidTo is null
            ? unit
            : throw Problem.Conflict("unit-ended", $"The unit '{unit.Code}' ends on {unit.ValidTo:yyyy-MM-dd}. Choose its successor.");
    }

#pragma warning disable CA1309 // runs as SQL; the columns' collation is ordinal
    /// <summary>
    /// With the counts of units directly below, and of members at home in the unit's whole subtree who have not left: each a
    /// range of an index, so a page costs its units' own children and members.
    /// </summary>
    public static IQueryable<UnitView> AsViews(this IQueryable<Unit> units, OrganizationDb db) => units.Select(unit => new UnitView(
        unit.Id, unit.Code, unit.Name, unit.ShortName, unit.Type, unit.ParentId, unit.Path, "", unit.ValidFrom, unit.ValidTo,
        db.Units.Count(child => child.ParentId == unit.Id && child.ValidTo == null),
        db.Members.Count(member => (member.UnitPath == unit.Path
                || (string.Compare(member.UnitPath, unit.Path + "/") >= 0 && string.Compare(member.UnitPath, unit.Path + "0") < 0))
            && member.Status != MemberStatuses.Left && member.Status != MemberStatuses.Transferred),
        unit.Version));
#pragma warning restore CA1309

    public static UnitView WithDistrict(this UnitView view) => view with { District = UnitPath.District(view.Path) };

    public static async Task<UnitView> ViewAsync(this OrganizationDb db, Guid id, CancellationToken ct) =>
        (await db.Units.AsNoTracking().Where(unit => unit.Id == id).AsViews(db).SingleAsync(ct)).WithDistrict();
}
