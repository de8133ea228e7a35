using System.Diagnostics;
using System.Text.Json;
using Campaign.Contracts;
using Campaign.Messaging.Relaying;

namespace Campaign.Messaging.Log;

internal sealed class EventLog(RelaySignal signal, TimeProvider time) : IEventLog
{
    private readonly List<EventRow> _appended = [];

    /// <summary>Drops what is appended: a rebuild repeats effects, not announcements.</summary>
    internal bool Muted { get; set; }

    public void Append(CampaignEvent @event)
    {
        var row = Serialise(@event);
        if (!Muted)
        {
            _appended.Add(row);
        }
    }

    public EventRow Serialise(CampaignEvent @event)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(@event.District, "event.District");
        var stamped = @event.OccurredAt == default ? @event with { OccurredAt = time.GetUtcNow() } : @event;
        var type = stamped.GetType();
        return new EventRow
        {
            EventId = stamped.EventId,
            District = stamped.District,
            Type = type.Name,
            AggregateId = stamped.AggregateId,
            Version = stamped.Version,
            Payload = JsonSerializer.Serialize(stamped, type, EventJson.Options),
            TraceParent = Activity.Current?.IdFormat == ActivityIdFormat.W3C ? Activity.Current.Id : null,
        };
    }

    public void Committed(string district) => signal.Wake(district);

    /// <summary>Hands over what was appended since the last call.</summary>
    internal IReadOnlyList<EventRow> Take()
    {
        if (_appended.Count == 0)
        {
            return [];
        }

        var taken = _appended.ToArray();
        _appended.Clear();
        return taken;
    }
}

/// <summary>How events are written and read.</summary>
internal static class EventJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
}
