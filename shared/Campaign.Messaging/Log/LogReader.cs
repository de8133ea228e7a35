using System.Text.Json.Serialization;
using Campaign.Messaging.Broker;
using Npgsql;

namespace Campaign.Messaging.Log;

/// <summary>A stretch of a service's event log.</summary>
/// <param name="Events">In the order of the log; fewer than asked for when other districts' events lay between.</param>
/// <param name="Next">Where the next page starts: pass it as <c>after</c>.</param>
/// <param name="Head">The highest number given out when this page was asked for. Pages end before it while a transaction that could still
/// add a row below it runs.</param>
internal sealed record LogPage(IReadOnlyList<LogEntry> Events, long Next, long Head);

/// <summary>One event of the log.</summary>
internal sealed record LogEntry(
    long Number,
    Guid Id,
    string District,
    string Type,
    DateTimeOffset RecordedAt,
    string? TraceParent,
    [property: JsonConverter(typeof(RawJsonConverter))] string Payload
);

/// <summary>
/// Reads the event log in its order without a gap: an event whose number was taken earlier but whose transaction still runs
/// would be jumped over, so nothing is shown beyond a bound below which every transaction has ended.
/// </summary>
internal sealed class LogReader(NpgsqlDataSource database) : IDisposable
{
    public const int MaxLimit = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _gate = new(1);
    private (long Bound, string Transaction)? _candidate;
    private long _settled;

    public void Dispose() => _gate.Dispose();

    /// <param name="after">The number after which to read; 0 = from the beginning.</param>
    /// <param name="limit">1 to <see cref="MaxLimit"/> rows looked at.</param>
    /// <param name="districts">Only these districts; null = all.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<LogPage> ReadAsync(long after, int limit, IReadOnlyList<string>? districts, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var head = await HeadAsync(connection, cancellationToken);
        var end = await SettledAsync(connection, cancellationToken);
        await using var command = new NpgsqlCommand(
            """
            select id, event_id, district, type, recorded_at, trace_parent, payload::text from messaging.event_log
            where id > $1 and id <= $2 order by id limit $3
            """,
            connection
        );
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = end });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<LogEntry> entries = [];
        var read = 0;
        var last = after;
        while (await reader.ReadAsync(cancellationToken))
        {
            read++;
            last = reader.GetInt64(0);
            if (districts is null || districts.Contains(reader.GetString(2)))
            {
                entries.Add(
                    new LogEntry(
                        last,
                        reader.GetGuid(1),
                        reader.GetString(2),
                        reader.GetString(3),
                        reader.GetFieldValue<DateTimeOffset>(4),
                        await reader.IsDBNullAsync(5, cancellationToken) ? null : reader.GetString(5),
                        reader.GetString(6)
                    )
                );
            }
        }

        // numbers of rolled back transactions leave holes: a page that is not full has seen everything up to the end
        return new LogPage(entries, read < limit ? Math.Max(after, end) : last, head);
    }

    /// <summary>A number up to which no transaction can add a row any more.</summary>
    private async Task<long> SettledAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var started = TimeProvider.System.GetTimestamp();
            _candidate ??= await CandidateAsync(connection, cancellationToken);
            while (!await IsSettledAsync(connection, _candidate.Value.Transaction, cancellationToken))
            {
                if (TimeProvider.System.GetElapsedTime(started) > Patience)
                {
                    // a long transaction runs: show what is certain, and ask for the same bound again
                    return _settled;
                }

                await Task.Delay(5, cancellationToken);
            }

            _settled = _candidate.Value.Bound;
            _candidate = null;
            return _settled;
        }
        finally
        {
            _gate.Release();
        }
    }

    // The number first, the transaction id after it: every row up to the number belongs to an older transaction (001.sql).
    private static async Task<(long, string)> CandidateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var bound = await HeadAsync(connection, cancellationToken);
        await using var transaction = new NpgsqlCommand("select pg_current_xact_id()::text", connection);
        return (bound, (string)(await transaction.ExecuteScalarAsync(cancellationToken))!);
    }

    private static async Task<long> HeadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var number = new NpgsqlCommand(
            "select case when is_called then last_value else 0 end from messaging.event_log_id",
            connection
        );
        return (long)(await number.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<bool> IsSettledAsync(NpgsqlConnection connection, string transaction, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select pg_snapshot_xmin(pg_current_snapshot()) > $1::text::xid8", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = transaction });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
