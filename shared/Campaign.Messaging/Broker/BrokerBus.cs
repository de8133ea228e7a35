using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Campaign.Messaging;

/// <summary>
/// MassTransit's bus, held privately: it is not in the container, so nothing but the relay can publish. Starts without
/// waiting for the broker and reconnects by itself.
/// </summary>
internal sealed class BrokerBus : IHostedService, IPackTransport, IDisposable
{
    private static readonly TimeSpan ConfirmTimeout = TimeSpan.FromSeconds(20);
    private readonly IBusControl _bus;
    private readonly MessagingOptions _options;
    private readonly ConcurrentDictionary<string, Task<ISendEndpoint>> _endpoints = new();
    private readonly CancellationTokenSource _stopping = new();
    private Task _started = Task.CompletedTask;

    public BrokerBus(BrokerAddress address, MessagingOptions options, ILoggerFactory loggers)
    {
        _options = options;
        LogContext.ConfigureCurrentLogContext(loggers);
        _bus = Bus.Factory.CreateUsingRabbitMq(bus =>
        {
            bus.Host(address.Factory.HostName, (ushort)address.Factory.Port, address.Factory.VirtualHost, options.Service, host =>
            {
                host.Username(address.Factory.UserName);
                host.Password(address.Factory.Password);
                host.PublisherConfirmation = true;
                host.Heartbeat(TimeSpan.FromSeconds(15));
            });
            bus.UseRawJsonSerializer(RawSerializerOptions.AnyMessageType, isDefault: true);
        });
    }

    /// <summary>What keeps the broker from us, or null when we are connected.</summary>
    public string? Problem
    {
        get
        {
            var health = _bus.CheckHealth();
            return health.Status == BusHealthStatus.Healthy ? null : health.Description;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _started = _bus.StartAsync(_stopping.Token);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        try
        {
            await _started;
            await _bus.StopAsync(cancellationToken);
        }
        catch (Exception) when (_stopping.IsCancellationRequested)
        {
            // the broker was never there, or went first
        }
    }

    public void Dispose() => _stopping.Dispose();

    /// <summary>Adds a receive endpoint on a queue that was declared before.</summary>
    public HostReceiveEndpointHandle Connect(string queue, Action<IRabbitMqReceiveEndpointConfigurator> configure) =>
        _bus.ConnectReceiveEndpoint(queue, endpoint =>
        {
            var rabbit = (IRabbitMqReceiveEndpointConfigurator)endpoint;
            foreach (var (name, value) in BrokerAddress.QueueArguments)
            {
                rabbit.SetQueueArgument(name, value);
            }

            configure(rabbit);
        });

    public async Task SendAsync(string district, EventPack pack, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ConfirmTimeout);
        try
        {
            var endpoint = await EndpointAsync().WaitAsync(limit.Token);
            await endpoint.Send(pack, context =>
            {
                context.SetRoutingKey(district);
                if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit))
                {
                    rabbit.Mandatory = _options.Consumers.Any();
                }
            }, limit.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The broker did not confirm within {ConfirmTimeout.TotalSeconds:0} s.", exception);
        }
        catch (MessageReturnedException exception)
        {
            throw new UnroutableException(district, exception);
        }
    }

    private async Task<ISendEndpoint> EndpointAsync()
    {
        var exchange = BrokerAddress.Exchange(_options.Service);
        try
        {
            return await _endpoints.GetOrAdd(exchange, name => _bus.GetSendEndpoint(new Uri($"exchange:{name}?type=topic")));
        }
        catch
        {
            _endpoints.TryRemove(exchange, out _);
            throw;
        }
    }
}
