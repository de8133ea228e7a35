using System.Diagnostics;
using Campaign.Messaging.Broker;

namespace Campaign.Messaging.Relaying;

/// <summary>An unpublished row of the event log.</summary>
internal sealed record LoggedEvent(long Id, DateTimeOffset RecordedAt, Guid EventId, string Type, string Payload, string? TraceParent)
{
    /// <summary>As it travels: with the publishing activity as its trace parent, where somebody listens.</summary>
    public PackedEvent Packed(Activity? publishing) =>
        new()
        {
            Id = EventId,
            Type = Type,
            RecordedAt = RecordedAt,
            Payload = Payload,
            TraceParent = publishing?.Id ?? TraceParent,
        };
}

/// <summary>Cuts a run of events into messages.</summary>
internal static class Packs
{
    public static IEnumerable<ArraySegment<LoggedEvent>> Of(LoggedEvent[] all, MessagingOptions options)
    {
        var start = 0;
        var bytes = 0;
        for (var index = 0; index < all.Length; index++)
        {
            // characters stand for bytes: the bound keeps messages small, it need not be exact
            var size = all[index].Payload.Length;
            if (index > start && (index - start == options.PackEvents || bytes + size > options.PackBytes))
            {
                yield return new ArraySegment<LoggedEvent>(all, start, index - start);
                (start, bytes) = (index, 0);
            }

            bytes += size;
        }

        if (start < all.Length)
        {
            yield return new ArraySegment<LoggedEvent>(all, start, all.Length - start);
        }
    }
}
