using Campaign.Messaging;
using Campaign.Messaging.Broker;
using Campaign.Messaging.Relaying;
using Campaign.Messaging.Schema;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaign.Benchmarks.Messages;

/// <summary>A service with the real messaging and no domain: one talks, one listens, in 30 districts.</summary>
internal sealed class BenchService : IAsyncDisposable
{
    public const string Talker = "talker";
    public const string Listener = "listener";

    public static readonly string[] Districts = [.. Enumerable.Range(1, 30).Select(number => $"d{number:00}")];

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20);
    private readonly WebApplication _app;
    private readonly string _database;

    private BenchService(WebApplication app, string database)
    {
        _app = app;
        _database = database;
    }

    public Beginning Beginning => _app.Services.GetRequiredService<Beginning>();

    private NpgsqlDataSource Database => _app.Services.GetRequiredService<NpgsqlDataSource>();

    public static IEnumerable<string> Queues => Districts.Select(district => BrokerAddress.Queue(Listener, district));

    public static async Task<BenchService> StartAsync(string service, string database, string broker, CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["ConnectionStrings:rabbitmq"] = broker;
        builder.Configuration["Messaging:Districts"] = string.Join(',', Districts);
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(database + ";Max Auto Prepare=100;Maximum Pool Size=32"));
        builder.Services.AddSingleton<Beginning>();
        builder.Services.AddDbContext<BenchDb>(
            (scope, options) => options.UseNpgsql(scope.GetRequiredService<NpgsqlDataSource>()).AddMessagingInterceptors(scope)
        );
        builder.AddMessaging<BenchDb>(service, messaging =>
        {
            messaging.Options.Subscriptions = new Dictionary<string, string[]> { [Listener] = [Talker] };
            if (service == Listener)
            {
                messaging.Projection("totals", totals => totals.Handle<Noted, CountNotes>());
            }
        });
        var app = builder.Build();
        await app.StartAsync(ct);
        var started = new BenchService(app, database);
        await app.Services.GetRequiredService<SchemaInstaller>().Ready.WaitAsync(ct);
        return started;
    }

    /// <summary>Writes events of every district into the event log, as <c>INSERT … SELECT</c>.</summary>
    /// <param name="each">Events a district.</param>
    /// <param name="published">Whether they lie there as already published.</param>
    /// <param name="ct">Stops writing.</param>
    public async Task FillAsync(int each, bool published, CancellationToken ct)
    {
        await using var command = Database.CreateCommand(
            $$"""
            insert into messaging.event_log (event_id, district, type, aggregate_id, version, payload, published_at)
            select event_id, district, 'Noted', event_id, number, (head || repeat('x', {{Noted.Bytes}} - length(head) - 2) || '"}')::json,
                   case when {{published}} then now() end
            from (select number, district, event_id, format(
                    '{"eventId":"%s","occurredAt":"2022-03-01T12:00:00Z","district":"%s","aggregateId":"%s","version":%s,"text":"',
                    event_id, district, event_id, number) as head
                  from (select number, district, (lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0')
                            || '7' || left(md5(random()::text), 3) || '8' || left(md5(random()::text), 15))::uuid as event_id
                        from generate_series(1, {{each}}) number, unnest($1) district) made) headed
            """
        );
        command.CommandTimeout = 0;
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = Districts });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Wakes the relay as a committed request does, and waits until everything is published.</summary>
    public async Task RelayAsync(CancellationToken ct)
    {
        var signal = _app.Services.GetRequiredService<RelaySignal>();
        Array.ForEach(Districts, signal.Wake);
        await UntilAsync("select not exists (select from messaging.event_log where published_at is null)", true, ct);
    }

    /// <summary>Waits until the running totals have grown to this sum.</summary>
    public Task UntilHandledAsync(long events, CancellationToken ct) =>
        UntilAsync("select coalesce(sum(events), 0)::bigint from total", events, ct);

    public async Task<T> ScalarAsync<T>(string sql, CancellationToken ct)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(ct))!;
    }

    public Task VacuumAsync(CancellationToken ct) => Bench.ExecuteAsync(_database, "vacuum analyze messaging.event_log", ct);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task UntilAsync<T>(string sql, T expected, CancellationToken ct)
    {
        while (!EqualityComparer<T>.Default.Equals(await ScalarAsync<T>(sql, ct), expected))
        {
            await Task.Delay(s_look, ct);
        }
    }
}
