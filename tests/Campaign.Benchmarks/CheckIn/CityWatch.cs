using System.Diagnostics;
using Campaign.City.RollUps;
using Campaign.Contracts;
using Campaign.Testing;
using Npgsql;

namespace Campaign.Benchmarks.CheckIn;

/// <summary>The real City service, and an eye on its running totals of check-ins.</summary>
internal sealed class CityWatch : IAsyncDisposable
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(2);
    private readonly ServiceFactory<Figure> _factory;
    private readonly NpgsqlDataSource _database;
    private readonly Dictionary<string, long> _known = [];

    private CityWatch(ServiceFactory<Figure> factory, string database)
    {
        _factory = factory;
        _database = NpgsqlDataSource.Create(database + ";Max Auto Prepare=10");
    }

    public static async Task<CityWatch> StartAsync(Bench bench, string broker, CancellationToken ct)
    {
        var database = await bench.Servers.CreateDatabaseAsync("city");
        var factory = new ServiceFactory<Figure>(Settings.Of(Resources.CityDb, database, broker));
        using var client = factory.CreateClient();
        await Settings.UntilReadyAsync(client, ct);
        return new CityWatch(factory, database);
    }

    /// <summary>Notes when each check-in showed up in its district's figure, until so many have.</summary>
    /// <returns>Timestamps by district, in the order in which they showed up.</returns>
    public async Task<Dictionary<string, List<long>>> WatchAsync(int count, CancellationToken ct)
    {
        var seen = Settings.Districts.ToDictionary(district => district, _ => new List<long>());
        for (var left = count; left > 0; )
        {
            foreach (var (district, value) in await ReadAsync(ct))
            {
                var now = Stopwatch.GetTimestamp();
                var added = (int)(value - _known.GetValueOrDefault(district));
                seen[district].AddRange(Enumerable.Repeat(now, added));
                _known[district] = value;
                left -= added;
            }

            await Task.Delay(s_look, ct);
        }

        return seen;
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _factory.DisposeAsync();
    }

    private async Task<List<(string District, long Value)>> ReadAsync(CancellationToken ct)
    {
        await using var command = _database.CreateCommand(
            "select district, value from figures where campaign_id = $1 and name = 'checked-in'"
        );
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = SessionHost.Campaign });
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<(string, long)> rows = [];
        while (await reader.ReadAsync(ct))
        {
            rows.Add((reader.GetString(0), reader.GetInt64(1)));
        }

        return rows;
    }
}
