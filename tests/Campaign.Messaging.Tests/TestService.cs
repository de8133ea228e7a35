using Campaign.Contracts;
using Campaign.Messaging.Log;
using Campaign.Messaging.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaign.Messaging.Tests;

/// <summary>A service of the test topology: the real thing but for its domain.</summary>
internal sealed class TestService : IAsyncDisposable
{
    public static readonly IReadOnlyDictionary<string, string[]> Subscriptions = new Dictionary<string, string[]>
    {
        ["beta"] = ["alpha", Resources.Organization],
        ["gamma"] = ["alpha", "beta"],
    };

    private readonly WebApplication _app;
    private bool _disposed;

    private TestService(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public Behaviour Behaviour => Get<Behaviour>();

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<TestService> StartAsync(
        string service,
        string database,
        string broker,
        Action<MessagingBuilder>? projections = null,
        Action<IConfiguration>? settings = null,
        Action<IServiceCollection>? services = null
    )
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Test" });
        builder.Logging.ClearProviders();
        if (Environment.GetEnvironmentVariable("CAMPAIGN_TEST_LOG") is { } level)
        {
            builder
                .Logging.AddSimpleConsole(console => console.TimestampFormat = "HH:mm:ss.f ")
                .SetMinimumLevel(Enum.Parse<LogLevel>(level))
                .AddFilter("Microsoft", LogLevel.Warning);
        }

        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["ConnectionStrings:rabbitmq"] = broker;
        // nobody registers districts in the test topology but the test of that
        builder.Configuration["Messaging:Districts"] = "city,thanh-xuan,cau-giay";
        settings?.Invoke(builder.Configuration);
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(database + ";Include Error Detail=true;Command Timeout=5;Timeout=3"));
        builder.Services.AddDbContext<TestDb>(
            (scope, options) => options.UseNpgsql(scope.GetRequiredService<NpgsqlDataSource>()).AddMessagingInterceptors(scope)
        );
        builder.Services.AddSingleton<Behaviour>();
        builder.AddMessaging<TestDb>(service, messaging =>
        {
            messaging.Options.Subscriptions = Subscriptions;
            messaging.Options.Retries = [TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(20)];
            projections?.Invoke(messaging);
        });
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapMessagingOperations();
        app.MapMessagingLog();
        await app.StartAsync();
        return new TestService(app);
    }

    /// <summary>The usual listener: stores an effect of each note.</summary>
    public static void Store(MessagingBuilder messaging) =>
        messaging.Projection("effects", projection => projection.Handle<Noted, StoreEffect>().ResetWith("truncate table effect"));

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Appends in one transaction.</summary>
    public async Task AppendAsync(params CampaignEvent[] events)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var log = scope.ServiceProvider.GetRequiredService<IEventLog>();
        Array.ForEach(events, log.Append);
        await scope.ServiceProvider.GetRequiredService<TestDb>().SaveChangesAsync();
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public Task<long> EffectsAsync() => ScalarAsync<long>("select count(*) from effect");

    public Task<long> UnpublishedAsync() => ScalarAsync<long>("select count(*) from messaging.event_log where published_at is null");

    public Task<long[]> VersionsAsync(string district) =>
        ScalarAsync<long[]>($"select coalesce(array_agg(version order by number), '{{}}') from effect where district = '{district}'");

    /// <summary>"Healthy", or the status and the sentence that goes with it.</summary>
    public async Task<string> HealthAsync()
    {
        var report = await Get<HealthCheckService>().CheckHealthAsync();
        return report.Status == HealthStatus.Healthy ? "Healthy" : $"{report.Status}: {report.Entries["messaging"].Description}";
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
        {
            return;
        }

        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
