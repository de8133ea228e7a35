using Campaign.Contracts;

namespace Campaign.Messaging.Inbox;

/// <summary>
/// What a service does about an event of another service. Runs in the transaction of the whole pack, in a scope of its own:
/// change tracked entities of the service's DbContext or run commands on it; appending further events is allowed. Do not call
/// SaveChanges unless a query must see the change. An exception parks this event for this projection alone, after retries.
/// Effects compare <see cref="CampaignEvent.Version"/>: events may arrive out of order.
/// </summary>
public interface IEventHandler<in TEvent>
    where TEvent : CampaignEvent
{
    Task HandleAsync(TEvent @event, CancellationToken cancellationToken);
}
