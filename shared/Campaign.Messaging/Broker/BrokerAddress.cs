using System.Globalization;
using RabbitMQ.Client;

namespace Campaign.Messaging.Broker;

/// <summary>Where the broker is, and the names of what we keep there.</summary>
internal sealed class BrokerAddress(string connectionString, string service)
{
    /// <summary>
    /// RabbitMQ 4 drops a message after 20 deliveries when nothing says otherwise. We never give up on the broker's side:
    /// an event that fails is parked in our own database.
    /// </summary>
    private const int DeliveryLimit = 1_000_000;

    public ConnectionFactory Factory { get; } =
        new()
        {
            Uri = new Uri(connectionString),
            ClientProvidedName = $"{service} topology",
            AutomaticRecoveryEnabled = false,
            RequestedConnectionTimeout = TimeSpan.FromSeconds(5),
            ContinuationTimeout = TimeSpan.FromSeconds(10),
            RequestedHeartbeat = TimeSpan.FromSeconds(15),
        };

    public static string Exchange(string publisher) => string.Create(CultureInfo.InvariantCulture, $"{publisher}.events");

    public static string Queue(string consumer, string district) => string.Create(CultureInfo.InvariantCulture, $"{consumer}.{district}");

    /// <summary>The same wherever the queue is declared, by publisher or consumer: the broker refuses a second opinion.</summary>
    public static IReadOnlyDictionary<string, object> QueueArguments { get; } =
        new Dictionary<string, object> { ["x-queue-type"] = "quorum", ["x-delivery-limit"] = DeliveryLimit };
}
