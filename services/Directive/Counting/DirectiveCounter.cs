using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Counting;

/// <summary>Keeps the counts in step with the assignments: in the same transaction, by what changed, never by a scan.</summary>
internal static class DirectiveCounter
{
    public static async Task CountAsync(this DirectiveDb db, IReadOnlyList<CountChange> changes, CancellationToken ct)
    {
        if (changes.Count == 0)
        {
            return;
        }

        var directives = changes.Select(change => change.DirectiveId).ToArray();
        var districts = changes.Select(change => change.District).ToArray();
        var assignments = changes.Select(change => change.Assignments).ToArray();
        var acknowledged = changes.Select(change => change.Acknowledged).ToArray();
        var completed = changes.Select(change => change.Completed).ToArray();
        var overdue = changes.Select(change => change.Overdue).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into directive_counts as counts (directive_id, district, assignments, acknowledged, completed, overdue)
             select * from unnest({directives}, {districts}, {assignments}, {acknowledged}, {completed}, {overdue})
             on conflict (directive_id, district) do update set
                 assignments = counts.assignments + excluded.assignments,
                 acknowledged = counts.acknowledged + excluded.acknowledged,
                 completed = counts.completed + excluded.completed,
                 overdue = counts.overdue + excluded.overdue
             """, ct);
    }
}
