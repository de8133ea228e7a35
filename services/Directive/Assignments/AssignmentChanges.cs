using Campaign.Contracts;
using Campaign.Directives.RollUps;
using Campaign.Hosting.Problems;
using Campaign.Messaging.Log;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Assignments;

/// <summary>
/// The one way in which assignments change: rows are locked, the rule is applied, and rows, figures and events are written
/// in one transaction, be it for one assignment or for thousands.
/// </summary>
internal sealed class AssignmentChanges(DirectiveDb db, IEventLog events)
{
    /// <exception cref="Problem"><c>not-found</c>.</exception>
    public async Task<Assignment> ChangeAsync(Guid id, Func<Assignment, IReadOnlyList<CampaignEvent>> rule, CancellationToken ct)
    {
        var found = await LockAsync($"select * from assignments where id = {id} for update", ct);
        var assignment = found.SingleOrDefault() ?? throw Problem.NotFound("assignment");
        await ApplyAsync(found, rule, ct);
        return assignment;
    }

    /// <param name="sql">Selects the rows <c>for update</c>.</param>
    public async Task<IReadOnlyList<Assignment>> LockAsync(FormattableString sql, CancellationToken ct) =>
        await db.Assignments.FromSql(sql).AsNoTracking().ToListAsync(ct);

    /// <returns>How many assignments changed.</returns>
    public async Task<int> ApplyAsync(
        IReadOnlyList<Assignment> locked,
        Func<Assignment, IReadOnlyList<CampaignEvent>> rule,
        CancellationToken ct
    )
    {
        var changed = new List<Assignment>();
        var counts = new List<(Counted? Before, Counted Now)>();
        foreach (var assignment in locked)
        {
            var (before, version) = (Counted.Of(assignment), assignment.Version);
            foreach (var happened in rule(assignment))
            {
                events.Append(happened);
            }

            var now = Counted.Of(assignment);
            if (assignment.Version != version || now != before)
            {
                changed.Add(assignment);
                counts.Add((before, now));
            }
        }

        if (changed.Count > 0)
        {
            await UpdateAsync(changed, ct);
            await db.CountAsync(RollUpChange.Sum(counts), ct);
        }

        return changed.Count;
    }

    private async Task UpdateAsync(List<Assignment> changed, CancellationToken ct)
    {
        var ids = changed.Select(a => a.Id).ToArray();
        var units = changed.Select(a => a.UnitId).ToArray();
        var paths = changed.Select(a => a.UnitPath).ToArray();
        var due = changed.Select(a => a.DueOn).ToArray();
        var states = changed.Select(a => a.State).ToArray();
        var acknowledged = changed.Select(a => a.AcknowledgedOn).ToArray();
        var completed = changed.Select(a => a.CompletedOn).ToArray();
        var overdue = changed.Select(a => a.OverdueOn).ToArray();
        var asked = changed.Select(a => a.AskedUntil).ToArray();
        var sessions = changed.Select(a => a.SessionId).ToArray();
        var reports = changed.Select(a => a.Report).ToArray();
        var versions = changed.Select(a => a.Version).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            update assignments set
                unit_id = changed.unit_id, unit_path = changed.unit_path, due_on = changed.due_on, state = changed.state,
                acknowledged_on = changed.acknowledged_on, completed_on = changed.completed_on, overdue_on = changed.overdue_on,
                asked_until = changed.asked_until, session_id = changed.session_id, report = changed.report, version = changed.version
            from unnest({ids}, {units}, {paths}, {due}, {states}, {acknowledged}, {completed}, {overdue}, {asked}, {sessions}, {reports},
                {versions})
                as changed (id, unit_id, unit_path, due_on, state, acknowledged_on, completed_on, overdue_on, asked_until, session_id,
                    report, version)
            where assignments.id = changed.id
            """,
            ct
        );
    }
}
