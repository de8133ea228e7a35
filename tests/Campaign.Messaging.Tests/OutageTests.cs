using Campaign.Messaging.Broker;
using Campaign.Messaging.Operations;
using Campaign.Messaging.Schema;
using Campaign.Testing;

namespace Campaign.Messaging.Tests;

/// <summary>Servers that go away and come back; the conservation ledger is the effect table: every event once.</summary>
public sealed class OutageTests(OwnServers servers) : MessagingTest(servers), IClassFixture<OwnServers>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task The_broker_goes_away_and_comes_back()
    {
        var alpha = await StartAsync("alpha");
        var beta = await StartAsync("beta", TestService.Store);
        await alpha.AppendAsync(Noted.In("city", 1));
        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 1L);

        await servers.Broker.KillAsync();
        try
        {
            await alpha.AppendAsync([.. Enumerable.Range(2, 200).Select(version => Noted.In("city", version))]);
            var sick = await Eventually.TrueAsync(
                "an unready relay",
                alpha.HealthAsync,
                health => health.StartsWith("Unhealthy: ", StringComparison.Ordinal),
                Patience
            );
            sick.ShouldContain("The broker is away");
            alpha.Get<StatusReader>().Problems().Select(problem => problem.Code).ShouldContain("broker-away");
        }
        finally
        {
            await servers.Broker.StartAsync();
        }

        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 201L, Patience);
        await Eventually.TrueAsync("readiness", alpha.HealthAsync, health => health == "Healthy", Patience);
        await Eventually.TrueAsync("readiness", beta.HealthAsync, health => health == "Healthy", Patience);
        // a transport that was replaced and went on consuming would break the district's order
        await Eventually.TrueAsync(
            "one consumer",
            () => beta.Get<BrokerTopology>().LookAsync("city", CancellationToken.None),
            queue => queue?.Consumers == 1
        );
        await Eventually.TrueAsync(
            "one consumer",
            () => beta.Get<BrokerTopology>().LookAsync("thanh-xuan", CancellationToken.None),
            queue => queue?.Consumers == 1
        );
    }

    [Fact]
    public async Task A_queue_that_another_filled_before_it_settled_is_kept()
    {
        // Messages given to a queue while the one who makes it waits for it to settle survive a failure of that wait.
        var alpha = await StartAsync("alpha", settings: settings => settings["Messaging:Relay"] = "false");
        var topology = alpha.Get<BrokerTopology>();
        using var impatient = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await Should.ThrowAsync<OperationCanceledException>(() => topology.DeclareForPublishingAsync("city", impatient.Token));
        var other = await StartAsync("alpha");
        await other.AppendAsync(Noted.In("city", 1));
        await Eventually.EqualsAsync("unpublished events", other.UnpublishedAsync, 0L);

        await topology.DeclareForPublishingAsync("city", CancellationToken.None);

        var beta = await StartAsync("beta", TestService.Store);
        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 1L);
    }

    [Fact]
    public async Task Queues_that_the_broker_had_just_made_when_it_was_killed_are_made_anew()
    {
        var alpha = await StartAsync("alpha");
        var beta = await StartAsync("beta", TestService.Store);
        await Eventually.TrueAsync("beta's queue", () => Servers.QueuesAsync(Broker), queues => queues.Contains("beta.city"));
        await alpha.AppendAsync(Noted.In("city", 1));
        // gamma is not running: its queue is made by the one who has something for it
        await Eventually.TrueAsync("gamma's queue", () => Servers.QueuesAsync(Broker), queues => queues.Contains("gamma.city"));

        await servers.Broker.KillAsync();
        await servers.Broker.StartAsync();

        await Eventually.EqualsAsync("unpublished events", alpha.UnpublishedAsync, 0L, Patience);
        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 1L, Patience);
    }

    [Fact]
    public async Task The_database_goes_away_and_comes_back_and_nothing_is_parked()
    {
        var alpha = await StartAsync("alpha");
        var beta = await StartAsync("beta", TestService.Store);
        await alpha.AppendAsync([.. Enumerable.Range(1, 2000).Select(version => Noted.In("city", version))]);

        await servers.Postgres.KillAsync();
        try
        {
            await Eventually.TrueAsync(
                "an unready service",
                beta.HealthAsync,
                health => health.StartsWith("Unhealthy: ", StringComparison.Ordinal),
                Patience
            );
        }
        finally
        {
            await servers.Postgres.StartAsync();
        }

        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 2000L, Patience);
        await Eventually.EqualsAsync("unpublished events", alpha.UnpublishedAsync, 0L, Patience);
        (await beta.ScalarAsync<long>("select count(*) from messaging.parked")).ShouldBe(0);
        await Eventually.TrueAsync("readiness", beta.HealthAsync, health => health == "Healthy", Patience);
    }

    [Fact]
    public async Task A_service_starts_while_broker_and_database_are_away()
    {
        var alphaDatabase = await DatabaseAsync("alpha");
        await DatabaseAsync("beta");
        await Task.WhenAll(servers.Broker.StopAsync(), servers.Postgres.StopAsync());
        TestService alpha,
            beta;
        try
        {
            alpha = await StartAsync("alpha");
            beta = await StartAsync("beta", TestService.Store);
            (await beta.HealthAsync()).ShouldStartWith("Unhealthy: ");
        }
        finally
        {
            await Task.WhenAll(servers.Broker.StartAsync(), servers.Postgres.StartAsync());
        }

        alphaDatabase.ShouldNotBeNullOrEmpty();
        await Eventually.TrueAsync(
            "the schema",
            () => alpha.Get<SchemaInstaller>().Ready.IsCompletedSuccessfully,
            ready => ready,
            Patience
        );
        await alpha.AppendAsync(Noted.In("city", 1));
        await Eventually.EqualsAsync("unpublished events", alpha.UnpublishedAsync, 0L, Patience);
        await Eventually.TrueAsync("one effect", () => StateAsync(beta), state => state.Effects == 1, Patience);
    }

    [Fact]
    public async Task Connections_closed_by_the_broker_lose_nothing()
    {
        var alpha = await StartAsync("alpha");
        var beta = await StartAsync("beta", TestService.Store);
        await alpha.AppendAsync(Noted.In("city", 1));
        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 1L);
        await Eventually.TrueAsync(
            "connections that the broker can see",
            () => Servers.CloseConnectionsAsync(Broker),
            closed => closed >= 2
        );

        for (var round = 0; round < 3; round++)
        {
            await alpha.AppendAsync([.. Enumerable.Range(0, 300).Select(version => Noted.In("city", version))]);
            await Servers.CloseConnectionsAsync(Broker);
        }

        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 901L, Patience);
    }

    /// <summary>With what tells why there is no effect, when there is none.</summary>
    private static async Task<(long Effects, string Health, (uint Messages, uint Consumers)? Queue)> StateAsync(TestService service) =>
        (
            await service.EffectsAsync(),
            await service.HealthAsync(),
            await service.Get<BrokerTopology>().LookAsync("city", CancellationToken.None)
        );
}
