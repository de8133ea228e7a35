using Campaign.Contracts;
using Campaign.Messaging.Inbox;
using Campaign.Time;

namespace Campaign.Directives.Assignments;

/// <summary>
/// A session that was put on the calendar plans the assignment that asked for it, until it is cancelled; one of another unit or kind
/// changes nothing.
/// </summary>
internal sealed class PlanByScheduledSession(AssignmentChanges changes) : IEventHandler<SessionScheduled>, IEventHandler<SessionCancelled>
{
    public Task HandleAsync(SessionScheduled @event, CancellationToken cancellationToken) =>
        ChangeAsync(
            @event.AssignmentId,
            asked => asked.ScheduleSession(@event.AggregateId, @event.UnitId, @event.Kind, OfficeDay.Of(@event.OccurredAt)),
            cancellationToken
        );

    public Task HandleAsync(SessionCancelled @event, CancellationToken cancellationToken) =>
        ChangeAsync(@event.AssignmentId, asked => asked.CancelSession(@event.AggregateId), cancellationToken);

    private async Task ChangeAsync(Guid? assignment, Func<Assignment, IReadOnlyList<CampaignEvent>> rule, CancellationToken ct)
    {
        if (assignment is { } id)
        {
            await changes.ApplyAsync(await changes.LockAsync($"select * from assignments where id = {id} for update", ct), rule, ct);
        }
    }
}
