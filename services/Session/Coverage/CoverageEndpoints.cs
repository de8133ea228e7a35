using Campaign.Api;
using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.Sessions.Coverage;

/// <summary>Which cells have held the meeting that each owes once a quarter, and by when the others are due.</summary>
public static class CoverageEndpoints
{
    public static RouteGroupBuilder MapCoverage(this IEndpointRouteBuilder routes)
    {
        var coverage = routes.MapGroup("/coverage").WithTags("Coverage");
        coverage.MapGet("/", TilesAsync).Allow(SessionAccess.ReadPeople);
        coverage.MapGet("/units", UnitsAsync).Allow(SessionAccess.ReadPeople);
        return coverage;
    }

    private static async Task<Ok<CoverageReport>> TilesAsync(
        [AsParameters] CoverageOf of, string? cursor, int? limit, Caller caller, SessionDb database, TimeProvider time, CancellationToken ct)
    {
        var size = Cursor.Limit(limit);
        var query = of.Query(caller, database, time);
        var tiles = await query.TilesAsync(Cursor.After<string>(cursor, out var path) ? path : "", size + 1, ct);
        var sum = await query.SumAsync(ct);
        return TypedResults.Ok(new CoverageReport(
            of.Year, of.Quarter, of.MeetingKind, of.DueOn, sum.Units, sum.Held, sum.Planned, sum.Units - sum.Held - sum.Planned, Cursor.Page(tiles, size, tile => [tile.Path])));
    }

    private static async Task<Ok<Page<CoverageUnit>>> UnitsAsync(
        [AsParameters] CoverageOf of, string? state, string? cursor, int? limit, Caller caller, SessionDb database, TimeProvider time, CancellationToken ct)
    {
        var size = Cursor.Limit(limit);
        var wanted = state is null ? null : Problem.OneOf(state, "state", CoverageStates.All);
        var units = await of.Query(caller, database, time).UnitsAsync(wanted, Cursor.After<string>(cursor, out var path) ? path : "", size + 1, ct);
        return TypedResults.Ok(Cursor.Page(units, size, unit => [unit.Path]));
    }
}

/// <summary>Of which quarter, meeting and subtree.</summary>
/// <param name="Under">The unit; the caller covers it.</param>
/// <param name="Quarter">1–4, of the calendar year.</param>
/// <param name="Kind">The thematic meeting unless said otherwise.</param>
public sealed record CoverageOf(string Under, int Year, int Quarter, string? Kind)
{
    internal string MeetingKind => Kind ?? SessionKinds.ThematicMeeting;

    /// <summary>The last day of the quarter.</summary>
    internal DateOnly DueOn => First.AddMonths(3).AddDays(-1);

    private DateOnly First => new(Year, (Quarter * 3) - 2, 1);

    /// <exception cref="Problem"><c>invalid-request</c>, <c>outside-your-units</c>.</exception>
    internal CoverageQuery Query(Caller caller, SessionDb database, TimeProvider time)
    {
        Problem.Unless(Year is >= 2000 and <= 2100 && Quarter is >= 1 and <= 4, "'year' must lie between 2000 and 2100, and 'quarter' between 1 and 4.");
        Problem.OneOf(MeetingKind, "kind", SessionKinds.All.ToArray());
        caller.Demand(Problem.Text(Under, "under", 600));
        var today = time.Today();
        return new CoverageQuery(database, First, MeetingKind, Under, today < DueOn ? today : DueOn);
    }
}
