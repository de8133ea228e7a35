using Campaign.Contracts;

namespace Campaign.Messaging.Inbox;

/// <summary>
/// A handler that takes a run of events at once, for what comes by the thousand: the members of an import, the decisions of a
/// year. What holds for an <see cref="IEventHandler{TEvent}"/> holds here, too. The events of a run follow each other in their
/// pack, each is of another aggregate; they may be of several districts. When a run fails its events come again, each as a run of one.
/// </summary>
public interface IRunHandler<in TEvent> : IEventHandler<TEvent>
    where TEvent : CampaignEvent
{
    Task HandleAsync(IReadOnlyList<TEvent> run, CancellationToken cancellationToken);

    Task IEventHandler<TEvent>.HandleAsync(TEvent @event, CancellationToken cancellationToken) => HandleAsync([@event], cancellationToken);
}
