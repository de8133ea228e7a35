using Campaign.Messaging.Broker;
using MassTransit;

namespace Campaign.Benchmarks.Messages;

/// <summary>MassTransit as it comes, from memory or into an empty handler: what a library costs without our guarantees.</summary>
internal static class MassTransitTwin
{
    private const int Outstanding = 256;

    /// <returns>Messages a second.</returns>
    public static async Task<double> PublishAsync(string broker, int each, CancellationToken ct)
    {
        var bus = Create(broker);
        await bus.StartAsync(ct);
        try
        {
            var exchange = await bus.GetSendEndpoint(new Uri($"exchange:{BrokerAddress.Exchange(BenchService.Talker)}?type=topic"));
            using var window = new SemaphoreSlim(Outstanding);
            return await Figures.RateAsync(each * BenchService.Districts.Length, async () =>
            {
                List<Task> sending = [];
                foreach (var district in Enumerable.Range(0, each).SelectMany(_ => BenchService.Districts))
                {
                    await window.WaitAsync(ct);
                    sending.Add(SendAsync(exchange, district, window, ct));
                }

                await Task.WhenAll(sending);
            });
        }
        finally
        {
            await bus.StopAsync(CancellationToken.None);
        }
    }

    /// <returns>Messages a second from the first to the last.</returns>
    public static async Task<double> ConsumeAsync(string broker, int events, CancellationToken ct)
    {
        var beginning = new Beginning();
        var left = events;
        var done = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
        var bus = Create(broker, configure =>
        {
            foreach (var queue in BenchService.Queues)
            {
                configure.ReceiveEndpoint(queue, endpoint =>
                {
                    foreach (var (name, value) in BrokerAddress.QueueArguments)
                    {
                        endpoint.SetQueueArgument(name, value);
                    }

                    endpoint.ConfigureConsumeTopology = false;
                    endpoint.PrefetchCount = Outstanding;
                    endpoint.ConcurrentMessageLimit = 1;
                    endpoint.Handler<Note>(_ =>
                    {
                        beginning.Mark();
                        if (Interlocked.Decrement(ref left) == 0)
                        {
                            done.SetResult(beginning.Elapsed);
                        }

                        return Task.CompletedTask;
                    });
                });
            }
        });
        await bus.StartAsync(ct);
        try
        {
            return events / (await done.Task.WaitAsync(ct)).TotalSeconds;
        }
        finally
        {
            await bus.StopAsync(CancellationToken.None);
        }
    }

    private static async Task SendAsync(ISendEndpoint exchange, string district, SemaphoreSlim window, CancellationToken ct)
    {
        try
        {
            await exchange.Send(Note.Of(district), context => context.SetRoutingKey(district), ct);
        }
        finally
        {
            window.Release();
        }
    }

    private static IBusControl Create(string broker, Action<IRabbitMqBusFactoryConfigurator>? configure = null) =>
        Bus.Factory.CreateUsingRabbitMq(bus =>
        {
            bus.Host(new Uri(broker));
            bus.UseRawJsonSerializer(RawSerializerOptions.AnyMessageType, isDefault: true);
            configure?.Invoke(bus);
        });
}

/// <summary>The event's shape for a library that wants a public type.</summary>
public sealed record Note(Guid EventId, DateTimeOffset OccurredAt, string District, Guid AggregateId, long Version, string Text)
{
    private static readonly string s_text = new('x', 229);

    public static Note Of(string district)
    {
        var id = Guid.CreateVersion7();
        return new Note(id, DateTimeOffset.UtcNow, district, id, 1, s_text);
    }
}
