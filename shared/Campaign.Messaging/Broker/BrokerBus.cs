using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Campaign.Messaging.Broker;

/// <summary>
/// MassTransit's bus, held privately: it is not in the container, so nothing but the relay can publish. Starts without
/// waiting for the broker. Short interruptions it heals itself; after an outage it is replaced, because its own waits between
/// tries have grown by then (<see cref="BrokerWatch"/>).
/// </summary>
internal sealed class BrokerBus : IHostedService, IPackTransport, IDisposable
{
    private static readonly TimeSpan ConfirmTimeout = TimeSpan.FromSeconds(20);
    private readonly BrokerAddress _address;
    private readonly MessagingOptions _options;
    private readonly ILogger<BrokerBus> _logger;
    private readonly ConcurrentDictionary<string, Action<IRabbitMqReceiveEndpointConfigurator>> _endpoints = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _replacing = new();
    private volatile Run _run;

    public BrokerBus(BrokerAddress address, MessagingOptions options, ILoggerFactory loggers)
    {
        _address = address;
        _options = options;
        _logger = loggers.CreateLogger<BrokerBus>();
        LogContext.ConfigureCurrentLogContext(loggers);
        _run = Create();
    }

    /// <summary>What keeps messages from flowing although the broker may be there, or null.</summary>
    public string? Problem
    {
        get
        {
            var health = _run.Bus.CheckHealth();
            return health.Status == BusHealthStatus.Healthy ? null : health.Description;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _run.Start();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await StopAsync(_run, cancellationToken);
    }

    public void Dispose()
    {
        _run.Dispose();
        _stopping.Dispose();
    }

    /// <summary>Adds a receive endpoint on a queue that was declared before.</summary>
    public void Connect(string queue, Action<IRabbitMqReceiveEndpointConfigurator> configure)
    {
        lock (_replacing)
        {
            _endpoints[queue] = configure;
            Connect(_run.Bus, queue, configure);
        }
    }

    /// <summary>
    /// After an outage. Takes a new bus with the same endpoints; what the old one still handles is finished, and deduplicated if it comes
    /// again.
    /// </summary>
    public void Replace() => Replace(_run);

    public async Task SendAsync(string district, EventPack pack, CancellationToken cancellationToken)
    {
        var run = _run;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ConfirmTimeout);
        try
        {
            // the bus keeps the endpoint of an address
            var endpoint = await run
                .Bus.GetSendEndpoint(new Uri($"exchange:{BrokerAddress.Exchange(_options.Service)}?type=topic"))
                .WaitAsync(limit.Token);
            await endpoint.Send(
                pack,
                context =>
                {
                    context.SetRoutingKey(district);
                    if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit))
                    {
                        rabbit.Mandatory = _options.Consumers.Any();
                    }
                },
                limit.Token
            );
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            // a channel that confirms nothing for so long is stuck on the broker's side: districts come back on a new one
            Replace(run);
            throw new TimeoutException($"The broker did not confirm within {ConfirmTimeout.TotalSeconds:0} s.", exception);
        }
        catch (MessageReturnedException exception)
        {
            throw new UnroutableException(district, exception);
        }
    }

    private void Replace(Run stale)
    {
        lock (_replacing)
        {
            if (_stopping.IsCancellationRequested || _run != stale)
            {
                return;
            }

            var fresh = Create();
            foreach (var (queue, configure) in _endpoints)
            {
                Connect(fresh.Bus, queue, configure);
            }

            fresh.Start();
            _run = fresh;
            _ = StopAsync(stale, _stopping.Token);
        }
    }

    private Run Create() =>
        new(
            Bus.Factory.CreateUsingRabbitMq(bus =>
            {
                var broker = _address.Factory;
                bus.Host(broker.HostName, (ushort)broker.Port, broker.VirtualHost, _options.Service, host =>
                {
                    host.Username(broker.UserName);
                    host.Password(broker.Password);
                    host.PublisherConfirmation = true;
                    host.Heartbeat(TimeSpan.FromSeconds(15));
                });
                bus.UseRawJsonSerializer(RawSerializerOptions.AnyMessageType, isDefault: true);
            })
        );

    private static void Connect(IBusControl bus, string queue, Action<IRabbitMqReceiveEndpointConfigurator> configure) =>
        bus.ConnectReceiveEndpoint(queue, endpoint =>
        {
            var rabbit = (IRabbitMqReceiveEndpointConfigurator)endpoint;
            foreach (var (name, value) in BrokerAddress.QueueArguments)
            {
                rabbit.SetQueueArgument(name, value);
            }

            configure(rabbit);
        });

    private async Task StopAsync(Run run, CancellationToken cancellationToken)
    {
        try
        {
            await run.StopAsync(cancellationToken);
            run.Dispose();
        }
        catch (Exception exception)
        {
            // the broker went first; its connections are closed either way
            _logger.LogDebug("The bus did not stop cleanly: {Reason}", exception.Message);
        }
    }

    /// <summary>A bus and its start, which lasts until every queue is consumed and so may never end by itself.</summary>
    private sealed class Run(IBusControl bus) : IDisposable
    {
        private readonly CancellationTokenSource _giveUp = new();
        private Task _started = Task.CompletedTask;

        public IBusControl Bus { get; } = bus;

        public void Start() => _started = Bus.StartAsync(_giveUp.Token);

        public async Task StopAsync(CancellationToken cancellationToken)
        {
            await _giveUp.CancelAsync();
            await _started.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Bus.StopAsync(cancellationToken);
        }

        public void Dispose() => _giveUp.Dispose();
    }
}
