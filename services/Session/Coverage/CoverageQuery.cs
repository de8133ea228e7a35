using Campaign.Api.Session;
using Campaign.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Coverage;

/// <summary>How many cells there are, and what answers for them.</summary>
public sealed record CoverageSum(int Units, int Held, int Planned);

/// <summary>
/// Which cells have held the meeting that each owes once a quarter. What a cell held before it was merged counts for its successor.
/// </summary>
/// <param name="quarter">Its first day.</param>
/// <param name="day">Whose cells: the last day of the quarter, or today while it lasts.</param>
internal sealed class CoverageQuery(SessionDb database, DateOnly quarter, string kind, string under, DateOnly day)
{
    /// <summary>The kind of session that is asked about.</summary>
    public string Kind => kind;

    private const string Cells = """
        with recursive wanted as (
            select id, name, path from unit_directory
            where type = 'cell' and (path = {2} or (path >= {3} and path < {4})) and valid_from <= {5} and (valid_to is null or valid_to >
                {5})),
        holders as (
            select id, id as cell from wanted
            union all select u.id, h.cell from holders h join unit_directory u on u.successor_id = h.id where u.valid_to <= {5}),
        answered as (
            select distinct on (h.cell) h.cell, s.id as session_id, s.starts_at, s.state = 'held' as held
            from holders h join sessions s on s.unit_id = h.id and s.quarter = {0} and s.kind = {1} and s.state in ('scheduled', 'open',
                'held')
            order by h.cell, s.state = 'held' desc, s.starts_at),
        cells as (
            select w.id as unit_id, w.name, w.path, case when a.held then 'held' when a.session_id is not null then 'planned' else
                'missing' end as state, a.session_id, a.starts_at
            from wanted w left join answered a on a.cell = w.id)
        """;

    private const string Counts =
        "count(*)::int as units, count(*) filter (where state = 'held')::int as held, count(*) filter (where state = 'planned')::int "
        + "as planned";

    /// <summary>By the units directly below, in the order of their paths.</summary>
    public Task<List<CoverageTile>> TilesAsync(string after, int limit, CancellationToken ct) =>
        database
            .Database.SqlQueryRaw<CoverageTile>(
                Cells
                    + """, tiles as (select array_to_string((string_to_array(path, '/'))[1:{6}], '/') collate "C" as path, """
                    + $"{Counts} from cells group by 1) "
                    + """
                    select path, coalesce((select name from unit_directory u where u.path = tiles.path order by valid_to is not null,
                        valid_from desc limit 1), path) as name,
                        units, held, planned, units - held - planned as missing
                    from tiles where path > {7} order by path limit {8}
                    """,
                [.. Parameters(), under.Count(character => character == '/') + 2, after, limit]
            )
            .ToListAsync(ct);

    public Task<CoverageSum> SumAsync(CancellationToken ct) =>
        database.Database.SqlQueryRaw<CoverageSum>($"{Cells} select {Counts} from cells", Parameters()).SingleAsync(ct);

    /// <param name="state">One of <see cref="CoverageStates"/>, or null for all.</param>
    public Task<List<CoverageUnit>> UnitsAsync(string? state, string after, int limit, CancellationToken ct) =>
        database
            .Database.SqlQueryRaw<CoverageUnit>(
                Cells + " select * from cells where ({6} is null or state = {6}) and path > {7} order by path limit {8}",
                [
                    .. Parameters(),
                    new Npgsql.NpgsqlParameter { Value = (object?)state ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text },
                    after,
                    limit,
                ]
            )
            .ToListAsync(ct);

    private object[] Parameters()
    {
        var (low, high) = UnitPath.Below(under);
        return [quarter, kind, under, low, high, day];
    }
}
