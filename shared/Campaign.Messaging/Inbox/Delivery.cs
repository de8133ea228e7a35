using System.Text.Json;
using Campaign.Contracts;
using Campaign.Messaging.Broker;
using Campaign.Messaging.Log;

namespace Campaign.Messaging.Inbox;

/// <summary>An event for one projection: what is handled, deduplicated and, if need be, parked.</summary>
/// <param name="District">Whose queue or log it came from.</param>
/// <param name="Projection">Whose handlers run.</param>
/// <param name="Packed">As it came.</param>
/// <param name="Event">As the handlers see it; null when it could not be read.</param>
/// <param name="Unreadable">Why it could not be read.</param>
internal sealed record Delivery(string District, Projection Projection, PackedEvent Packed, CampaignEvent? Event, string? Unreadable)
{
    /// <summary>What a pack means to this service: events that it does not handle are left out.</summary>
    public static List<Delivery> Of(string district, IEnumerable<PackedEvent> events, ProjectionRegistry registry)
    {
        List<Delivery> deliveries = [];
        foreach (var packed in events)
        {
            if (registry.TypeOf(packed.Type) is { } type)
            {
                var (read, unreadable) = Read(packed, type);
                deliveries.AddRange(registry.Of(type).Select(projection => new Delivery(district, projection, packed, read, unreadable)));
            }
        }

        return deliveries;
    }

    internal static (CampaignEvent?, string?) Read(PackedEvent packed, Type type)
    {
        try
        {
            return JsonSerializer.Deserialize(packed.Payload, type, EventJson.Options) is CampaignEvent read
                ? (read, null)
                : (null, "The event's payload is null.");
        }
        catch (JsonException exception)
        {
            return (null, $"The event cannot be read as {type.Name}: {exception.Message}");
        }
    }
}
