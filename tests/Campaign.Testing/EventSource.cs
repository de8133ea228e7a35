using Campaign.Contracts;
using Campaign.Messaging;
using Campaign.Messaging.Log;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaign.Testing;

/// <summary>
/// Stands for a service that the service under test listens to: its events go through a real event log, relay and broker.
/// </summary>
public sealed class EventSource : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EventSource(WebApplication app) => _app = app;

    /// <param name="service">The publisher, one of <see cref="Contracts.Resources"/>.</param>
    /// <param name="database">Connection string of an empty database of its own.</param>
    /// <param name="broker">The broker of the service under test.</param>
    public static async Task<EventSource> StartAsync(string service, string database, string broker)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["ConnectionStrings:rabbitmq"] = broker;
        builder.Configuration["Messaging:QueueSettleTime"] = "00:00:00";
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(database));
        builder.Services.AddDbContext<EventSourceDb>(
            (scope, options) => options.UseNpgsql(scope.GetRequiredService<NpgsqlDataSource>()).AddMessagingInterceptors(scope)
        );
        builder.AddMessaging<EventSourceDb>(service, _ => { });
        var app = builder.Build();
        await app.StartAsync();
        await Eventually.TrueAsync(
            $"the event log of {service}",
            async () =>
            {
                await using var command = app
                    .Services.GetRequiredService<NpgsqlDataSource>()
                    .CreateCommand("select to_regclass('messaging.event_log')::text");
                return await command.ExecuteScalarAsync();
            },
            found => found is string
        );
        return new EventSource(app);
    }

    /// <summary>Publishes in one transaction, in this order.</summary>
    public async Task PublishAsync(params IEnumerable<CampaignEvent> events)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var log = scope.ServiceProvider.GetRequiredService<IEventLog>();
        foreach (var @event in events)
        {
            log.Append(@event);
        }

        await scope.ServiceProvider.GetRequiredService<EventSourceDb>().SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private sealed class EventSourceDb(DbContextOptions<EventSourceDb> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddMessaging();
    }
}
