using Campaign.Contracts;
using Campaign.Messaging.Routing;
using Campaign.Messaging.Schema;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaign.Messaging.Relaying;

/// <summary>
/// Publishes the event log. Holds one session to the database: it listens there, and its advisory locks say which districts
/// this process relays. When the session breaks every claim falls free, and another replica or the next session takes over.
/// </summary>
internal sealed class Relay(
    NpgsqlDataSource database,
    SchemaInstaller schema,
    DistrictDirectory districts,
    DistrictRelayFactory relays,
    RelaySignal signal,
    RelayState state,
    MessagingOptions options,
    ILogger<Relay> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await schema.Ready.WaitAsync(stoppingToken);
        var backOff = new BackOff(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(3));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunSessionAsync(backOff, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                state.DatabaseProblem = new Finding(
                    "relay-database-lost",
                    $"The relay lost its database: {exception.Message}",
                    Cause: exception.Message
                );
                logger.LogWarning("The relay lost its database session and starts anew: {Reason}", exception.Message);
                await backOff.WaitAsync(stoppingToken);
            }
        }
    }

    private async Task RunSessionAsync(BackOff backOff, CancellationToken stoppingToken)
    {
        await using var connection = await database.OpenConnectionAsync(stoppingToken);
        await using var claims = new DistrictClaims(connection, relays, signal, state);
        var newDistrict = false;
        connection.Notification += (_, notification) =>
            newDistrict |= !signal.WakeHere(notification.Payload) && !districts.IsKnown(notification.Payload);
        await using (var listen = new NpgsqlCommand($"listen {RelayNotifier.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(stoppingToken);
        }

        if (options.Relay)
        {
            await claims.AnnounceAsync(stoppingToken);
        }

        var nextLook = TimeProvider.System.GetTimestamp();
        while (true)
        {
            stoppingToken.ThrowIfCancellationRequested();
            if (newDistrict || TimeProvider.System.GetElapsedTime(nextLook) >= TimeSpan.Zero)
            {
                newDistrict = false;
                await LookAsync(connection, claims, stoppingToken);
                state.DatabaseProblem = null;
                backOff.Reset();
                nextLook =
                    TimeProvider.System.GetTimestamp() + (long)(options.PollInterval.TotalSeconds * TimeProvider.System.TimestampFrequency);
            }

            var wait = TimeProvider.System.GetElapsedTime(TimeProvider.System.GetTimestamp(), nextLook);
            if (wait >= TimeSpan.FromMilliseconds(1))
            {
                // notifications are handed to the event above as they arrive
                await connection.WaitAsync(wait, stoppingToken);
            }
        }
    }

    private async Task LookAsync(NpgsqlConnection connection, DistrictClaims claims, CancellationToken cancellationToken)
    {
        var backlogs = await UnpublishedEvents.CountAsync(connection, cancellationToken);
        await districts.RefreshAsync(connection, backlogs.Select(backlog => backlog.District), cancellationToken);
        state.Backlogs = backlogs.ToDictionary(backlog => backlog.District);
        if (options.Relay)
        {
            await claims.ShareAsync(districts.Known, cancellationToken);
        }

        foreach (var backlog in backlogs)
        {
            signal.WakeHere(backlog.District);
        }
    }
}
