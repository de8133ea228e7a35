using System.Diagnostics;
using System.Globalization;
using Campaign.Benchmarks.Messages;
using Campaign.Messaging.Broker;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Campaign.Benchmarks.CheckIn;

/// <summary>The control of end to end: a publish and its delivery on a quorum queue.</summary>
internal sealed class BarePipe : IAsyncDisposable
{
    private readonly IConnection _connection;
    private readonly IChannel _publishing;
    private readonly IChannel _consuming;
    private TaskCompletionSource _done = new();
    private long[] _sent = [];
    private double[] _milliseconds = [];
    private int _left;

    private BarePipe(IConnection connection, IChannel publishing, IChannel consuming) =>
        (_connection, _publishing, _consuming) = (connection, publishing, consuming);

    public static async Task<BarePipe> StartAsync(string broker, CancellationToken ct)
    {
        var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync(ct);
        var pipe = new BarePipe(
            connection,
            await connection.CreateChannelAsync(new CreateChannelOptions(true, true), ct),
            await connection.CreateChannelAsync(cancellationToken: ct)
        );
        await pipe._consuming.BasicQosAsync(0, 256, false, ct);
        foreach (var queue in Settings.Districts.Select(district => $"bare.{district}"))
        {
            await pipe._consuming.QueueDeclareAsync(
                queue,
                true,
                false,
                false,
                BrokerAddress.QueueArguments.ToDictionary(argument => argument.Key, argument => (object?)argument.Value),
                cancellationToken: ct
            );
            var consumer = new AsyncEventingBasicConsumer(pipe._consuming);
            consumer.ReceivedAsync += pipe.ReceiveAsync;
            await pipe._consuming.BasicConsumeAsync(queue, false, consumer, ct);
        }

        return pipe;
    }

    /// <returns>Milliseconds from publish to delivery, of each message.</returns>
    public async Task<double[]> RunAsync(int count, int perSecond, CancellationToken ct)
    {
        (_sent, _milliseconds, _left) = (new long[count], new double[count], count);
        _done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Load.EvenlyAsync(
            count,
            perSecond,
            async number =>
            {
                var properties = new BasicProperties { Persistent = true, MessageId = number.ToString(CultureInfo.InvariantCulture) };
                _sent[number] = Stopwatch.GetTimestamp();
                await _publishing.BasicPublishAsync(
                    "",
                    $"bare.{Settings.Districts[number % Settings.Districts.Length]}",
                    true,
                    properties,
                    BareBroker.Body,
                    ct
                );
            },
            ct
        );
        await _done.Task.WaitAsync(ct);
        return _milliseconds;
    }

    public async ValueTask DisposeAsync()
    {
        await _publishing.DisposeAsync();
        await _consuming.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task ReceiveAsync(object sender, BasicDeliverEventArgs delivery)
    {
        var number = int.Parse(delivery.BasicProperties.MessageId!, CultureInfo.InvariantCulture);
        _milliseconds[number] = Stopwatch.GetElapsedTime(_sent[number]).TotalMilliseconds;
        await _consuming.BasicAckAsync(delivery.DeliveryTag, false, CancellationToken.None);
        if (Interlocked.Decrement(ref _left) == 0)
        {
            _done.SetResult();
        }
    }
}
