using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.RollUps;

/// <summary>Keeps the figures in step with the assignments: in the same transaction, by what changed, never by a scan.</summary>
internal static class RollUpKeeper
{
    public static async Task CountAsync(this DirectiveDb db, IReadOnlyList<RollUpChange> changes, CancellationToken ct)
    {
        if (changes.Count == 0)
        {
            return;
        }

        var directives = changes.Select(change => change.DirectiveId).ToArray();
        var levels = changes.Select(change => (short)change.UnitPath.Count(letter => letter == '/')).ToArray();
        var paths = changes.Select(change => change.UnitPath).ToArray();
        var requirements = changes.Select(change => change.RequirementNo).ToArray();
        var assignments = changes.Select(change => change.Tally.Assignments).ToArray();
        var acknowledged = changes.Select(change => change.Tally.Acknowledged).ToArray();
        var completed = changes.Select(change => change.Tally.Completed).ToArray();
        var onTime = changes.Select(change => change.Tally.OnTime).ToArray();
        var overdue = changes.Select(change => change.Tally.Overdue).ToArray();
        var returned = changes.Select(change => change.Tally.Returned).ToArray();
        var reported = changes.Select(change => change.Tally.Reported).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into roll_ups as kept
                (directive_id, level, unit_path, requirement_no, assignments, acknowledged, completed, on_time, overdue, returned, reported)
            select * from unnest({directives}, {levels}, {paths}, {requirements},
                {assignments}, {acknowledged}, {completed}, {onTime}, {overdue}, {returned}, {reported})
            on conflict (directive_id, level, unit_path, requirement_no) do update set
                assignments = kept.assignments + excluded.assignments,
                acknowledged = kept.acknowledged + excluded.acknowledged,
                completed = kept.completed + excluded.completed,
                on_time = kept.on_time + excluded.on_time,
                overdue = kept.overdue + excluded.overdue,
                returned = kept.returned + excluded.returned,
                reported = kept.reported + excluded.reported
            """,
            ct
        );
    }
}
