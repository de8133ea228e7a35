using System.Text.Json;
using Campaign.Api;
using Campaign.Hosting.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaign.ServiceDefaults.Changes;

/// <summary>
/// Tells all replicas, this one too, what was committed: by NOTIFY apart from the transactions, which it would line up (decision 001).
/// </summary>
internal sealed class ChangeExchange(ChangeFeed feed, NpgsqlDataSource database, DatabaseStart start, ILogger<ChangeExchange> logger)
    : BackgroundService
{
    private const string Channel = "changes";

    /// <summary>What is committed within it goes out together.</summary>
    private static readonly TimeSpan s_gather = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        await Task.WhenAll(SendAsync(stoppingToken), ListenAsync(stoppingToken));
    }

    private async Task SendAsync(CancellationToken ct)
    {
        while (true)
        {
            await feed.WaitAsync(ct);
            await Task.Delay(s_gather, ct);
            try
            {
                await using var command = database.CreateCommand($"select pg_notify('{Channel}', change) from unnest($1) change");
                string[] changes = [.. feed.Take().Select(change => JsonSerializer.Serialize(change))];
                command.Parameters.Add(new() { Value = changes });
                await command.ExecuteNonQueryAsync(ct);
            }
            catch (NpgsqlException exception)
            {
                // the connection that listens is most likely gone as well; if not, whoever shows it asks anew
                logger.LogDebug("Changes were not told: {Reason}", exception.Message);
                feed.Deaf();
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await ListenOnceAsync(ct);
            }
            catch (NpgsqlException exception)
            {
                logger.LogDebug("Changes are not heard: {Reason}", exception.Message);
            }
            finally
            {
                feed.Deaf();
            }

            await Task.Delay(s_rest, ct);
        }
    }

    private async Task ListenOnceAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        connection.Notification += (_, told) => feed.Heard(JsonSerializer.Deserialize<Change>(told.Payload)!);
        await RunAsync(connection, $"listen {Channel}", ct);
        while (true)
        {
            feed.Hears();
            if (!await connection.WaitAsync(s_look, ct))
            {
                // a connection that was cut between is found out only by asking
                await RunAsync(connection, "select", ct);
            }
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string statement, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
