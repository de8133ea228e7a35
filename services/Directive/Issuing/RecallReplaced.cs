using Campaign.Api.Directive;
using Campaign.Directives.Assignments;
using Campaign.Directives.Documents;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Issuing;

/// <summary>
/// A new version asks anew: what the documents that it replaces still ask of anybody is recalled, with the reason. What was done or
/// reported for them stays.
/// </summary>
internal sealed class RecallReplaced(DirectiveDb db, AssignmentChanges changes, TimeProvider time)
{
    private static readonly string[] s_open = [.. AssignmentStates.Open];

    /// <summary>Runs in the transaction of the new document's batch.</summary>
    /// <returns>Whether more may be left.</returns>
    public async Task<bool> RecallNextAsync(Directive document, CancellationToken ct)
    {
        var replaced = await db
            .Relations.AsNoTracking()
            .Where(relation => relation.FromId == document.Id && relation.Kind == RelationKinds.Replaces)
            .Select(relation => relation.ToId)
            .ToArrayAsync(ct);
        if (replaced.Length == 0)
        {
            return false;
        }

        // a batch of the replaced document that is at work ends first, and sees afterwards that it asks nobody any more
        await db.Database.ExecuteSqlAsync(
            $"select 1 from issue_job where directive_id = any({replaced}) order by directive_id for update",
            ct
        );
        var open = await changes.LockAsync(
            $"""
            select * from assignments where directive_id = any({replaced}) and state = any({s_open})
            order by directive_id, unit_path, id limit {IssueBatch.Units} for update
            """,
            ct
        );
        var reason = $"Được thay thế bằng {document.Symbol}";
        await changes.ApplyAsync(open, assignment => assignment.Recall(reason), ct);
        db.AssignmentNotes.AddRange(
            open.Select(assignment => new AssignmentNote
            {
                AssignmentId = assignment.Id,
                Action = "recalled",
                Text = reason,
                At = time.GetUtcNow(),
                By = document.Issuer[..Math.Min(document.Issuer.Length, 200)],
            })
        );
        return open.Count == IssueBatch.Units;
    }
}
