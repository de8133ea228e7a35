using System.Collections.Concurrent;
using Campaign.Contracts;
using Campaign.Messaging.Broker;

namespace Campaign.Messaging.Inbox;

/// <summary>What the consuming side knows about itself, for health, metrics and the operations page.</summary>
internal sealed class ConsumerState(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (TimeSpan Age, DateTimeOffset At)> _ages = new();

    /// <summary>What holds deliveries up, or null.</summary>
    public Finding? Problem { get; set; }

    /// <summary>Districts whose queues this process consumes.</summary>
    public IReadOnlyCollection<string> Districts { get; set; } = [];

    public void Received(string district, IReadOnlyList<PackedEvent> events)
    {
        if (events.Count > 0)
        {
            var now = time.GetUtcNow();
            _ages[district] = (now - events[0].RecordedAt, now);
        }
    }

    /// <summary>
    /// How old the event was that this queue handed out last, from commit at its publisher; zero when nothing came for half a minute.
    /// </summary>
    public TimeSpan AgeOf(string district) =>
        _ages.TryGetValue(district, out var last) && time.GetUtcNow() - last.At < TimeSpan.FromSeconds(30) ? last.Age : TimeSpan.Zero;
}
