using Campaign.Api;
using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.Tables.Exports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.RollUps;

/// <summary>
/// How far a directive has come in a unit's subtree, level by level down to the cell; who is late; all of it as a workbook.
/// </summary>
public static class RollUpEndpoints
{
    private const int MaxBelow = 8;

    public static RouteGroupBuilder MapRollUps(this IEndpointRouteBuilder app)
    {
        var rollUps = app.MapGroup("/directives/{id:guid}").WithTags("Roll-up");
        rollUps.MapGet("/roll-up", ReadAsync).Allow(DirectiveAccess.Read);
        rollUps.MapGet("/late", LateAsync).Allow(DirectiveAccess.Read);
        rollUps.MapGet("/roll-up.xlsx", ExportAsync).Allow(DirectiveAccess.Read);
        return rollUps;
    }

    /// <param name="under">The unit; the caller covers it.</param>
    private static async Task<Ok<RollUpView>> ReadAsync(
        Guid id,
        string under,
        string? cursor,
        int? limit,
        Caller caller,
        DirectiveDb db,
        RollUpQuery query,
        CancellationToken ct
    )
    {
        await DemandAsync(id, under, caller, db, ct);
        var size = Cursor.Limit(limit);
        var after = Cursor.After<string>(cursor, out var path) ? path : under;
        var unit = await query.UnitAsync(id, under, ct);
        var below = await query.BelowAsync(id, under, 1, after, size + 1, ct);
        return TypedResults.Ok(
            new RollUpView(await query.RequirementsAsync(id, ct), unit, Cursor.Page(below, size, below => [below.Path]))
        );
    }

    /// <param name="below">Levels below <paramref name="under"/>; 1 ranks the units directly below it.</param>
    private static async Task<Ok<Page<LateUnit>>> LateAsync(
        Guid id,
        string under,
        int? below,
        string? cursor,
        int? limit,
        Caller caller,
        DirectiveDb db,
        RollUpQuery query,
        CancellationToken ct
    )
    {
        await DemandAsync(id, under, caller, db, ct);
        var levels = below ?? 1;
        Problem.Unless(levels is >= 1 and <= MaxBelow, "below", FieldCodes.Range, ("min", 1), ("max", MaxBelow));
        var size = Cursor.Limit(limit);
        var after = Cursor.After<int, string>(cursor, out var late, out var path) ? (late, path) : (int.MaxValue, "");
        var units = await query.LateAsync(id, under, levels, after, size + 1, ct);
        return TypedResults.Ok(Cursor.Page(units, size, unit => [unit.Late, unit.Path]));
    }

    private static async Task<FileContentHttpResult> ExportAsync(
        Guid id,
        string under,
        Caller caller,
        DirectiveDb db,
        RollUpQuery query,
        CancellationToken ct
    )
    {
        await DemandAsync(id, under, caller, db, ct);
        var symbol = await db.Directives.Where(directive => directive.Id == id).Select(directive => directive.Symbol).SingleAsync(ct);
        var units = await query.AllAsync(id, under, RollUpWorkbook.MaxUnits + 1, ct);
        Problem.Unless(
            units.Count <= RollUpWorkbook.MaxUnits,
            "under",
            DirectiveProblems.TooWideToExport,
            ("max", RollUpWorkbook.MaxUnits)
        );
        var file = RollUpWorkbook.Of(await query.RequirementsAsync(id, ct), units);
        return TypedResults.File(file, Workbook.ContentType, $"{symbol.Replace('/', '-')}.xlsx");
    }

    private static async Task DemandAsync(Guid id, string under, Caller caller, DirectiveDb db, CancellationToken ct)
    {
        caller.Demand(Problem.Text(under, "under", 600));
        if (!await db.DirectivesReadableBy(caller).AnyAsync(directive => directive.Id == id, ct))
        {
            throw Problem.NotFound("directive");
        }
    }
}
