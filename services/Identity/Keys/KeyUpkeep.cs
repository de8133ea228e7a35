using Campaign.Hosting.Database;
using Campaign.Identity.Accounts;
using Campaign.Identity.Clients;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Identity.Keys;

/// <summary>
/// Makes what must be there before the first request (signing keys, the system's clients, the first operator), then keeps
/// the ring up to date: a key that another replica made is published here within a minute, long before it signs.
/// </summary>
internal sealed class KeyUpkeep(
    IServiceScopeFactory scopes, SigningKeyRing ring, DatabaseStart database, TimeProvider time, ILogger<KeyUpkeep> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RefreshAsync(first: !ring.IsReady, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "Signing keys could not be refreshed; trying again");
            }

            await Task.Delay(ring.IsReady ? Every : Retry, time, stoppingToken);
        }
    }

    private async Task RefreshAsync(bool first, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<IdentityDb>();
        var keys = services.GetRequiredService<SigningKeys>();
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            // replicas take turns: the second one finds everything made
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('identity-upkeep'))", cancellationToken);
            await keys.MaintainAsync(cancellationToken);
            if (first)
            {
                await services.GetRequiredService<ConfiguredClients>().ApplyAsync(cancellationToken);
                await services.GetRequiredService<FirstOperator>().CreateAsync(cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        ring.Replace(await keys.ReadAsync(cancellationToken));
    }
}
