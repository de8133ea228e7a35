using Campaign.Testing;
using Npgsql;

namespace Campaign.System.Tests.Demo;

/// <summary>Looks into the services' databases, past the services.</summary>
internal sealed class Ledger(CampaignSystem system)
{
    public async Task<long> CountAsync(string database, string sql, Guid? campaign = null)
    {
        await using var source = NpgsqlDataSource.Create(system.Database(database) + ";Pooling=false");
        await using var command = Command(source, sql, campaign);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), global::System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Rows of four whole numbers: year, quarter, and two figures.</summary>
    public async Task<List<(int Year, int Quarter, long First, long Second)>> QuartersAsync(string database, string sql, Guid campaign)
    {
        await using var source = NpgsqlDataSource.Create(system.Database(database) + ";Pooling=false");
        await using var command = Command(source, sql, campaign);
        await using var reader = await command.ExecuteReaderAsync();
        List<(int, int, long, long)> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add((reader.GetInt32(0), reader.GetInt32(1), reader.GetInt64(2), reader.GetInt64(3)));
        }

        return rows;
    }

    private static NpgsqlCommand Command(NpgsqlDataSource source, string sql, Guid? campaign)
    {
        var command = source.CreateCommand(sql);
        if (campaign is { } id)
        {
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        }

        return command;
    }
}
