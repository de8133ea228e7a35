using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.Directives.Assignments;

/// <summary>
/// Changes every assignment of a directive in a subtree that is in a state for it: a ward for its cells, from one sheet of paper.
/// </summary>
internal sealed class ManyAssignmentsAtOnce(DirectiveDb db, AssignmentChanges changes, Caller caller, IAudit audit)
{
    /// <summary>A call takes no more; the caller repeats it until the answer is 0.</summary>
    public const int MaxCount = 5000;

    public static Task<Ok<CountResult>> AcknowledgeAsync(
        AcknowledgeMany many,
        ManyAssignmentsAtOnce together,
        Caller caller,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var under = Under(many.Under);
        caller.Demand(under);
        var on = time.DayOf(many.On);
        return together.ChangeAsync(
            many.DirectiveId,
            under,
            false,
            [AssignmentStates.Issued],
            "acknowledged-many",
            assignment => assignment.Acknowledge(on),
            ct
        );
    }

    public static Task<Ok<CountResult>> AcceptAsync(ManyAssignments many, ManyAssignmentsAtOnce together, CancellationToken ct) =>
        together.BySuperiorAsync(
            many.DirectiveId,
            many.Under,
            [AssignmentStates.Reported],
            "accepted-many",
            assignment => assignment.Accept(),
            ct
        );

    public static Task<Ok<CountResult>> CloseAsync(ManyAssignments many, ManyAssignmentsAtOnce together, CancellationToken ct) =>
        together.BySuperiorAsync(
            many.DirectiveId,
            many.Under,
            [AssignmentStates.Accepted],
            "closed-many",
            assignment => assignment.Close(),
            ct
        );

    public static Task<Ok<CountResult>> RecallAsync(RecallMany many, ManyAssignmentsAtOnce together, CancellationToken ct)
    {
        var reason = Problem.Text(many.Reason, "reason", AssignmentNote.MaxLength);
        return together.BySuperiorAsync(
            many.DirectiveId,
            many.Under,
            [.. AssignmentStates.Open],
            "recalled-many",
            assignment => assignment.Recall(reason),
            ct
        );
    }

    // whose post is at the root of the subtree decides about what is below it, not about that unit's own
    private Task<Ok<CountResult>> BySuperiorAsync(
        Guid directive,
        string? under,
        string[] states,
        string action,
        Func<Assignment, IReadOnlyList<CampaignEvent>> rule,
        CancellationToken ct
    )
    {
        var root = Under(under);
        caller.Demand(root);
        return ChangeAsync(directive, root, !caller.IsAbove(root), states, action, rule, ct);
    }

    private async Task<Ok<CountResult>> ChangeAsync(
        Guid directive,
        string under,
        bool onlyBelow,
        string[] states,
        string action,
        Func<Assignment, IReadOnlyList<CampaignEvent>> rule,
        CancellationToken ct
    )
    {
        var count = await db.TogetherAsync(
            async () =>
            {
                // '0' follows '/' in the path's collation: the subtree is a range of the index
                var found = await changes.LockAsync(
                    $"""
                    select * from assignments
                    where directive_id = {directive} and state = any({states})
                      and ((unit_path = {under} and not {onlyBelow}) or (unit_path >= {under + "/"} and unit_path < {under + "0"}))
                    order by unit_path, id limit {MaxCount} for update
                    """,
                    ct
                );
                var changed = await changes.ApplyAsync(found, rule, ct);
                audit.Record(action, nameof(Assignment), directive.ToString(), new { under, count = changed });
                return changed;
            },
            ct
        );
        return TypedResults.Ok(new CountResult(count));
    }

    private static string Under(string? under) => Problem.Text(under, "under", 600);
}
