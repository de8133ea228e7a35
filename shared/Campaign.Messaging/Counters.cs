using System.Diagnostics.Metrics;

namespace Campaign.Messaging;

/// <summary>Counts since the process started: readable by the operations page and exported as metrics.</summary>
internal sealed class Counters(MessagingOptions options)
{
    private static readonly Meter Meter = new(MessagingExtensions.TelemetryName);

    public Count Published { get; } = new("published", options.Service);

    public Count Handled { get; } = new("handled", options.Service);

    public Count Duplicates { get; } = new("duplicates", options.Service);

    public Count Retried { get; } = new("retried", options.Service);

    public Count Parked { get; } = new("parked", options.Service);

    internal sealed class Count(string name, string service)
    {
        private static readonly Dictionary<string, Counter<long>> Instruments = new[] { "published", "handled", "duplicates", "retried", "parked" }
            .ToDictionary(name => name, name => Meter.CreateCounter<long>($"campaign.messaging.{name}", "{event}"));

        private readonly Counter<long> _instrument = Instruments[name];
        private long _value;

        public long Value => Interlocked.Read(ref _value);

        public void Add(long count, string district)
        {
            Interlocked.Add(ref _value, count);
            _instrument.Add(count, new("service", service), new("district", district));
        }
    }
}
