using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Directories.Units;
using Campaign.Messaging.Inbox;

namespace Campaign.Directives.Assignments;

/// <summary>
/// A unit ended and another goes on in its place: what is open, or reported and not yet looked at, goes there; what is done
/// stays. An assignment keeps its district, so that its events keep their order and the counts their place. Runs after the
/// unit directory's own handler.
/// </summary>
internal sealed class CarryOver(DirectiveDb db, AssignmentChanges changes) : IEventHandler<UnitMerged>
{
    private static readonly string[] s_unfinished = [.. AssignmentStates.Open, AssignmentStates.Reported];

    public async Task HandleAsync(UnitMerged @event, CancellationToken cancellationToken)
    {
        // the successor may have ended too, and the news of that may have come first
        if (await db.GoesOnAtAsync(@event.SuccessorId, cancellationToken) is { } unit)
        {
            var carried = await changes.LockAsync(
                $"select * from assignments where unit_id = {@event.AggregateId} and state = any({s_unfinished}) order by id for update",
                cancellationToken
            );
            await changes.ApplyAsync(
                carried,
                assignment =>
                {
                    (assignment.UnitId, assignment.UnitPath) = (unit.Id, unit.Path);
                    return [];
                },
                cancellationToken
            );
        }
    }
}
