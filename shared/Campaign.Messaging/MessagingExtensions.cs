using Campaign.Contracts;
using Campaign.Messaging.Broker;
using Campaign.Messaging.Inbox;
using Campaign.Messaging.Log;
using Campaign.Messaging.Operations;
using Campaign.Messaging.Parking;
using Campaign.Messaging.Rebuild;
using Campaign.Messaging.Relaying;
using Campaign.Messaging.Routing;
using Campaign.Messaging.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Campaign.Messaging;

/// <summary>Adds messaging to a service.</summary>
public static class MessagingExtensions
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string TelemetryName = "Campaign.Messaging";

    /// <summary>
    /// Adds event log, relay, consumers, parking and rebuild. Needs the connection string <c>rabbitmq</c>, an
    /// <c>NpgsqlDataSource</c> and <typeparamref name="TContext"/>, which carries <see cref="AddMessagingInterceptors"/>
    /// and whose model calls <see cref="EventLogModel.AddMessaging"/>.
    /// </summary>
    /// <param name="builder">The service's builder.</param>
    /// <param name="service">The service's name, one of <see cref="Resources.Services"/>.</param>
    /// <param name="configure">Registers the projections.</param>
    /// <exception cref="InvalidOperationException">The broker's address is missing, or a handler could never be reached.</exception>
    public static IHostApplicationBuilder AddMessaging<TContext>(
        this IHostApplicationBuilder builder,
        string service,
        Action<MessagingBuilder> configure
    )
        where TContext : DbContext
    {
        var options = new MessagingOptions();
        builder.Configuration.GetSection("Messaging").Bind(options);
        options.Service = service;
        var messaging = new MessagingBuilder(builder.Services, options);
        configure(messaging);
        if (options.Publishers.Contains(Topology.PublisherOf(typeof(DistrictRegistered))))
        {
            messaging.Projection(AddDistrict.Projection, projection => projection.Handle<DistrictRegistered, AddDistrict>());
        }

        var registry = new ProjectionRegistry(messaging.Projections);
        registry.DemandReachable(options);
        var broker = builder.Configuration.GetConnectionString(Resources.RabbitMq)
            ?? throw new InvalidOperationException(
                $"The broker's address is missing: set ConnectionStrings__{Resources.RabbitMq} to amqp://user:password@host:port/."
            );

        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options).AddSingleton(registry).AddSingleton(new BrokerAddress(broker, service));
        services.AddScoped(provider => new MessagingDb(provider.GetRequiredService<TContext>()));
        services.AddScoped<EventLog>().AddScoped<IEventLog>(provider => provider.GetRequiredService<EventLog>());
        services.AddScoped<EventLogInterceptor>();
        services.AddSingleton<RelaySignal>().AddSingleton<RelayState>().AddSingleton<ConsumerState>().AddSingleton<Counters>();
        services.AddSingleton<Faults>().AddSingleton<DistrictDirectory>().AddSingleton<DistrictRelayFactory>();
        services.AddSingleton<BrokerTopology>().AddSingleton<InboxTransaction>().AddSingleton<ParkingLot>().AddSingleton<PackProcessor>();
        services.AddSingleton<BrokerBus>().AddSingleton<IPackTransport>(provider => provider.GetRequiredService<BrokerBus>());
        services.AddSingleton<LogReader>().AddSingleton<ParkedMessages>().AddSingleton<Rebuilds>().AddSingleton<StatusReader>();
        services.AddHealthChecks().AddCheck<MessagingHealthCheck>("messaging", tags: ["ready"]);
        services.AddHttpClient();
        foreach (var publisher in registry.Projections.SelectMany(projection => projection.Publishers).Distinct())
        {
            services.AddHttpClient(LogClientName(publisher), client =>
            {
                client.BaseAddress = new Uri($"http://{publisher}/");
                client.Timeout = TimeSpan.FromSeconds(30);
            });
        }

        // started in this order, stopped in the opposite one: the bus goes last
        services.AddSingleton<SchemaInstaller>().AddHostedService(provider => provider.GetRequiredService<SchemaInstaller>());
        services.AddSingleton<Partitions>().AddHostedService(provider => provider.GetRequiredService<Partitions>());
        services.AddHostedService(provider => provider.GetRequiredService<BrokerBus>());
        services.AddSingleton<BrokerWatch>().AddHostedService(provider => provider.GetRequiredService<BrokerWatch>());
        services.AddHostedService<DistrictQueues>().AddHostedService<RelayNotifier>().AddHostedService<Relay>();
        services.AddHostedService<RebuildRunner>().AddHostedService<MessagingGauges>();
        return builder;
    }

    /// <summary>Name of the HttpClient that reads a publisher's log for a rebuild; its token is attached by whoever knows how.</summary>
    public static string LogClientName(string publisher) => $"messaging-log-{publisher}";

    /// <summary>
    /// Attaches what writes appended events with SaveChanges; call where the DbContext's options are built, with its scope.
    /// Does nothing in a service without messaging: nothing can be appended there.
    /// </summary>
    public static DbContextOptionsBuilder AddMessagingInterceptors(this DbContextOptionsBuilder options, IServiceProvider scope) =>
        scope.GetService<EventLogInterceptor>() is { } interceptor ? options.AddInterceptors(interceptor) : options;
}
