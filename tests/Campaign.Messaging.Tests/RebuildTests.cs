using System.Net;
using System.Net.Http.Json;
using Campaign.Api.Operations;
using Campaign.Messaging.Log;
using Campaign.Messaging.Rebuild;
using Campaign.Messaging.Schema;
using Campaign.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaign.Messaging.Tests;

/// <summary>A projection made anew from the publishers' logs.</summary>
public sealed class RebuildTests(TestServers servers) : MessagingTest(servers)
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task A_rebuild_under_live_traffic_has_no_gap_and_no_double()
    {
        var alpha = await StartAsync("alpha");
        var beta = await StartAsync("beta", TestService.Store, services: ReadLogsFrom(alpha));
        using var http = new HttpClient { BaseAddress = new Uri(beta.Address) };
        for (var batch = 0; batch < 10; batch++)
        {
            await alpha.AppendAsync([
                .. Enumerable.Range(0, 200).Select(number => Noted.In(number % 2 == 0 ? "city" : "thanh-xuan", number)),
            ]);
        }

        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 2000L);
        await beta.ExecuteAsync("update effect set text = 'from before the rebuild'");
        using var traffic = new CancellationTokenSource();
        var live = Task.Run(
            async () =>
            {
                var sent = 0L;
                for (; !traffic.IsCancellationRequested; sent += 5)
                {
                    await alpha.AppendAsync([.. Enumerable.Range(0, 5).Select(number => Noted.In("city", number))]);
                }

                return sent;
            },
            Stop
        );

        (await http.PostAsync("operations/messaging/rebuild/effects", null, Stop)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await http.PostAsync("operations/messaging/rebuild/effects", null, Stop)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var done = await Eventually.TrueAsync(
            "the rebuild",
            () => http.GetFromJsonAsync<RebuildProgress>("operations/messaging/rebuild/effects", Stop),
            progress => progress!.State == "completed",
            TimeSpan.FromSeconds(60)
        );
        await traffic.CancelAsync();
        var expected = 2000 + await live;

        done!.Sources.ShouldContain(source => source.Publisher == "alpha" && source.Events >= 2000);
        await Eventually.EqualsAsync("effects", beta.EffectsAsync, expected);
        (await beta.ScalarAsync<long>("select count(distinct event_id) from effect")).ShouldBe(expected);
        (await beta.ScalarAsync<long>("select count(*) from effect where text = 'from before the rebuild'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_rebuild_repeats_effects_but_not_announcements()
    {
        var alpha = await StartAsync("alpha");
        var beta = await StartAsync(
            "beta",
            messaging =>
                messaging.Projection("answers", projection =>
                    projection.Handle<Noted, Answer>().Handle<Noted, StoreEffect>().ResetWith("truncate table effect")
                ),
            services: ReadLogsFrom(alpha)
        );
        await alpha.AppendAsync(Noted.In("city", 1));
        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 1L);

        await beta.Get<Rebuilds>().StartAsync("answers", "test", Stop);

        await Eventually.TrueAsync(
            "the rebuild",
            () => beta.Get<Rebuilds>().ProgressAsync(Stop),
            rebuilds => rebuilds.Single().State == "completed"
        );
        (await beta.EffectsAsync()).ShouldBe(1);
        (await beta.ScalarAsync<long>("select count(*) from messaging.event_log")).ShouldBe(1);
    }

    [Fact]
    public async Task A_rebuild_waits_for_a_publisher_that_is_away_and_can_be_cancelled()
    {
        var beta = await StartAsync("beta", TestService.Store, services: services =>
            services.AddHttpClient(MessagingExtensions.LogClientName("alpha"), client => client.BaseAddress = new Uri("http://127.0.0.1:9"))
        );
        using var http = new HttpClient { BaseAddress = new Uri(beta.Address) };
        await beta.Get<SchemaInstaller>().Ready;
        await beta.Get<Rebuilds>().StartAsync("effects", "test", Stop);

        await Eventually.TrueAsync(
            "the reason",
            () => beta.Get<Rebuilds>().ProgressAsync(Stop),
            rebuilds => rebuilds.Single() is { State: "running", Problem: not null }
        );
        var running = (await http.GetFromJsonAsync<MessagingStatus>("operations/messaging", Stop))!;
        running.Rebuilds.ShouldHaveSingleItem().May.ShouldBe(["cancel"]);
        running.Projections.ShouldNotContain("effects");
        (await beta.Get<Rebuilds>().CancelAsync("effects", Stop)).ShouldBeTrue();
        var cancelled = (await http.GetFromJsonAsync<MessagingStatus>("operations/messaging", Stop))!;
        (cancelled.Rebuilds.ShouldHaveSingleItem().State, cancelled.Projections.Contains("effects")).ShouldBe(("cancelled", true));
        cancelled.Rebuilds[0].May.ShouldBe(["rebuild"]);
    }

    [Fact]
    public async Task A_copy_that_others_work_by_is_never_empty_while_it_is_rebuilt()
    {
        var alpha = await StartAsync("alpha");
        var beta = await StartAsync(
            "beta",
            messaging => messaging.Projection("copy", projection => projection.Handle<Noted, KeepLatest>().RepeatInPlace()),
            services: ReadLogsFrom(alpha)
        );
        var aggregate = Guid.CreateVersion7();
        await alpha.AppendAsync(Noted.In("city", 1, "first", aggregate), Noted.In("city", 2, "second", aggregate));
        await Eventually.TrueAsync(
            "the copy",
            () => beta.ScalarAsync<long>("select count(*) from effect where text = 'second'"),
            count => count == 1
        );
        await beta.ExecuteAsync("update effect set text = 'spoilt'");

        await beta.Get<Rebuilds>().StartAsync("copy", "test", Stop);

        (await beta.EffectsAsync()).ShouldBe(1);
        await Eventually.TrueAsync(
            "the rebuild",
            () => beta.Get<Rebuilds>().ProgressAsync(Stop),
            rebuilds => rebuilds.Single().State == "completed"
        );
        (await beta.ScalarAsync<string>("select text from effect")).ShouldBe("second");
    }

    [Fact]
    public async Task A_rebuild_does_not_end_before_a_long_transaction_of_the_publisher_does()
    {
        var alpha = await StartAsync("alpha");
        var log = new CountingHandler();
        var beta = await StartAsync(
            "beta",
            TestService.Store,
            settings => settings["Messaging:PollInterval"] = "00:00:00.1",
            ReadLogsFrom(alpha, log)
        );
        await alpha.AppendAsync([.. Enumerable.Range(1, 50).Select(version => Noted.In("city", version))]);
        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 50L);
        await using var connection = await alpha.Get<NpgsqlDataSource>().OpenConnectionAsync(Stop);
        await using var transaction = await connection.BeginTransactionAsync(Stop);
        await using (var writing = new NpgsqlCommand("select pg_current_xact_id()", connection, transaction))
        {
            await writing.ExecuteScalarAsync(Stop);
        }

        await beta.Get<Rebuilds>().StartAsync("effects", "test", Stop);
        // the log has shown all that is certain, and the rebuild asks for the rest instead of ending
        await Eventually.TrueAsync("the rebuild to ask again and again", () => log.Answers, answers => answers >= 3);
        var meanwhile = (await beta.Get<Rebuilds>().ProgressAsync(Stop)).Single().State;
        await transaction.CommitAsync(Stop);

        meanwhile.ShouldBe("running");
        await Eventually.TrueAsync(
            "the rebuild",
            () => beta.Get<Rebuilds>().ProgressAsync(Stop),
            rebuilds => rebuilds.Single().State == "completed"
        );
        (await beta.EffectsAsync()).ShouldBe(50);
    }

    [Fact]
    public async Task An_instance_with_some_districts_rebuilds_the_others_too()
    {
        var alpha = await StartAsync("alpha");
        var beta = await StartAsync("beta", TestService.Store, services: ReadLogsFrom(alpha));
        await alpha.AppendAsync(Noted.In("cau-giay", 1), Noted.In("thanh-xuan", 2));
        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 2L);
        await beta.DisposeAsync();
        var partial = await StartAsync(
            "beta",
            TestService.Store,
            settings => settings["Messaging:Districts"] = "thanh-xuan",
            ReadLogsFrom(alpha)
        );
        await partial.Get<SchemaInstaller>().Ready;

        await partial.Get<Rebuilds>().StartAsync("effects", "test", Stop);

        await Eventually.TrueAsync(
            "the rebuild",
            () => partial.Get<Rebuilds>().ProgressAsync(Stop),
            rebuilds => rebuilds.Single().State == "completed"
        );
        (await partial.EffectsAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task The_log_shows_nothing_beyond_a_transaction_that_still_runs()
    {
        var alpha = await StartAsync("alpha");
        await alpha.AppendAsync(Noted.In("city", 1));
        await using var connection = await alpha.Get<NpgsqlDataSource>().OpenConnectionAsync(Stop);
        await using var transaction = await connection.BeginTransactionAsync(Stop);
        await using (
            var early = new NpgsqlCommand(
                """
                insert into messaging.event_log (event_id, district, type, aggregate_id, version, payload)
                values (gen_random_uuid(), 'city', 'Noted', gen_random_uuid(), 2, '{}')
                """,
                connection,
                transaction
            )
        )
        {
            await early.ExecuteNonQueryAsync(Stop);
        }

        await alpha.AppendAsync(Noted.In("city", 3));
        var log = alpha.Get<LogReader>();
        var during = await log.ReadAsync(0, 100, null, Stop);
        await transaction.CommitAsync(Stop);
        var after = await Eventually.TrueAsync("the whole log", () => log.ReadAsync(during.Next, 100, null, Stop), page => page.Next == 3);

        during.Events.Count.ShouldBeLessThanOrEqualTo(1);
        (during.Events.Count + after.Events.Count).ShouldBeGreaterThanOrEqualTo(2);
        after.Events.Select(entry => entry.Number).ShouldContain(2);
        after.Events.Select(entry => entry.Number).ShouldContain(3);
    }

    private static Action<IServiceCollection> ReadLogsFrom(TestService publisher, CountingHandler? counting = null) =>
        services =>
            services
                .AddHttpClient(MessagingExtensions.LogClientName("alpha"), client => client.BaseAddress = new Uri(publisher.Address + "/"))
                .AddHttpMessageHandler(() => counting ?? new CountingHandler());

    /// <summary>Counts the answers that came.</summary>
    private sealed class CountingHandler : DelegatingHandler
    {
        private int _answers;

        public int Answers => _answers;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            Interlocked.Increment(ref _answers);
            return answer;
        }
    }
}
