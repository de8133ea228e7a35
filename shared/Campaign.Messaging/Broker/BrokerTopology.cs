using System.Collections.Concurrent;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Campaign.Messaging.Broker;

/// <summary>
/// Declares exchanges, queues and bindings of a district, whoever needs them first, and looks into queues. Uses the bare
/// client on a connection of its own: the transport never sees a queue that does not stand yet.
/// <para>
/// A broker writes the name of a new quorum queue to its disk a moment after it answered. Killed before that, it comes back
/// with a queue that has lost what it confirmed and never finds a leader. So whoever makes a queue lets it settle before it
/// is used, and makes it anew when the broker's end caught it unsettled.
/// </para>
/// </summary>
internal sealed class BrokerTopology(BrokerAddress address, MessagingOptions options) : IAsyncDisposable
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(8);
    private readonly SemaphoreSlim _gate = new(1);
    private readonly ConcurrentDictionary<string, bool> _declared = new();
    private readonly ConcurrentDictionary<string, bool> _unsettled = new();
    private IConnection? _connection;

    /// <summary>Whether a publisher can send its events of the district.</summary>
    public bool IsDeclaredForPublishing(string district) => _declared.ContainsKey($"publish {district}");

    /// <summary>Everything that a publisher needs before its first event of a district.</summary>
    public async Task DeclareForPublishingAsync(string district, CancellationToken cancellationToken)
    {
        await DeclareAsync(options.Consumers.Select(consumer => (consumer, district)), cancellationToken);
        _declared[$"publish {district}"] = true;
    }

    /// <summary>The service's own queues of districts, bound to everyone it listens to.</summary>
    public Task DeclareForConsumingAsync(IEnumerable<string> districts, CancellationToken cancellationToken) =>
        DeclareAsync(districts.Select(district => (options.Service, district)), cancellationToken);

    /// <summary>Throws when the broker cannot be reached.</summary>
    public async Task PingAsync(CancellationToken cancellationToken) => await ConnectAsync(cancellationToken);

    /// <summary>Forgets what was declared: someone removed it on the broker.</summary>
    public void Forget(string district) => _declared.TryRemove($"publish {district}", out _);

    /// <summary>Ready messages and consumers of the service's own queue; null when it does not exist.</summary>
    public Task<(uint Messages, uint Consumers)?> LookAsync(string district, CancellationToken cancellationToken) =>
        LookAtAsync(BrokerAddress.Queue(options.Service, district), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        _gate.Dispose();
    }

    private async Task DeclareAsync(IEnumerable<(string Consumer, string District)> queues, CancellationToken cancellationToken)
    {
        List<string> made = [];
        await using var channel = await OpenAsync(cancellationToken);
        await DeclareExchangeAsync(channel, options.Service, cancellationToken);
        foreach (var (consumer, district) in queues)
        {
            var queue = BrokerAddress.Queue(consumer, district);
            if (await DeclareQueueAsync(channel, queue, cancellationToken))
            {
                made.Add(queue);
            }

            foreach (var publisher in options.Subscriptions.GetValueOrDefault(consumer) ?? [])
            {
                await DeclareExchangeAsync(channel, publisher, cancellationToken);
                await channel.QueueBindAsync(queue, BrokerAddress.Exchange(publisher), district, cancellationToken: cancellationToken);
            }
        }

        await SettleAsync(channel, made, cancellationToken);
    }

    /// <returns>Whether this made it.</returns>
    private async Task<bool> DeclareQueueAsync(IChannel channel, string queue, CancellationToken cancellationToken)
    {
        if (_unsettled.ContainsKey(queue) && !await AnswersAsync(queue, cancellationToken))
        {
            await channel.QueueDeleteAsync(queue, cancellationToken: cancellationToken);
        }

        var isNew = await LookAtAsync(queue, cancellationToken) is null;
        if (isNew)
        {
            _unsettled[queue] = true;
        }

        await channel.QueueDeclareAsync(
            queue,
            durable: true,
            exclusive: false,
            autoDelete: false,
            BrokerAddress.QueueArguments.ToDictionary(argument => argument.Key, argument => (object?)argument.Value),
            cancellationToken: cancellationToken
        );
        return isNew;
    }

    /// <summary>
    /// Whether a queue has a leader: only then can it hold what others have sent to it meanwhile. A declaration would not
    /// tell; taking a message does, and gives it back.
    /// </summary>
    private async Task<bool> AnswersAsync(string queue, CancellationToken cancellationToken)
    {
        await using var channel = await OpenAsync(cancellationToken);
        try
        {
            var taken = await channel.BasicGetAsync(queue, autoAck: false, cancellationToken).WaitAsync(AnswerTime, cancellationToken);
            if (taken is not null)
            {
                await channel.BasicNackAsync(taken.DeliveryTag, multiple: false, requeue: true, cancellationToken);
            }

            return true;
        }
        catch (OperationInterruptedException exception)
        {
            return exception.ShutdownReason?.ReplyCode == 404;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task SettleAsync(IChannel channel, List<string> made, CancellationToken cancellationToken)
    {
        if (made.Count == 0)
        {
            return;
        }

        await Task.Delay(options.QueueSettleTime, cancellationToken);
        if (channel.CloseReason is { } reason)
        {
            throw new AlreadyClosedException(reason);
        }

        made.ForEach(queue => _unsettled.TryRemove(queue, out _));
    }

    private async Task<(uint Messages, uint Consumers)?> LookAtAsync(string queue, CancellationToken cancellationToken)
    {
        // on a channel of its own: the answer that there is none closes it
        await using var channel = await OpenAsync(cancellationToken);
        try
        {
            var found = await channel.QueueDeclarePassiveAsync(queue, cancellationToken);
            return (found.MessageCount, found.ConsumerCount);
        }
        catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == 404)
        {
            return null;
        }
    }

    private static Task DeclareExchangeAsync(IChannel channel, string publisher, CancellationToken cancellationToken) =>
        channel.ExchangeDeclareAsync(
            BrokerAddress.Exchange(publisher),
            ExchangeType.Topic,
            durable: true,
            autoDelete: false,
            cancellationToken: cancellationToken
        );

    private async Task<IChannel> OpenAsync(CancellationToken cancellationToken) =>
        await (await ConnectAsync(cancellationToken)).CreateChannelAsync(cancellationToken: cancellationToken);

    private async Task<IConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_connection is not { IsOpen: true })
            {
                // a broker that came back may have lost what a crash interrupted: declare anew
                _declared.Clear();
                if (_connection is not null)
                {
                    await _connection.DisposeAsync();
                }

                _connection = await address.Factory.CreateConnectionAsync(cancellationToken);
            }

            return _connection;
        }
        finally
        {
            _gate.Release();
        }
    }
}
