using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaign.Messaging.Relaying;

/// <summary>
/// Tells the other replicas about work by NOTIFY, apart from the transactions that made it: a NOTIFY inside them would take
/// a cluster-wide lock at commit and line all commits up. A signal that gets lost costs one poll interval.
/// </summary>
internal sealed class RelayNotifier(NpgsqlDataSource database, RelaySignal signal, ILogger<RelayNotifier> logger) : BackgroundService
{
    public const string Channel = "messaging";
    private static readonly TimeSpan Debounce = TimeSpan.FromMilliseconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await signal.Elsewhere.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(Debounce, stoppingToken);
            HashSet<string> districts = [];
            while (signal.Elsewhere.TryRead(out var district))
            {
                districts.Add(district);
            }

            try
            {
                await using var command = database.CreateCommand($"select pg_notify('{Channel}', district) from unnest($1) district");
                command.Parameters.Add(new() { Value = districts.ToArray() });
                await command.ExecuteNonQueryAsync(stoppingToken);
            }
            catch (NpgsqlException exception)
            {
                logger.LogDebug("Other replicas were not notified and will poll: {Reason}", exception.Message);
            }
        }
    }
}
