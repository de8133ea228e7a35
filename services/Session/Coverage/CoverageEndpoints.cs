using Campaign.Api;
using Campaign.Api.Problems;
using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Scheduling;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Coverage;

/// <summary>Which cells have held the meeting that each owes once a quarter, and by when the others are due.</summary>
public static class CoverageEndpoints
{
    public static RouteGroupBuilder MapCoverage(this IEndpointRouteBuilder routes)
    {
        var coverage = routes.MapGroup("/coverage").WithTags("Coverage");
        coverage.MapGet("/", TilesAsync).Allow(UnitActions.ReadReports);
        coverage.MapGet("/units", UnitsAsync).Allow(UnitActions.ReadReports);
        return coverage;
    }

    private static async Task<Ok<CoverageReport>> TilesAsync(
        [AsParameters] CoverageOf of,
        string? cursor,
        int? limit,
        Caller caller,
        SessionDb database,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var size = Cursor.Limit(limit);
        var query = await of.QueryAsync(caller, database, time, ct);
        var tiles = await query.TilesAsync(Cursor.After<string>(cursor, out var path) ? path : "", size + 1, ct);
        var sum = await query.SumAsync(ct);
        return TypedResults.Ok(
            new CoverageReport(
                of.Year,
                of.Quarter,
                query.Kind,
                of.DueOn,
                sum.Units,
                sum.Held,
                sum.Planned,
                sum.Units - sum.Held - sum.Planned,
                Cursor.Page(tiles, size, tile => [tile.Path])
            )
        );
    }

    private static async Task<Ok<Page<CoverageUnit>>> UnitsAsync(
        [AsParameters] CoverageOf of,
        string? state,
        string? cursor,
        int? limit,
        Caller caller,
        SessionDb database,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var size = Cursor.Limit(limit);
        var wanted = state is null ? null : Problem.OneOf(state, "state", CoverageStates.All);
        var units = await (await of.QueryAsync(caller, database, time, ct)).UnitsAsync(
            wanted,
            Cursor.After<string>(cursor, out var path) ? path : "",
            size + 1,
            ct
        );
        return TypedResults.Ok(Cursor.Page(units, size, unit => [unit.Path]));
    }
}

/// <summary>Of which quarter, meeting and subtree.</summary>
/// <param name="Under">The unit; the caller covers it.</param>
/// <param name="Quarter">1–4, of the calendar year.</param>
/// <param name="Kind">The first one that each cell owes once a quarter unless said otherwise.</param>
public sealed record CoverageOf(string Under, int Year, int Quarter, string? Kind)
{
    /// <summary>The last day of the quarter.</summary>
    internal DateOnly DueOn => First.AddMonths(3).AddDays(-1);

    private DateOnly First => new(Year, (Quarter * 3) - 2, 1);

    /// <exception cref="Problem"><c>invalid-request</c>, <c>outside-your-units</c>.</exception>
    internal async Task<CoverageQuery> QueryAsync(Caller caller, SessionDb database, TimeProvider time, CancellationToken ct)
    {
        Problem.Unless(Year is >= 2000 and <= 2100, "year", FieldCodes.Range, ("min", 2000), ("max", 2100));
        Problem.Unless(Quarter is >= 1 and <= 4, "quarter", FieldCodes.Range, ("min", 1), ("max", 4));
        var kind = await database.KnownKindAsync(Kind, ct)
            ?? await database
                .Kinds.On(First)
                .Where(owed => owed.OwedQuarterly)
                .OrderBy(owed => owed.Position)
                .Select(owed => owed.Code)
                .FirstOrDefaultAsync(ct)
            ?? throw Problem.Invalid("kind", SessionProblems.NoKindOwed);
        UnitActions.ReadReports.Demand(caller, Problem.Text(Under, "under", 600));
        var today = time.Today();
        return new CoverageQuery(database, First, kind, Under, today < DueOn ? today : DueOn);
    }
}
