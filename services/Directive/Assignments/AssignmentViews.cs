using Campaign.Api;
using Campaign.Api.Directive;
using Campaign.Hosting.Access;
using Campaign.Hosting.Requests;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Assignments;

/// <summary>Assignments as callers see them.</summary>
internal static class AssignmentViews
{
    public static async Task<AssignmentView> ViewAsync(
        this DirectiveDb db,
        Assignment assignment,
        Caller caller,
        DateOnly today,
        CancellationToken ct
    )
    {
        var context = await AssignmentContext.OfAsync(db, [assignment], ct);
        return View(assignment, context, caller, today);
    }

    /// <summary>A page in the order of the tree.</summary>
    public static async Task<Page<AssignmentView>> PageAsync(
        this DirectiveDb db,
        IQueryable<Assignment> assignments,
        string? cursor,
        int? limit,
        Caller caller,
        DateOnly today,
        CancellationToken ct
    )
    {
        var size = Cursor.Limit(limit);
        if (Cursor.After<string, Guid>(cursor, out var path, out var id))
        {
            assignments = assignments.Where(a =>
                EF.Functions.GreaterThan(ValueTuple.Create(a.UnitPath, a.Id), ValueTuple.Create(path, id))
            );
        }

        var rows = await assignments.AsNoTracking().OrderBy(a => a.UnitPath).ThenBy(a => a.Id).Take(size + 1).ToListAsync(ct);
        var context = await AssignmentContext.OfAsync(db, rows, ct);
        return Cursor.Page(rows, size, row => View(row, context, caller, today), row => [row.UnitPath, row.Id]);
    }

    private static AssignmentView View(Assignment a, AssignmentContext context, Caller caller, DateOnly today) =>
        new(
            a.Id,
            a.DirectiveId,
            context.Documents[a.DirectiveId].Symbol,
            a.UnitId,
            context.Units.GetValueOrDefault(a.UnitId, a.UnitPath),
            a.UnitPath,
            a.Requirement,
            a.Title,
            a.DueOn,
            a.State,
            a.IsOverdue(today),
            a.AcknowledgedOn,
            a.CompletedOn,
            a.Report,
            a.Version
        )
        {
            May = AssignmentActions.All.May(caller, a),
            Completion = a.Completion,
            AskedUntil = a.AskedUntil,
            Part = a.Part,
            LeadUnit = context.Leads[a.DirectiveId].FirstOrDefault(),
            ReplacedById = context.Documents[a.DirectiveId].ReplacedById,
            Replaces = context.Replaced[(a.DirectiveId, a.UnitId)].ToList() is { Count: > 0 } replaced ? replaced : null,
        };
}
