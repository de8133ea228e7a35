using Campaign.Api.Directive;
using Campaign.Directives.Assignments;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Documents;

/// <summary>One of the lead's assignments, with the name of the unit that has it now.</summary>
internal sealed record LeadAssignment(Assignment Assignment, string UnitName);

/// <summary>Who leads a document and how far they have come, which is how far the document has.</summary>
internal static class LeadViews
{
    public static async Task<IReadOnlyList<LeadAssignment>> LeadsAsync(
        this DirectiveDb db,
        IReadOnlyList<Guid> directives,
        CancellationToken ct
    )
    {
        var rows = await db
            .Assignments.AsNoTracking()
            .Where(a => directives.Contains(a.DirectiveId) && a.Part == AssignmentParts.Lead)
            .OrderBy(a => a.RequirementNo)
            .ThenBy(a => a.Id)
            .Select(a => new
            {
                Assignment = a,
                Unit = db.Units.Where(unit => unit.Id == a.UnitId).Select(unit => unit.Name).FirstOrDefault(),
            })
            .ToListAsync(ct);
        // what is open went on where the lead's unit ended: who has that leads now
        return
        [
            .. rows.OrderByDescending(row => row.Assignment.IsOpen)
                .Select(row => new LeadAssignment(row.Assignment, row.Unit ?? row.Assignment.UnitPath)),
        ];
    }

    public static async Task<IReadOnlyList<NamedUnit>> CooperatingAsync(this DirectiveDb db, Guid directive, CancellationToken ct) =>
        await db
            .Assignments.AsNoTracking()
            .Where(a => a.DirectiveId == directive && a.Part == AssignmentParts.Cooperates)
            .Select(a => a.UnitId)
            .Distinct()
            .Join(db.Units, id => id, unit => unit.Id, (_, unit) => unit)
            .OrderBy(unit => unit.Path)
            .Select(unit => new NamedUnit(unit.Id, unit.Name))
            .ToListAsync(ct);

    public static LeadView? View(this IEnumerable<LeadAssignment> lead, DateOnly today)
    {
        var asked = lead.ToList();
        return asked.Count == 0
            ? null
            : new LeadView(
                asked[0].Assignment.UnitId,
                asked[0].UnitName,
                AssignmentParts.StateOf(asked.Select(one => one.Assignment.State)),
                asked.Exists(one => one.Assignment.IsOverdue(today))
            );
    }
}
