using System.Collections.Concurrent;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Campaign.Messaging;

/// <summary>
/// Declares exchanges, queues and bindings of a district, whoever needs them first, and looks into queues. Uses the bare
/// client on a connection of its own: the transport never sees a queue that does not stand yet.
/// </summary>
internal sealed class BrokerTopology(BrokerAddress address, MessagingOptions options) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly ConcurrentDictionary<string, bool> _declared = new();
    private IConnection? _connection;

    /// <summary>Everything that a publisher needs before its first event of a district.</summary>
    public async Task DeclareForPublishingAsync(string district, CancellationToken cancellationToken)
    {
        if (_declared.ContainsKey($"publish {district}"))
        {
            return;
        }

        await DeclareAsync(options.Consumers, district, cancellationToken);
        _declared[$"publish {district}"] = true;
    }

    /// <summary>The service's own queue of a district, bound to everyone it listens to.</summary>
    public Task DeclareForConsumingAsync(string district, CancellationToken cancellationToken) =>
        DeclareAsync([options.Service], district, cancellationToken);

    /// <summary>Throws when the broker cannot be reached.</summary>
    public async Task PingAsync(CancellationToken cancellationToken) => await ConnectAsync(cancellationToken);

    /// <summary>Forgets what was declared: someone removed it on the broker.</summary>
    public void Forget(string district) => _declared.TryRemove($"publish {district}", out _);

    /// <summary>Ready messages and consumers of the service's own queue; null when it does not exist.</summary>
    public async Task<(uint Messages, uint Consumers)?> LookAsync(string district, CancellationToken cancellationToken)
    {
        await using var channel = await OpenAsync(cancellationToken);
        try
        {
            var queue = await channel.QueueDeclarePassiveAsync(BrokerAddress.Queue(options.Service, district), cancellationToken);
            return (queue.MessageCount, queue.ConsumerCount);
        }
        catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == 404)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        _gate.Dispose();
    }

    private async Task DeclareAsync(IEnumerable<string> consumers, string district, CancellationToken cancellationToken)
    {
        await using var channel = await OpenAsync(cancellationToken);
        await DeclareExchangeAsync(channel, options.Service, cancellationToken);
        foreach (var consumer in consumers)
        {
            var queue = BrokerAddress.Queue(consumer, district);
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false,
                BrokerAddress.QueueArguments.ToDictionary(argument => argument.Key, argument => (object?)argument.Value), cancellationToken: cancellationToken);
            foreach (var publisher in options.Subscriptions.GetValueOrDefault(consumer) ?? [])
            {
                await DeclareExchangeAsync(channel, publisher, cancellationToken);
                await channel.QueueBindAsync(queue, BrokerAddress.Exchange(publisher), district, cancellationToken: cancellationToken);
            }
        }
    }

    private static Task DeclareExchangeAsync(IChannel channel, string publisher, CancellationToken cancellationToken) =>
        channel.ExchangeDeclareAsync(BrokerAddress.Exchange(publisher), ExchangeType.Topic, durable: true, autoDelete: false, cancellationToken: cancellationToken);

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
