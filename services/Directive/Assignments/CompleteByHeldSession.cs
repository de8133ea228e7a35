using Campaign.Contracts;
using Campaign.Directories.Units;
using Campaign.Messaging.Inbox;

namespace Campaign.Directives.Assignments;

/// <summary>
/// A session that was held completes the assignment that asked for it. A session that names an assignment of another unit,
/// of another kind or of none that we know changes nothing: it took place all the same.
/// </summary>
internal sealed class CompleteByHeldSession(DirectiveDb db, AssignmentChanges changes, ILogger<CompleteByHeldSession> logger)
    : IEventHandler<SessionHeld>
{
    public async Task HandleAsync(SessionHeld @event, CancellationToken cancellationToken)
    {
        if (@event.AssignmentId is not { } id)
        {
            return;
        }

        // held before the unit ended, told after the assignment went to its successor
        var unit = await db.GoesOnAtAsync(@event.UnitId, cancellationToken);
        var assignment = await changes.LockAsync($"select * from assignments where id = {id} for update", cancellationToken);
        var completed = await changes.ApplyAsync(
            assignment,
            asked =>
                asked.HoldSession(@event.AggregateId, asked.UnitId == unit?.Id ? asked.UnitId : @event.UnitId, @event.Kind, @event.HeldOn),
            cancellationToken
        );
        if (completed == 0)
        {
            logger.LogInformation(
                "Session {Session} completes nothing: assignment {Assignment} is {State}",
                @event.AggregateId,
                id,
                assignment.Count == 0 ? "unknown" : "completed already, or asks for something else"
            );
        }
    }
}
