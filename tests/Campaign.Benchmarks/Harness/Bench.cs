using Campaign.Testing;
using Npgsql;

namespace Campaign.Benchmarks;

/// <summary>The private servers of a run, shared by all rows.</summary>
internal sealed class Bench(TestServers servers, bool quick)
{
    public bool Quick { get; } = quick;

    public TestServers Servers { get; } = servers;

    /// <summary>Rounds of each side.</summary>
    public int RoundCount => Quick ? 3 : 7;

    public static async Task ExecuteAsync(string database, string sql, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Pooling=false;Command Timeout=0");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
