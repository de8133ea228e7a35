using Campaign.Messaging.Broker;
using Campaign.Messaging.Inbox;
using Campaign.Messaging.Log;
using Campaign.Messaging.Schema;
using Campaign.Testing;

namespace Campaign.Messaging.Tests;

/// <summary>What comes twice, or in another order, has its effect once.</summary>
public sealed class DuplicateTests(TestServers servers) : MessagingTest(servers)
{
    [Fact]
    public async Task A_crash_between_publish_and_mark_sends_again_and_changes_nothing()
    {
        var alpha = await StartAsync("alpha");
        var beta = await StartAsync("beta", TestService.Store);
        var crashes = 2;
        alpha.Get<Faults>().AfterPublish = () =>
        {
            if (Interlocked.Decrement(ref crashes) >= 0)
            {
                // as if the process had died here: the confirmed pack is not marked
                throw new CrashException();
            }
        };

        await alpha.AppendAsync([.. Enumerable.Range(1, 50).Select(version => Noted.In("city", version))]);

        await Eventually.EqualsAsync("unpublished events", alpha.UnpublishedAsync, 0L);
        await Eventually.TrueAsync("duplicates seen", () => beta.Get<Counters>().Duplicates.Value, duplicates => duplicates == 100);
        (await beta.VersionsAsync("city")).ShouldBe(Enumerable.Range(1, 50).Select(version => (long)version));
    }

    [Fact]
    public async Task A_crash_before_commit_leaves_no_half_effect()
    {
        var alpha = await StartAsync("alpha");
        var beta = await StartAsync("beta", TestService.Store);
        var crashes = 3;
        beta.Get<Faults>().BeforeCommit = () =>
        {
            if (Interlocked.Decrement(ref crashes) >= 0)
            {
                throw new TimeoutException("The connection broke just before commit.");
            }
        };

        await alpha.AppendAsync([.. Enumerable.Range(1, 50).Select(version => Noted.In("city", version))]);

        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 50L);
        crashes.ShouldBeLessThan(0);
        (await beta.ScalarAsync<long>("select count(*) from messaging.inbox")).ShouldBe(50);
        (await beta.ScalarAsync<long>("select count(*) from messaging.parked")).ShouldBe(0);
    }

    [Fact]
    public async Task Packs_delivered_twice_and_backwards_have_each_effect_once()
    {
        var beta = await StartAsync("beta", TestService.Store);
        await beta.Get<SchemaInstaller>().Ready;
        var processor = beta.Get<PackProcessor>();
        var events = Enumerable.Range(1, 20).Select(version => Pack(Noted.In("city", version))).ToList();

        foreach (var pack in new[] { events[10..], events[..10], events[5..15], events })
        {
            await processor.HandleAsync("city", pack, TestContext.Current.CancellationToken);
        }

        (await beta.VersionsAsync("city")).Order().ShouldBe(Enumerable.Range(1, 20).Select(version => (long)version));
    }

    [Fact]
    public async Task One_event_for_two_projections_reaches_both()
    {
        var alpha = await StartAsync("alpha");
        var beta = await StartAsync("beta", messaging =>
            messaging
                .Projection("one", projection => projection.Handle<Noted, StoreEffect>())
                .Projection("other", projection => projection.Handle<Noted, StoreEffect>())
        );

        await alpha.AppendAsync(Noted.In("city", 1));

        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 2L);
    }

    private static PackedEvent Pack(Noted noted) =>
        new()
        {
            Id = noted.EventId,
            Type = nameof(Noted),
            RecordedAt = DateTimeOffset.UtcNow,
            Payload = System.Text.Json.JsonSerializer.Serialize(noted, EventJson.Options),
        };

    private sealed class CrashException : Exception;
}
