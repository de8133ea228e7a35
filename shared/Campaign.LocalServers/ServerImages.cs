namespace Campaign.LocalServers;

/// <summary>The servers where they come from containers: one version for the app host, its manifest and the tests.</summary>
public static class ServerImages
{
    public const string Postgres = "postgres";
    public const string PostgresTag = "17";
    public const string RabbitMq = "rabbitmq";

    /// <summary>With its management API, which operators and tests read.</summary>
    public const string RabbitMqTag = "4-management";
}
