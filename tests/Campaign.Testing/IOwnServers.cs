namespace Campaign.Testing;

/// <summary>Servers that whoever started them may take away and bring back.</summary>
internal interface IOwnServers : IServers
{
    ServerControl Postgres { get; }

    ServerControl Broker { get; }
}
