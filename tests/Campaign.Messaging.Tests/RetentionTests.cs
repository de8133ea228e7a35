using Campaign.Messaging.Schema;
using Campaign.Testing;

namespace Campaign.Messaging.Tests;

/// <summary>What is past its time goes by the partition, and nothing unpublished goes.</summary>
public sealed class RetentionTests(TestServers servers) : MessagingTest(servers)
{
    [Fact]
    public async Task A_month_is_dropped_only_when_all_of_it_is_published()
    {
        var alpha = await StartAsync("alpha", settings: settings =>
        {
            settings["Messaging:Relay"] = "false";
            settings["Messaging:EventLogRetention"] = "365.00:00:00";
        });
        await alpha.Get<SchemaInstaller>().Ready;
        await alpha.ExecuteAsync(
            """
            insert into messaging.event_log (recorded_at, event_id, district, type, aggregate_id, version, payload, published_at)
            select at, gen_random_uuid(), 'city', 'Noted', gen_random_uuid(), 1, '{}',
                case when number > 1 or at < '2020-02-01' then now() end
            from unnest(array['2020-01-15', '2020-02-15']::timestamptz[]) at cross join generate_series(1, 3) number;
            select messaging.ensure_month('event_log', '2020-01-15'), messaging.ensure_month('event_log', '2020-02-15');
            """
        );
        (await alpha.ScalarAsync<long>("select count(*) from messaging.event_log_default")).ShouldBe(0);

        await MaintainAsync(alpha);

        (await alpha.ScalarAsync<long>("select count(*) from messaging.event_log")).ShouldBe(3);
        await alpha.ExecuteAsync("update messaging.event_log set published_at = now()");
        await MaintainAsync(alpha);
        (await alpha.ScalarAsync<long>("select count(*) from messaging.event_log")).ShouldBe(0);
    }

    [Fact]
    public async Task The_inbox_forgets_by_the_month_of_the_event()
    {
        var beta = await StartAsync("beta", TestService.Store);
        await beta.Get<SchemaInstaller>().Ready;
        await beta.ExecuteAsync(
            """
            select messaging.ensure_month('inbox', '2020-01-15');
            insert into messaging.inbox select 'effects', messaging.uuid_from(at) from unnest(array['2020-01-15', '2019-05-01',
                now()]::timestamptz[]) at;
            """
        );

        await MaintainAsync(beta);

        (await beta.ScalarAsync<long>("select count(*) from messaging.inbox")).ShouldBe(1);
        (await beta.ScalarAsync<bool>("select to_regclass('messaging.inbox_2020_01') is null")).ShouldBeTrue();
    }

    [Fact]
    public async Task Replicas_that_maintain_at_once_take_turns()
    {
        var beta = await StartAsync("beta", TestService.Store);
        await beta.Get<SchemaInstaller>().Ready;
        await beta.ExecuteAsync(
            "select messaging.ensure_month('inbox', '2019-01-15'::timestamptz + make_interval(months => n)) from generate_series(0, 3) n"
        );

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MaintainAsync(beta)));

        (await beta.ScalarAsync<long>("select count(*) from pg_class where relname ~ '^inbox_2019_..$'")).ShouldBe(0);
    }

    [Fact]
    public async Task Partitions_stand_two_months_ahead()
    {
        var alpha = await StartAsync("alpha");
        await alpha.Get<SchemaInstaller>().Ready;

        (
            await alpha.ScalarAsync<long>(
                """
                select count(*) from pg_inherits where inhparent = 'messaging.event_log'::regclass
                and inhrelid = to_regclass('messaging.event_log' || to_char(now() at time zone 'UTC' + interval '2 months', '_YYYY_MM'))
                """
            )
        ).ShouldBe(1);
    }

    /// <summary>The service also maintains by itself once it has started, so who of the two drops a month is left open.</summary>
    private static Task<int> MaintainAsync(TestService service) =>
        service.Get<Partitions>().MaintainAsync(TestContext.Current.CancellationToken);
}
