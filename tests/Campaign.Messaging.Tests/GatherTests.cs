using System.Collections.Concurrent;
using Campaign.Messaging.Broker;
using Campaign.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Messaging.Tests;

/// <summary>Each pack costs every receiver a transaction: where events come thick and fast they travel together.</summary>
public sealed class GatherTests(TestServers servers) : MessagingTest(servers)
{
    [Fact]
    public async Task Events_of_a_busy_district_gather_before_they_are_published()
    {
        var (alpha, transport) = await StartAsync(TimeSpan.FromSeconds(3));

        await alpha.AppendAsync(Noted.In("city", 1), Noted.In("city", 2));
        await Eventually.EqualsAsync("unpublished events", alpha.UnpublishedAsync, 0L);
        for (var version = 3; version <= 30; version++)
        {
            await alpha.AppendAsync(Noted.In("city", version));
        }

        await Eventually.EqualsAsync("unpublished events", alpha.UnpublishedAsync, 0L);
        transport.Packs.Sum().ShouldBe(30);
        // one, unless the machine takes seconds for what should take a moment
        transport.Packs.Count.ShouldBeLessThan(10);
    }

    [Fact]
    public async Task Events_that_come_one_by_one_do_not_wait()
    {
        var (alpha, transport) = await StartAsync(TimeSpan.FromHours(1));

        for (var version = 1; version <= 3; version++)
        {
            await alpha.AppendAsync(Noted.In("city", version));
            await Eventually.EqualsAsync("unpublished events", alpha.UnpublishedAsync, 0L);
        }

        transport.Packs.ShouldBe([1, 1, 1]);
    }

    private async Task<(TestService, CountingTransport)> StartAsync(TimeSpan gather)
    {
        var transport = new CountingTransport();
        return (
            await StartAsync(
                "alpha",
                messaging =>
                {
                    messaging.Options.Subscriptions = new Dictionary<string, string[]>();
                    messaging.Options.GatherTime = gather;
                },
                services: services => services.AddSingleton<IPackTransport>(transport)
            ),
            transport
        );
    }

    /// <summary>Confirms at once and counts the events of each pack.</summary>
    private sealed class CountingTransport : IPackTransport
    {
        public ConcurrentQueue<int> Packs { get; } = [];

        public Task SendAsync(string district, EventPack pack, CancellationToken cancellationToken)
        {
            Packs.Enqueue(pack.Events!.Length);
            return Task.CompletedTask;
        }
    }
}
