using System.Diagnostics;
using Campaign.Testing;
using Npgsql;

namespace Campaign.Benchmarks;

/// <summary>What a row measures with: the private servers of the run, and rounds.</summary>
/// <param name="servers">Shared by all rows.</param>
/// <param name="quick">Fewer and smaller rounds.</param>
/// <param name="limit">When the row is stopped.</param>
internal sealed class Bench(TestServers servers, bool quick, TimeSpan limit)
{
    private readonly Stopwatch _since = Stopwatch.StartNew();

    public bool Quick { get; } = quick;

    public TestServers Servers { get; } = servers;

    /// <summary>Rounds that were measured; fewer than wanted where the machine was too slow for them.</summary>
    public int Rounds { get; private set; }

    private int Wanted => Quick ? 5 : 9;

    /// <summary>
    /// One warm-up of each side, then rounds in turn, so that what else the machine does hits all sides alike. Stops early
    /// when another round would not fit into the row's time.
    /// </summary>
    /// <returns>The median of each side, in the order of <paramref name="sides"/>.</returns>
    public async Task<double[]> MediansAsync(params Func<Task<double>>[] sides)
    {
        var seen = new List<double[]>();
        var started = _since.Elapsed;
        while (seen.Count <= Wanted && (seen.Count < 2 || _since.Elapsed + ((_since.Elapsed - started) / seen.Count) < limit * 0.9))
        {
            var round = new double[sides.Length];
            for (var side = 0; side < sides.Length; side++)
            {
                round[side] = await sides[side]();
            }

            seen.Add(round);
            var name = seen.Count == 1 ? "warm-up" : $"round {seen.Count - 1}";
            await Console.Error.WriteLineAsync($"  {name, -8} {string.Join("  ", round.Select(figure => $"{figure, 9:0.0}"))}");
        }

        Rounds = seen.Count - 1;
        return [.. sides.Select((_, side) => Figures.Quantile(seen.Skip(1).Select(round => round[side]), 0.5))];
    }

    public static async Task ExecuteAsync(string database, string sql, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Pooling=false;Command Timeout=0");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
