using Campaign.Api.Directive;
using Campaign.Defaults.Access;
using Campaign.Defaults.Audit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.Directives.Assignments;

/// <summary>Acknowledges every open assignment of a directive in a subtree: a ward's secretary for its cells, from one sheet of paper.</summary>
internal static class AcknowledgingMany
{
    /// <summary>A call takes no more; the caller repeats it until the answer is 0.</summary>
    public const int MaxCount = 5000;

    public static async Task<Ok<CountResult>> HandleAsync(
        AcknowledgeMany many, Caller caller, DirectiveDb db, AssignmentChanges changes, IAudit audit, TimeProvider time, CancellationToken ct)
    {
        var under = Defaults.Problems.Problem.Text(many.Under, "under", 600);
        caller.Demand(under);
        var on = time.DayOf(many.On);
        var count = await db.TogetherAsync(async () =>
        {
            // '0' follows '/' in the path's collation: the subtree is a range of the index
            var open = await changes.LockAsync(
                $"""
                 select * from assignments
                 where directive_id = {many.DirectiveId} and state = {AssignmentStates.Issued}
                   and (unit_path = {under} or (unit_path >= {under + "/"} and unit_path < {under + "0"}))
                 order by unit_path, id limit {MaxCount} for update
                 """, ct);
            var changed = await changes.ApplyAsync(open, assignment => assignment.Acknowledge(on), ct);
            audit.Record("acknowledged-many", nameof(Assignment), many.DirectiveId.ToString(), new { under, on, count = changed });
            return changed;
        }, ct);
        return TypedResults.Ok(new CountResult(count));
    }
}
