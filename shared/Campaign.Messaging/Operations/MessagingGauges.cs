using System.Diagnostics.Metrics;
using Campaign.Contracts;
using Campaign.Messaging.Inbox;
using Campaign.Messaging.Relaying;
using Microsoft.Extensions.Hosting;

namespace Campaign.Messaging.Operations;

/// <summary>The gauges that operators steer by: how far the relay is behind, and how old events are when they arrive.</summary>
internal sealed class MessagingGauges : IHostedService, IDisposable
{
    private readonly Meter _meter = new(MessagingExtensions.TelemetryName);

    public MessagingGauges(RelayState relay, ConsumerState consumer, TimeProvider time)
    {
        _meter.CreateObservableGauge(
            "campaign.relay.lag",
            () =>
                relay.Backlogs.Values.Select(backlog => new Measurement<double>(
                    (time.GetUtcNow() - backlog.Oldest).TotalSeconds,
                    District(backlog.District)
                )),
            "s",
            "Age of the oldest unpublished event of a district."
        );
        _meter.CreateObservableGauge(
            "campaign.relay.unpublished",
            () => relay.Backlogs.Values.Select(backlog => new Measurement<long>(backlog.Events, District(backlog.District))),
            "{event}",
            "Events of a district that wait to be published, counted up to 10,000."
        );
        _meter.CreateObservableGauge(
            "campaign.queue.age",
            () => consumer.Districts.Select(district => new Measurement<double>(consumer.AgeOf(district).TotalSeconds, District(district))),
            "s",
            "How old the last received event of a district was when it came."
        );
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> District(string district) => new(Districts.TelemetryName, district);
}
