using Npgsql;
using NpgsqlTypes;

namespace Campaign.Messaging.Routing;

/// <summary>A district as the service's database numbers it.</summary>
internal sealed record District(int Id, string Code);

/// <summary>The districts that this service knows of; grows while it runs.</summary>
internal sealed class DistrictDirectory
{
    private volatile IReadOnlyDictionary<string, District> _known = new Dictionary<string, District>();

    /// <summary>Raised after districts were added.</summary>
    public event Action? Grown;

    public IReadOnlyCollection<District> Known => (IReadOnlyCollection<District>)_known.Values;

    public bool IsKnown(string code) => _known.ContainsKey(code);

    /// <summary>Reads the table anew, after adding districts whose first events were just seen in our own log.</summary>
    public async Task RefreshAsync(NpgsqlConnection connection, IEnumerable<string> seen, CancellationToken cancellationToken)
    {
        var added = seen.Where(code => !IsKnown(code)).ToArray();
        if (added.Length > 0)
        {
            await using var insert = new NpgsqlCommand(InsertSql, connection);
            insert.Parameters.Add(new NpgsqlParameter { Value = added, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }

        Dictionary<string, District> read = [];
        await using (var select = new NpgsqlCommand("select id, code from messaging.district order by id", connection))
        await using (var reader = await select.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                read.Add(reader.GetString(1), new District(reader.GetInt32(0), reader.GetString(1)));
            }
        }

        var grown = read.Keys.Any(code => !IsKnown(code));
        _known = read;
        if (grown)
        {
            Grown?.Invoke();
        }
    }

    internal const string InsertSql = "insert into messaging.district (code) select unnest($1) on conflict (code) do nothing";
}
