using Campaign.Api.Organization;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Organization.Reorganisation;

/// <summary>Reads the part of the tree that steps touch and has them carried out on it in memory.</summary>
internal static class TreeChange
{
    /// <param name="covers">Which paths whoever decides covers.</param>
    /// <returns>The work done, and the lowest unit that has all of it below itself.</returns>
    /// <exception cref="Problem"><c>invalid-request</c>, <see cref="Reorganiser.Refusals"/>.</exception>
    public static async Task<(Reorganiser Work, string Scope)> CarryOutAsync(
        this OrganizationDb db,
        IReadOnlyList<ReorganisationStep> steps,
        DateOnly on,
        Func<string, bool> covers,
        CancellationToken ct
    )
    {
        var named = steps.SelectMany(Codes).OfType<string>().Distinct().ToArray();
        var created = steps.SelectMany(step => step.Create ?? []).Select(unit => unit.Code).OfType<string>().Distinct().ToArray();
        var taken = await db.Units.Where(unit => created.Contains(unit.Code)).Select(unit => unit.Code).ToListAsync(ct);
        var paths = await db
            .Units.Where(unit => named.Contains(unit.Code) && unit.ValidTo == null)
            .Select(unit => unit.Path)
            .ToListAsync(ct);
        var scope = Common(paths);
        // a dissolved unit's parent takes over: the scope begins one above
        var root = scope.LastIndexOf('/') is var slash and > 0 ? scope[..slash] : scope;
        var living =
            root.Length == 0 ? [] : await db.Units.Where(unit => unit.ValidTo == null).Within([root], unit => unit.Path).ToListAsync(ct);
        var work = new Reorganiser(
            living,
            taken.ToHashSet(),
            await db.UnitTypes.On(on).OrderBy(type => type.Position).Select(type => type.Code).ToListAsync(ct),
            on,
            covers
        );
        work.CarryOut(steps);
        await DemandLatestAsync(db, work, on, ct);
        return (work, scope);
    }

    /// <summary>What already changed on a later day is not changed before it: the days between would be rewritten.</summary>
    private static async Task DemandLatestAsync(OrganizationDb db, Reorganiser work, DateOnly on, CancellationToken ct)
    {
        var changed = work.Changed.Except(work.Created).Select(unit => unit.Id).ToArray();
        var later = await db
            .UnitVersions.Where(version => changed.Contains(version.UnitId) && version.ValidTo == null && version.ValidFrom > on)
            .OrderByDescending(version => version.ValidFrom)
            .Select(version => new { version.Name, version.ValidFrom })
            .FirstOrDefaultAsync(ct);
        if (later is not null)
        {
            throw new Problem(OrganizationProblems.ChangedLater, ("unit", later.Name), ("on", later.ValidFrom));
        }
    }

    private static IEnumerable<string?> Codes(ReorganisationStep step) =>
        [.. step.Units ?? [], step.Into, .. (step.Create ?? []).SelectMany(unit => (unit.Children ?? []).Append(unit.Parent))];

    private static string Common(List<string> paths)
    {
        var common = paths.Count == 0 ? [] : paths[0].Split('/');
        foreach (var path in paths)
        {
            common = [.. common.Zip(path.Split('/')).TakeWhile(pair => pair.First == pair.Second).Select(pair => pair.First)];
        }

        return string.Join('/', common);
    }
}
