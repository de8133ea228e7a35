using Campaign.Hosting.Database;

namespace Campaign.Directives.Overdue;

/// <summary>Sweeps at start and every few minutes: days pass while nobody calls.</summary>
internal sealed class OverdueRunner(IServiceScopeFactory scopes, DatabaseStart start, TimeProvider time, ILogger<OverdueRunner> logger) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromMinutes(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(s_every, time);
        do
        {
            try
            {
                var announced = await SweepAsync(stoppingToken);
                if (announced > 0)
                {
                    logger.LogInformation("{Count} assignments are overdue since the last sweep", announced);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Overdue assignments are announced at the next sweep, in {Every}: {Reason}", s_every, exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<int> SweepAsync(CancellationToken ct)
    {
        var announced = 0;
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var batch = await scope.ServiceProvider.GetRequiredService<OverdueSweep>().RunBatchAsync(ct);
            if (batch == 0)
            {
                return announced;
            }

            announced += batch;
        }
    }
}
