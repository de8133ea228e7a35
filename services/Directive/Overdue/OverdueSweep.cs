using Campaign.Directives.Assignments;
using Campaign.Time;

namespace Campaign.Directives.Overdue;

/// <summary>Announces assignments whose due day has passed, each once, a batch in a transaction.</summary>
internal sealed class OverdueSweep(DirectiveDb db, AssignmentChanges changes, TimeProvider time)
{
    private const int Batch = 500;

    /// <returns>How many were announced; 0 when none is left.</returns>
    public Task<int> RunBatchAsync(CancellationToken ct)
    {
        var today = time.Today();
        return db.TogetherAsync(
            async () =>
            {
                var due = await changes.LockAsync(
                    $"""
                    select * from assignments
                    where overdue_on is null and completed_on is null and state <> 'recalled' and due_on < {today} and issued_on < {today}
                    order by due_on limit {Batch} for update skip locked
                    """,
                    ct
                );
                return await changes.ApplyAsync(due, assignment => assignment.FallDue(today), ct);
            },
            ct
        );
    }
}
