using System.Diagnostics.Metrics;
using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Messaging.Tests;

/// <summary>What an operator finds in a dashboard's list of meters, under names that the README's table explains.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class MeterTests(TestServers servers) : MessagingTest(servers)
{
    private static readonly string[] s_documented =
    [
        "campaign.events.duplicates {event}",
        "campaign.events.handled {event}",
        "campaign.events.parked {event}",
        "campaign.events.published {event}",
        "campaign.events.retried {event}",
        "campaign.queue.age s",
        "campaign.relay.lag s",
        "campaign.relay.unpublished {event}",
    ];

    [Fact]
    public async Task Meter_has_the_documented_instruments_each_with_unit_and_description()
    {
        List<Instrument> published = [];
        HashSet<string> districts = [];
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Campaign.Messaging")
                {
                    published.Add(instrument);
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => districts.Add($"{Tag(tags)}"));
        listener.Start();
        var alpha = await StartAsync("alpha");
        await StartAsync("beta", TestService.Store);

        await alpha.AppendAsync(Noted.In("thanh-xuan", 1));
        await Eventually.EqualsAsync("unpublished events", alpha.UnpublishedAsync, 0L);

        published
            .Select(instrument => $"{instrument.Name} {instrument.Unit}")
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(s_documented);
        published.ShouldAllBe(instrument => !string.IsNullOrEmpty(instrument.Description));
        districts.ShouldContain("thanh-xuan");
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "shared", "Campaign.Messaging", "README.md"));
        published.ShouldAllBe(instrument => readme.Contains($"`{instrument.Name}`", StringComparison.Ordinal));
    }

    private static object? Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags)
        {
            if (name == Districts.TelemetryName)
            {
                return value;
            }
        }

        return null;
    }
}
