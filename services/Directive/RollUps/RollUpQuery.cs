using Campaign.Api.Directive;
using Campaign.Directives.Issuing;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.RollUps;

/// <summary>Reads the kept figures: always a range of the table's key, never an assignment.</summary>
internal sealed class RollUpQuery(DirectiveDb db)
{
    public async Task<IReadOnlyList<RollUpRequirement>> RequirementsAsync(Guid directive, CancellationToken ct)
    {
        var asked = await db.IssueJobs.Where(job => job.DirectiveId == directive).Select(job => job.Requirements).SingleOrDefaultAsync(ct);
        return asked is null
            ? []
            :
            [
                .. IssueJob
                    .Read(asked)
                    .Select((requirement, no) => new RollUpRequirement(no, requirement.Kind, requirement.Title, requirement.DueOn)),
            ];
    }

    /// <summary>A unit with everything below it; the city is the sum of itself and its districts.</summary>
    public async Task<RollUpUnit> UnitAsync(Guid directive, string path, CancellationToken ct)
    {
        var level = Level(path);
        var rows = db.RollUps.AsNoTracking().Where(row => row.DirectiveId == directive && row.Assignments > 0);
        rows =
            level == 0
                ? rows.Where(row => (row.Level == 0 && row.UnitPath == path) || (row.Level == 1 && row.UnitPath.StartsWith(path + "/")))
                : rows.Where(row => row.Level == level && row.UnitPath == path);
        var sums = await rows.GroupBy(row => row.RequirementNo)
            .Select(group => new RollUpLine(
                path,
                group.Key,
                group.Sum(row => row.Assignments),
                group.Sum(row => row.Acknowledged),
                group.Sum(row => row.Completed),
                group.Sum(row => row.OnTime),
                group.Sum(row => row.Overdue),
                group.Sum(row => row.Returned),
                group.Sum(row => row.Reported)
            ))
            .ToListAsync(ct);
        return (await UnitsAsync(directive, [path], sums, ct)).Single();
    }

    /// <summary>The units so many levels below, in the order of the tree, after <paramref name="after"/>.</summary>
    public async Task<IReadOnlyList<RollUpUnit>> BelowAsync(
        Guid directive,
        string under,
        int below,
        string after,
        int limit,
        CancellationToken ct
    )
    {
        var level = (short)(Level(under) + below);
        var from = string.CompareOrdinal(after, under + "/") > 0 ? after : under + "/";
        var paths = await db
            .Database.SqlQuery<string>(
                $"""
                select distinct unit_path as "Value" from roll_ups
                where directive_id = {directive} and level = {level} and unit_path > {from} and unit_path < {under
                    + "0"} and assignments > 0
                order by unit_path limit {limit}
                """
            )
            .ToListAsync(ct);
        return paths.Count == 0 ? [] : await UnitsAsync(directive, paths, await LinesAsync(directive, level, paths[0], paths[^1], ct), ct);
    }

    /// <summary>The unit and everything below it, in the order of the tree: read by levels, however many units have others below.</summary>
    public async Task<IReadOnlyList<RollUpUnit>> AllAsync(Guid directive, string under, int limit, CancellationToken ct)
    {
        IReadOnlyList<RollUpUnit> level = [await UnitAsync(directive, under, ct)];
        List<RollUpUnit> found = [.. level];
        for (var below = 1; level.Any(unit => unit.HasBelow) && found.Count < limit; below++)
        {
            level = await BelowAsync(directive, under, below, under, limit - found.Count, ct);
            found.AddRange(level);
        }

        return [.. found.OrderBy(unit => unit.Path, StringComparer.Ordinal)];
    }

    /// <summary>Units of a level that are late with something, the latest first.</summary>
    public async Task<IReadOnlyList<LateUnit>> LateAsync(
        Guid directive,
        string under,
        int below,
        (int Late, string Path) after,
        int limit,
        CancellationToken ct
    )
    {
        var level = (short)(Level(under) + below);
        var late = await db
            .Database.SqlQuery<LateLine>(
                $"""
                select unit_path, sum(assignments)::int as issued, sum(completed - on_time + overdue)::int as late,
                    sum(overdue)::int as overdue
                from roll_ups
                where directive_id = {directive} and level = {level} and unit_path > {under + "/"} and unit_path < {under + "0"}
                  and completed - on_time + overdue > 0
                group by unit_path
                having (-sum(completed - on_time + overdue), unit_path) > ({-(long)after.Late}, {after.Path} collate "C")
                order by late desc, unit_path limit {limit}
                """
            )
            .ToListAsync(ct);
        var names = await NamesAsync([.. late.Select(line => line.UnitPath)], ct);
        return
        [
            .. late.Select(line => new LateUnit(
                names.GetValueOrDefault(line.UnitPath).Id,
                line.UnitPath,
                names.GetValueOrDefault(line.UnitPath).Name ?? line.UnitPath,
                line.Issued,
                line.Late,
                line.Overdue
            )),
        ];
    }

#pragma warning disable CA1309 // runs as SQL; the column's collation is ordinal
    private async Task<List<RollUpLine>> LinesAsync(Guid directive, short level, string first, string last, CancellationToken ct) =>
        await db
            .RollUps.AsNoTracking()
            .Where(row => row.DirectiveId == directive && row.Level == level && row.Assignments > 0)
            .Where(row => string.Compare(row.UnitPath, first) >= 0 && string.Compare(row.UnitPath, last) <= 0)
            .Select(row => new RollUpLine(
                row.UnitPath,
                row.RequirementNo,
                row.Assignments,
                row.Acknowledged,
                row.Completed,
                row.OnTime,
                row.Overdue,
                row.Returned,
                row.Reported
            ))
            .ToListAsync(ct);
#pragma warning restore CA1309

    private async Task<IReadOnlyList<RollUpUnit>> UnitsAsync(
        Guid directive,
        List<string> paths,
        List<RollUpLine> lines,
        CancellationToken ct
    )
    {
        var figures = lines.ToLookup(line => line.UnitPath);
        var names = await NamesAsync(paths, ct);
        var next = (short)(Level(paths[0]) + 1);
        HashSet<string> parents =
        [
            .. await db
                .Database.SqlQuery<string>(
                    $"""
                    select asked.path as "Value" from unnest({paths.ToArray()}) as asked (path)
                    where exists (select from roll_ups where directive_id = {directive} and level = {next}
                        and unit_path > asked.path || '/' and unit_path < asked.path || '0' and assignments > 0)
                    """
                )
                .ToListAsync(ct),
        ];
        return
        [
            .. paths.Select(path => new RollUpUnit(
                names.GetValueOrDefault(path).Id,
                path,
                names.GetValueOrDefault(path).Name ?? path,
                parents.Contains(path),
                [.. figures[path].OrderBy(line => line.RequirementNo).Select(line => line.View())]
            )),
        ];
    }

    private async Task<Dictionary<string, (Guid? Id, string? Name)>> NamesAsync(List<string> paths, CancellationToken ct)
    {
        var units = await db
            .Units.AsNoTracking()
            .Where(unit => paths.Contains(unit.Path))
            .Select(unit => new
            {
                unit.Id,
                unit.Path,
                unit.Name,
                unit.ValidFrom,
            })
            .ToListAsync(ct);
        return units
            .GroupBy(unit => unit.Path)
            .ToDictionary(
                group => group.Key,
                group => group.MaxBy(unit => unit.ValidFrom) is { } unit ? ((Guid?)unit.Id, (string?)unit.Name) : default
            );
    }

    private static short Level(string path) => (short)path.Count(letter => letter == '/');

    private sealed record LateLine(string UnitPath, int Issued, int Late, int Overdue);
}

/// <summary>Figures of one requirement in one unit's subtree.</summary>
internal sealed record RollUpLine(
    string UnitPath,
    int RequirementNo,
    int Assignments,
    int Acknowledged,
    int Completed,
    int OnTime,
    int Overdue,
    int Returned,
    int Reported
)
{
    public RollUpFigures View() =>
        new(RequirementNo, Assignments, Acknowledged, Completed, OnTime, Completed - OnTime + Overdue, Overdue, Returned, Reported);
}
