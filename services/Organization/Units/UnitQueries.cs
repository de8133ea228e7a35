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

    /// <summary>A unit with which the caller does something.</summary>
    /// <exception cref="Problem"><c>not-found</c>: none, or outside all the caller's units; what the rule refuses.</exception>
    public static async Task<Unit> DemandAsync(
        this DbSet<Unit> units,
        Guid id,
        ActionRule<UnitFacts> rule,
        Caller caller,
        CancellationToken ct
    )
    {
        var unit = await units.SingleOrDefaultAsync(unit => unit.Id == id, ct);
        if (unit is null || !caller.Holds([], unit.Path))
        {
            throw Problem.NotFound("unit");
        }

        rule.Demand(caller, UnitFacts.Of(unit));
        return unit;
    }

#pragma warning disable CA1309 // runs as SQL; the columns' collation is ordinal
    /// <summary>
    /// With the counts of units directly below, and of members at home in the unit's whole subtree who have not left: each a
    /// range of an index, so a page costs its units' own children and members.
    /// </summary>
    public static IQueryable<UnitView> AsViews(this IQueryable<Unit> units, OrganizationDb db) =>
        units.Select(unit => new UnitView(
            unit.Id,
            unit.Code,
            unit.Name,
            unit.ShortName,
            unit.Type,
            unit.ParentId,
            unit.Path,
            "",
            unit.ValidFrom,
            unit.ValidTo,
            db.Units.Count(child => child.ParentId == unit.Id && child.ValidTo == null),
            db.Members.Count(member =>
                (
                    member.UnitPath == unit.Path
                    || (string.Compare(member.UnitPath, unit.Path + "/") >= 0 && string.Compare(member.UnitPath, unit.Path + "0") < 0)
                )
                && member.Status != MemberStatuses.Left
                && member.Status != MemberStatuses.Transferred
            ),
            unit.Version
        ));
#pragma warning restore CA1309

    public static UnitView WithDistrict(this UnitView view) => view with { District = UnitPath.District(view.Path) };

    public static async Task<UnitView> ViewAsync(this OrganizationDb db, Guid id, Caller caller, CancellationToken ct) =>
        (await db.Units.AsNoTracking().Where(unit => unit.Id == id).AsViews(db).SingleAsync(ct)).WithDistrict().With(caller);
}
