using System.Diagnostics.Metrics;
using Campaign.Contracts;

namespace Campaign.Messaging;

/// <summary>Counts since the process started: readable by the operations page and exported as metrics.</summary>
internal sealed class Counters
{
    private static readonly Meter Meter = new(MessagingExtensions.TelemetryName);

    private static readonly Counter<long> AllPublished = Instrument("published", "Events that the broker has confirmed.");
    private static readonly Counter<long> AllHandled = Instrument(
        "handled",
        "Events whose effects are committed, counted once a projection."
    );
    private static readonly Counter<long> AllDuplicates = Instrument("duplicates", "Events that came again and had no effect.");
    private static readonly Counter<long> AllRetried = Instrument("retried", "Further tries of events whose handler failed.");
    private static readonly Counter<long> AllParked = Instrument("parked", "Events put aside because their handler kept failing.");

    public Count Published { get; } = new(AllPublished);

    public Count Handled { get; } = new(AllHandled);

    public Count Duplicates { get; } = new(AllDuplicates);

    public Count Retried { get; } = new(AllRetried);

    public Count Parked { get; } = new(AllParked);

    private static Counter<long> Instrument(string name, string description) =>
        Meter.CreateCounter<long>($"campaign.events.{name}", "{event}", description);

    internal sealed class Count(Counter<long> instrument)
    {
        private long _value;

        public long Value => Interlocked.Read(ref _value);

        public void Add(long count, string district)
        {
            Interlocked.Add(ref _value, count);
            instrument.Add(count, new KeyValuePair<string, object?>(Districts.TelemetryName, district));
        }
    }
}
