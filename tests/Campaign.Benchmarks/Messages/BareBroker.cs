using System.Text;
using Campaign.Messaging.Broker;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Campaign.Benchmarks.Messages;

/// <summary>The control of the messaging rows: RabbitMQ's own client and nothing else.</summary>
internal sealed class BareBroker : IAsyncDisposable
{
    private const int Outstanding = 256;
    private readonly IConnection _connection;

    private BareBroker(IConnection connection) => _connection = connection;

    public static byte[] Body { get; } =
        Encoding.UTF8.GetBytes(
            (
                """{"eventId":"0199aaaa-0000-7000-8000-000000000001","occurredAt":"2022-03-01T12:"""
                + """00:00Z","district":"d01","aggregateId":"0199aaaa-0000-7000-8000-000000000001","version":1,"text":"X"}"""
            ).Replace("X", new string('x', 229), StringComparison.Ordinal)
        );

    public static async Task<BareBroker> ConnectAsync(string broker, CancellationToken ct) =>
        new(await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync(ct));

    /// <summary>One persistent message an event to the talker's exchange, 256 unconfirmed at most; done when all are confirmed.</summary>
    public async Task PublishAsync(int each, CancellationToken ct)
    {
        // confirms are counted here: the client's own tracking is slower and would make the control easier to reach
        await using var channel = await _connection.CreateChannelAsync(new CreateChannelOptions(true, false), ct);
        using var window = new SemaphoreSlim(Outstanding);
        var confirms = new Confirms(each * BenchService.Districts.Length);
        channel.BasicAcksAsync += (_, ack) =>
        {
            if (confirms.Count((int)ack.DeliveryTag, ack.Multiple) is > 0 and var count)
            {
                window.Release(count);
            }

            return Task.CompletedTask;
        };
        var properties = new BasicProperties { Persistent = true, ContentType = "application/json" };
        for (var number = 0; number < each; number++)
        {
            foreach (var district in BenchService.Districts)
            {
                await window.WaitAsync(ct);
                await channel.BasicPublishAsync(BrokerAddress.Exchange(BenchService.Talker), district, false, properties, Body, ct);
            }
        }

        for (var free = 0; free < Outstanding; free++)
        {
            await window.WaitAsync(ct);
        }
    }

    /// <summary>An empty handler on every queue, each delivery acknowledged.</summary>
    /// <returns>Messages a second from the first to the last.</returns>
    public async Task<double> ConsumeAsync(int events, CancellationToken ct)
    {
        var beginning = new Beginning();
        var left = events;
        var done = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
        List<IChannel> channels = [];
        foreach (var queue in BenchService.Queues)
        {
            var channel = await _connection.CreateChannelAsync(cancellationToken: ct);
            channels.Add(channel);
            await channel.BasicQosAsync(0, Outstanding, false, ct);
            var consumer = new AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += async (_, delivery) =>
            {
                beginning.Mark();
                await channel.BasicAckAsync(delivery.DeliveryTag, false, CancellationToken.None);
                if (Interlocked.Decrement(ref left) == 0)
                {
                    done.SetResult(beginning.Elapsed);
                }
            };
            await channel.BasicConsumeAsync(queue, false, consumer, ct);
        }

        var elapsed = await done.Task.WaitAsync(ct);
        foreach (var channel in channels)
        {
            await channel.DisposeAsync();
        }

        return events / elapsed.TotalSeconds;
    }

    public async Task PurgeAsync(CancellationToken ct)
    {
        await using var channel = await _connection.CreateChannelAsync(cancellationToken: ct);
        foreach (var queue in BenchService.Queues)
        {
            await channel.QueuePurgeAsync(queue, ct);
        }
    }

    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();

    /// <summary>Confirms come singly ahead of those that take all before them along: each message counts once.</summary>
    private sealed class Confirms(int messages)
    {
        private readonly bool[] _confirmed = new bool[messages + 1];
        private int _next = 1;

        /// <returns>How many this one confirms; 0 when all of them were confirmed singly.</returns>
        public int Count(int tag, bool multiple)
        {
            if (!multiple)
            {
                _confirmed[tag] = true;
                return 1;
            }

            var count = 0;
            for (; _next <= tag; _next++)
            {
                count += _confirmed[_next] ? 0 : 1;
            }

            return count;
        }
    }
}
