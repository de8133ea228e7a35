using Campaign.Hosting.Database;
using OpenIddict.Abstractions;

namespace Campaign.Identity.Tokens;

/// <summary>Removes rows of tokens and sign-ins that have expired or were used up a day ago.</summary>
internal sealed class TokenCleanup(
    IServiceScopeFactory scopes, DatabaseStart database, TimeProvider time, ILogger<TokenCleanup> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var before = time.GetUtcNow() - KeptFor;
                await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(before, stoppingToken);
                await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(before, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "Old tokens could not be removed; trying again in {Every}", Every);
            }
        }
    }
}
