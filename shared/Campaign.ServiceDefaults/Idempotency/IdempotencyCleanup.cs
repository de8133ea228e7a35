using Campaign.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Campaign.ServiceDefaults.Idempotency;

/// <summary>Forgets stored answers after <see cref="KeptFor"/>, a bounded batch at a time.</summary>
internal sealed class IdempotencyCleanup(IServiceScopeFactory scopes, TimeProvider time, ILogger<IdempotencyCleanup> logger) : BackgroundService
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (scope.ServiceProvider.GetService<CampaignDbContext>() is not { } database)
                {
                    return;
                }

                var before = time.GetUtcNow() - KeptFor;
                while (await database.Database.ExecuteSqlAsync(
                    $"delete from idempotency_keys where ctid in (select ctid from idempotency_keys where at < {before} order by at limit 5000)",
                    stoppingToken) > 0)
                {
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "Old idempotency keys could not be removed; trying again in {Every}", Every);
            }
        }
    }
}
