using Campaign.Contracts;

namespace Campaign.Messaging.Log;

/// <summary>The only way to publish: what is appended here is written with the state change or not at all. Scoped.</summary>
public interface IEventLog
{
    /// <summary>
    /// Adds the event to what the next <c>SaveChanges</c> of the service's DbContext writes, in the same transaction.
    /// Events of one scope keep their order. The event is serialised now; later changes to it are not seen.
    /// </summary>
    void Append(CampaignEvent @event);

    /// <summary>
    /// For a hot path that writes its own row and the event in one hand-written statement: the column values.
    /// Call <see cref="Committed"/> after the commit.
    /// </summary>
    EventRow Serialise(CampaignEvent @event);

    /// <summary>Wakes the relay for rows written by hand. Without it they go out at the next poll, about a second later.</summary>
    void Committed(string district);
}
