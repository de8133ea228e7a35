using System.Text.Json;

namespace Campaign.Testing;

/// <summary>
/// Servers that a whole run of tests shares: <c>Campaign.SharedServers</c> starts them and writes where they are into the file that
/// <see cref="Variable"/> names to each test project. Nobody takes them away: whoever must has <see cref="OwnServers"/>.
/// </summary>
internal sealed class SharedServers : IServers
{
    public const string Variable = "CAMPAIGN_TEST_SHARED_SERVERS";
    private const string DatabaseName = "{database}";
    private readonly Addresses _addresses;

    private SharedServers(Addresses addresses) => _addresses = addresses;

    public Uri BrokerUri => _addresses.Broker;

    public Uri ManagementUri => _addresses.Management;

    /// <summary>Those of this run, or null when a project runs by itself.</summary>
    public static SharedServers? OfThisRun() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } file
            ? new SharedServers(JsonSerializer.Deserialize<Addresses>(File.ReadAllText(file))!)
            : null;

    /// <summary>Tells other processes where servers are. They hold passwords: the file is for its owner alone.</summary>
    public static void Announce(IServers servers, string file)
    {
        var unfinished = file + ".new";
        using (
            var stream = new FileStream(
                unfinished,
                new FileStreamOptions
                {
                    Mode = FileMode.Create,
                    Access = FileAccess.Write,
                    UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                }
            )
        )
        {
            JsonSerializer.Serialize(stream, new Addresses(servers.Database(DatabaseName), servers.BrokerUri, servers.ManagementUri));
        }

        File.Move(unfinished, file, overwrite: true);
    }

    public Task StartAsync() => Task.CompletedTask;

    public string Database(string name) => _addresses.Database.Replace(DatabaseName, name, StringComparison.Ordinal);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed record Addresses(string Database, Uri Broker, Uri Management);
}
