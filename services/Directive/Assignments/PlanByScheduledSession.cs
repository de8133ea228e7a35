using Campaign.Contracts;
using Campaign.Defaults.Requests;
using Campaign.Messaging;

namespace Campaign.Directives.Assignments;

/// <summary>A session that was put on the calendar plans the assignment that asked for it; one of another unit or kind changes nothing.</summary>
internal sealed class PlanByScheduledSession(AssignmentChanges changes) : IEventHandler<SessionScheduled>
{
    public async Task HandleAsync(SessionScheduled @event, CancellationToken cancellationToken)
    {
        if (@event.AssignmentId is not { } id)
        {
            return;
        }

        var assignment = await changes.LockAsync($"select * from assignments where id = {id} for update", cancellationToken);
        await changes.ApplyAsync(assignment, asked => asked.ScheduleSession(@event.UnitId, @event.Kind, OfficeDay.Of(@event.OccurredAt)), cancellationToken);
    }
}
