using Campaign.Api;
using Campaign.Api.Directive;
using Campaign.Defaults.Requests;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Assignments;

/// <summary>Assignments as callers see them.</summary>
internal static class AssignmentViews
{
    public static async Task<AssignmentView> ViewAsync(this DirectiveDb db, Assignment assignment, DateOnly today, CancellationToken ct)
    {
        var symbol = await db.Directives.Where(directive => directive.Id == assignment.DirectiveId).Select(directive => directive.Symbol).SingleAsync(ct);
        var name = await db.Units.Where(unit => unit.Id == assignment.UnitId).Select(unit => unit.Name).SingleOrDefaultAsync(ct);
        return View(assignment, symbol, name, today);
    }

    /// <summary>A page in the order of the tree.</summary>
    public static async Task<Page<AssignmentView>> PageAsync(
        this DirectiveDb db, IQueryable<Assignment> assignments, string? cursor, int? limit, DateOnly today, CancellationToken ct)
    {
        var size = Cursor.Limit(limit);
        if (Cursor.Decode(cursor, 2) is [var path, var lastId])
        {
            var id = Cursor.Id(Cursor.Encode(lastId)) ?? Guid.Empty;
            assignments = assignments.Where(a => EF.Functions.GreaterThan(ValueTuple.Create(a.UnitPath, a.Id), ValueTuple.Create(path, id)));
        }

        var rows = await assignments.AsNoTracking()
            .OrderBy(a => a.UnitPath).ThenBy(a => a.Id)
            .Take(size + 1)
            .Select(a => new
            {
                Assignment = a,
                Symbol = db.Directives.Where(directive => directive.Id == a.DirectiveId).Select(directive => directive.Symbol).First(),
                Unit = db.Units.Where(unit => unit.Id == a.UnitId).Select(unit => unit.Name).FirstOrDefault(),
            })
            .ToListAsync(ct);
        var next = rows.Count > size ? rows[size - 1].Assignment : null;
        return new Page<AssignmentView>(
            [.. rows.Take(size).Select(row => View(row.Assignment, row.Symbol, row.Unit, today))],
            next is null ? null : Cursor.Encode(next.UnitPath, next.Id.ToString()));
    }

    private static AssignmentView View(Assignment a, string symbol, string? unit, DateOnly today) => new(
        a.Id, a.DirectiveId, symbol, a.UnitId, unit ?? a.UnitPath, a.UnitPath, a.Requirement, a.Title, a.DueOn, a.State,
        a.IsOverdue(today), a.AcknowledgedOn, a.CompletedOn, a.Report, a.Version)
    {
        AskedUntil = a.AskedUntil,
    };
}
