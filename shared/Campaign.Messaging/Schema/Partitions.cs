using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaign.Messaging.Schema;

/// <summary>
/// Keeps partitions ahead of time and drops those past their retention: an event log month only when every row of it is
/// published. Rows are never deleted one by one.
/// </summary>
internal sealed class Partitions(
    NpgsqlDataSource database,
    SchemaInstaller schema,
    MessagingOptions options,
    TimeProvider time,
    ILogger<Partitions> logger
) : BackgroundService
{
    /// <summary>The month before (clocks differ a little), this one and two ahead.</summary>
    internal const string Ensure = """
        select messaging.ensure_month(parent, now() + make_interval(months => ahead))
        from unnest(array['event_log', 'inbox']) parent cross join generate_series(-1, 2) ahead
        """;

    /// <summary>
    /// Traffic goes first: give up and come back rather than queue every insert behind a waiting lock. Replicas take turns, by a lock
    /// that no insert minds, or two would make and drop the same month.
    /// </summary>
    internal const string TakeTurns = """
        set local lock_timeout = '2s';
        lock table messaging.event_log_default, messaging.inbox_default in share update exclusive mode
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await schema.Ready.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await MaintainAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Partitions could not be maintained, next try in an hour: {Reason}", exception.Message);
            }

            await Task.Delay(TimeSpan.FromHours(1), time, stoppingToken);
        }
    }

    /// <returns>How many partitions were dropped.</returns>
    internal async Task<int> MaintainAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(TakeTurns, connection, transaction);
        await command.ExecuteNonQueryAsync(cancellationToken);
        command.CommandText = Ensure;
        await command.ExecuteNonQueryAsync(cancellationToken);
        command.CommandText = "select messaging.drop_months('event_log', $1) + messaging.drop_months('inbox', $2)";
        command.Parameters.Add(new() { Value = time.GetUtcNow() - options.EventLogRetention });
        command.Parameters.Add(new() { Value = time.GetUtcNow() - options.InboxRetention });
        var dropped = (int)(await command.ExecuteScalarAsync(cancellationToken))!;
        await transaction.CommitAsync(cancellationToken);
        return dropped;
    }
}
