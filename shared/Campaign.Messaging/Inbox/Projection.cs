using Campaign.Contracts;

namespace Campaign.Messaging.Inbox;

/// <summary>A named set of handlers: the unit of deduplication and of rebuild.</summary>
internal sealed class Projection(string name)
{
    public string Name { get; } = name;

    /// <summary>
    /// SQL that empties the projection's tables; empty = its events are repeated over what is there; null = it cannot be rebuilt.
    /// </summary>
    public string? ResetSql { get; set; }

    public List<HandlerRegistration> Handlers { get; } = [];

    /// <summary>The services whose logs hold the history of this projection.</summary>
    public IEnumerable<string> Publishers => Handlers.Select(handler => Topology.PublisherOf(handler.EventType)).Distinct();

    public IEnumerable<HandlerRegistration> HandlersOf(Type eventType) => Handlers.Where(handler => handler.EventType == eventType);
}

/// <param name="EventType">A record of Campaign.Contracts.</param>
/// <param name="HandlerType">In the container.</param>
/// <param name="TakesRuns">Whether it is invoked with more than one event.</param>
/// <param name="Invoke">All events are of the type.</param>
internal sealed record HandlerRegistration(
    Type EventType,
    Type HandlerType,
    bool TakesRuns,
    Func<IServiceProvider, IReadOnlyList<CampaignEvent>, CancellationToken, Task> Invoke
);
