namespace Campaign.Testing;

/// <summary>One PostgreSQL and one RabbitMQ, wherever they come from.</summary>
internal interface IServers : IAsyncDisposable
{
    Task StartAsync();

    /// <summary>Npgsql connection string of a database, which need not exist.</summary>
    string Database(string name);

    /// <summary>Base of <c>amqp://user:password@host:port</c>, without a virtual host.</summary>
    Uri BrokerUri { get; }

    /// <summary>Management API with user and password.</summary>
    Uri ManagementUri { get; }
}
