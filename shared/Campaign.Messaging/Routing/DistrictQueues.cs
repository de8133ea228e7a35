using System.Runtime.Serialization;
using System.Threading.Channels;
using Campaign.Messaging.Broker;
using Campaign.Messaging.Inbox;
using Campaign.Messaging.Parking;
using Campaign.Messaging.Schema;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Campaign.Messaging.Routing;

/// <summary>
/// Consumes the queues of the districts that the configuration names, as soon as each is known. A queue is declared before
/// it is consumed; one message at a time keeps the district's order within this process; replicas may overtake each other.
/// </summary>
internal sealed class DistrictQueues(
    SchemaInstaller schema,
    DistrictDirectory districts,
    BrokerTopology topology,
    BrokerBus bus,
    PackProcessor processor,
    ParkingLot parking,
    ConsumerState state,
    MessagingOptions options,
    ILogger<DistrictQueues> logger
) : BackgroundService
{
    private readonly Channel<bool> _look = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly HashSet<string> _connected = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Publishers.Length == 0)
        {
            return;
        }

        await schema.Ready.WaitAsync(stoppingToken);
        districts.Grown += () => _look.Writer.TryWrite(true);
        _look.Writer.TryWrite(true);
        var backOff = new BackOff(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(3));
        while (await _look.Reader.WaitToReadAsync(stoppingToken))
        {
            _look.Reader.TryRead(out _);
            try
            {
                string[] added = [.. Wanted().Where(district => !_connected.Contains(district))];
                await topology.DeclareForConsumingAsync(added, stoppingToken);
                foreach (var district in added)
                {
                    Connect(district, stoppingToken);
                }

                backOff.Reset();
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("District queues wait for the broker: {Reason}", exception.Message);
                await backOff.WaitAsync(stoppingToken);
                _look.Writer.TryWrite(true);
            }
        }
    }

    private IEnumerable<string> Wanted() => options.ClaimedDistricts ?? districts.Known.Select(district => district.Code);

    private void Connect(string district, CancellationToken stoppingToken)
    {
        bus.Connect(BrokerAddress.Queue(options.Service, district), endpoint =>
        {
            endpoint.ConfigureConsumeTopology = false;
            endpoint.PublishFaults = false;
            endpoint.PrefetchCount = options.Prefetch;
            endpoint.ConcurrentMessageLimit = 1;
            endpoint.Handler<EventPack>(context => ReceiveAsync(district, context, stoppingToken));
            endpoint.ConfigureError(pipe => pipe.UseExecuteAsync(context => FaultedAsync(district, context)));
            endpoint.ConfigureDeadLetter(pipe => pipe.UseExecuteAsync(context => SkippedAsync(district, context)));
        });
        _connected.Add(district);
        state.Districts = [.. _connected.Order(StringComparer.Ordinal)];
        logger.LogInformation("Consuming {Queue}", BrokerAddress.Queue(options.Service, district));
    }

    private async Task ReceiveAsync(string district, ConsumeContext<EventPack> context, CancellationToken stoppingToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, stoppingToken);
        if (context.Message.Events is not { } events)
        {
            throw new SerializationException("The message is no pack of events.");
        }

        try
        {
            await processor.HandleAsync(district, events, stopping.Token);
        }
        catch (Exception exception)
        {
            throw new UnhandledPackException(exception);
        }
    }

    private async Task FaultedAsync(string district, ExceptionReceiveContext context)
    {
        if (context.Exception is UnhandledPackException or OperationCanceledException or ConsumerCanceledException)
        {
            // we are stopping: the message goes back to its queue
            throw context.Exception;
        }

        // everything else is the transport's: it could not make a pack of the body
        logger.LogError("A message of {District} cannot be read and is parked: {Reason}", district, context.Exception.Message);
        await parking.ParkMessageAsync(
            district,
            context.GetBody(),
            $"The message cannot be read: {context.Exception.Message}",
            CancellationToken.None
        );
        context.GetOrAddPayload(() => new ParkedMark());
    }

    private async Task SkippedAsync(string district, ReceiveContext context)
    {
        // a message that was just parked passes by here as well
        if (!context.TryGetPayload<ParkedMark>(out _))
        {
            await parking.ParkMessageAsync(district, context.GetBody(), "The message is no pack of events.", CancellationToken.None);
        }
    }

    private sealed class ParkedMark;

    private sealed class UnhandledPackException(Exception inner) : Exception("The pack was not handled to its end.", inner);
}
