using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Campaign.City.RollUps;

/// <summary>
/// Collects what a pack of events adds to the figures and writes it as one statement. Rows are taken in key order, so
/// that two instances at work on the same figures wait for each other instead of deadlocking.
/// </summary>
internal sealed class FigureDeltas
{
    private readonly Dictionary<Key, long> _deltas = [];

    public void Add(Guid campaign, string district, string name, long delta, string key = "", int year = 0, int quarter = 0)
    {
        if (delta == 0)
        {
            return;
        }

        var at = new Key(campaign, district, name, year, quarter, key.Length <= 300 ? key : key[..300]);
        _deltas[at] = _deltas.GetValueOrDefault(at) + delta;
    }

    /// <summary>By the quarter of a day.</summary>
    public void AddOn(DateOnly day, Guid campaign, string district, string name, long delta, string key = "") =>
        Add(campaign, district, name, delta, key, day.Year, Quarters.Of(day));

    public async Task FlushAsync(CityDb database, CancellationToken ct)
    {
        if (_deltas.Count == 0)
        {
            return;
        }

        var rows = _deltas.Where(delta => delta.Value != 0).OrderBy(delta => delta.Key).ToList();
        _deltas.Clear();
        rows.ForEach(row => database.Touch(row.Key.District));
        await database.Database.ExecuteSqlRawAsync(
            """
            insert into figures (campaign_id, district, name, year, quarter, key, value)
            select * from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6})
            on conflict (campaign_id, district, name, year, quarter, key) do update set value = figures.value + excluded.value
            """,
            [
                Array(rows.Select(row => row.Key.Campaign), NpgsqlDbType.Uuid),
                Array(rows.Select(row => row.Key.District), NpgsqlDbType.Text),
                Array(rows.Select(row => row.Key.Name), NpgsqlDbType.Text),
                Array(rows.Select(row => row.Key.Year), NpgsqlDbType.Integer),
                Array(rows.Select(row => row.Key.Quarter), NpgsqlDbType.Integer),
                Array(rows.Select(row => row.Key.Split), NpgsqlDbType.Text),
                Array(rows.Select(row => row.Value), NpgsqlDbType.Bigint),
            ],
            ct
        );
    }

    private static NpgsqlParameter Array<T>(IEnumerable<T> values, NpgsqlDbType type) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };

    private readonly record struct Key(Guid Campaign, string District, string Name, int Year, int Quarter, string Split) : IComparable<Key>
    {
        public int CompareTo(Key other)
        {
            var order = Campaign.CompareTo(other.Campaign);
            order = order != 0 ? order : string.CompareOrdinal(District, other.District);
            order = order != 0 ? order : string.CompareOrdinal(Name, other.Name);
            order = order != 0 ? order : Year.CompareTo(other.Year);
            order = order != 0 ? order : Quarter.CompareTo(other.Quarter);
            return order != 0 ? order : string.CompareOrdinal(Split, other.Split);
        }
    }
}
