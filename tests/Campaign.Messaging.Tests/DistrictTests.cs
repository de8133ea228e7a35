using Campaign.Contracts;
using Campaign.Messaging.Relaying;
using Campaign.Testing;

namespace Campaign.Messaging.Tests;

/// <summary>Queues of districts: declared before anybody listens, consumed as configured, shared between relays.</summary>
public sealed class DistrictTests(TestServers servers) : MessagingTest(servers)
{
    [Fact]
    public async Task Nothing_is_lost_when_no_consumer_is_up_yet()
    {
        var alpha = await StartAsync("alpha");
        await alpha.AppendAsync([.. Enumerable.Range(0, 250).Select(version => Noted.In("thanh-xuan", version))]);
        await Eventually.EqualsAsync("unpublished events", alpha.UnpublishedAsync, 0L);

        var beta = await StartAsync("beta", TestService.Store);

        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 250L);
    }

    [Fact]
    public async Task A_district_registered_at_run_time_is_consumed()
    {
        var organization = await StartAsync(Resources.Organization);
        var alpha = await StartAsync("alpha");
        var beta = await StartAsync("beta", TestService.Store, settings => settings["Messaging:Districts"] = "*");
        await alpha.AppendAsync(Noted.In("tay-ho", 1));
        await Eventually.EqualsAsync("unpublished events", alpha.UnpublishedAsync, 0L);
        (await beta.EffectsAsync()).ShouldBe(0);

        await organization.AppendAsync(
            new DistrictRegistered
            {
                District = Districts.City,
                AggregateId = Guid.CreateVersion7(),
                Version = 1,
                Code = "tay-ho",
                Name = "Tây Hồ",
            }
        );

        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 1L);
    }

    [Fact]
    public async Task An_instance_consumes_only_its_districts()
    {
        var alpha = await StartAsync("alpha");
        var beta = await StartAsync("beta", TestService.Store, settings => settings["Messaging:Districts"] = "thanh-xuan");

        await alpha.AppendAsync(Noted.In("cau-giay", 1), Noted.In("thanh-xuan", 2));

        await Eventually.EqualsAsync("unpublished events", alpha.UnpublishedAsync, 0L);
        await Eventually.TrueAsync("its own district's effect", () => beta.VersionsAsync("thanh-xuan"), versions => versions.Length == 1);
        (await beta.EffectsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Two_relays_share_the_districts_and_one_takes_over_when_the_other_stops()
    {
        var districts = Enumerable.Range(0, 6).Select(number => $"d{number}").ToArray();
        void Listen(Microsoft.Extensions.Configuration.IConfiguration settings) =>
            settings["Messaging:Districts"] = string.Join(',', districts);
        var first = await StartAsync("alpha");
        var second = await StartAsync("alpha");
        var beta = await StartAsync("beta", TestService.Store, Listen);
        await first.AppendAsync([.. districts.Select(district => Noted.In(district, 0))]);

        // six and the city, shared as four and three
        await Eventually.TrueAsync(
            "a fair share",
            () => (First: first.Get<RelayState>().Claimed.Count, Second: second.Get<RelayState>().Claimed.Count),
            claimed => claimed is (4, 3) or (3, 4)
        );
        for (var version = 1; version <= 100; version++)
        {
            await (version % 2 == 0 ? first : second).AppendAsync([.. districts.Select(district => Noted.In(district, version))]);
        }

        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 606L);
        foreach (var district in districts)
        {
            (await beta.VersionsAsync(district)).ShouldBe(Enumerable.Range(0, 101).Select(version => (long)version));
        }

        beta.Get<Counters>().Duplicates.Value.ShouldBe(0);
        await second.DisposeAsync();
        await first.AppendAsync([.. districts.Select(district => Noted.In(district, 101))]);
        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 612L);
    }

    [Fact]
    public async Task A_handler_that_nobody_would_ever_reach_stops_the_start()
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(() =>
            StartAsync("beta", messaging => messaging.Projection("answers", projection => projection.Handle<Answered, StoreAnswer>()))
        );

        failure.Message.ShouldContain("Answered");
        failure.Message.ShouldContain("Topology.Subscriptions");
    }

    [Fact]
    public async Task A_queue_deleted_on_the_broker_is_declared_anew_and_the_events_wait()
    {
        var alpha = await StartAsync("alpha");
        await alpha.AppendAsync(Noted.In("thanh-xuan", 1));
        await Eventually.EqualsAsync("unpublished events", alpha.UnpublishedAsync, 0L);
        await using (
            var connection = await new RabbitMQ.Client.ConnectionFactory { Uri = new Uri(Broker) }.CreateConnectionAsync(
                TestContext.Current.CancellationToken
            )
        )
        {
            await using var channel = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
            await channel.QueueDeleteAsync("beta.thanh-xuan", false, false, cancellationToken: TestContext.Current.CancellationToken);
            await channel.QueueDeleteAsync("gamma.thanh-xuan", false, false, cancellationToken: TestContext.Current.CancellationToken);
        }

        await alpha.AppendAsync(Noted.In("thanh-xuan", 2));

        await Eventually.EqualsAsync("unpublished events", alpha.UnpublishedAsync, 0L);
        var beta = await StartAsync("beta", TestService.Store);
        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 1L);
    }
}
