using System.Diagnostics;
using Npgsql;

namespace Campaign.Benchmarks.Imports;

/// <summary>The rows of members that a file became, copied again into a table beside them.</summary>
internal static class BareCopy
{
    /// <returns>Rows a second, of the copy alone.</returns>
    public static async Task<double> RateAsync(string database, string table, int rows, int file, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false;Command Timeout=0");
        await connection.OpenAsync(ct);
        await using var named = new NpgsqlCommand(
            "select string_agg(quote_ident(column_name), ', ') from information_schema.columns where table_name = 'members' and "
                + "is_generated = 'NEVER'",
            connection
        );
        var columns = (string)(await named.ExecuteScalarAsync(ct))!;
        using var kept = new MemoryStream();
        await using (
            var read = await connection.BeginRawBinaryCopyAsync(
                $"copy (select {columns} from members where number like '{MemberFile.NumberPrefix(file)}%') to stdout (format binary)",
                ct
            )
        )
        {
            await read.CopyToAsync(kept, ct);
        }

        kept.Position = 0;
        var watch = Stopwatch.StartNew();
        await using (var write = await connection.BeginRawBinaryCopyAsync($"copy {table} ({columns}) from stdin (format binary)", ct))
        {
            await kept.CopyToAsync(write, ct);
        }

        return rows / watch.Elapsed.TotalSeconds;
    }
}
