using Campaign.Hosting.Database;

namespace Campaign.Directives.Reminders;

/// <summary>Reminds at start and every minute: days pass while nobody calls, and what is issued is told soon.</summary>
internal sealed class ReminderRunner(IServiceScopeFactory scopes, DatabaseStart start, TimeProvider time, ILogger<ReminderRunner> logger) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(s_every, time);
        do
        {
            try
            {
                await UntilNothingIsLeftAsync(sweep => sweep.RunBatchAsync(stoppingToken));
                await UntilNothingIsLeftAsync(sweep => sweep.ForgetBatchAsync(stoppingToken));
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Units are reminded at the next sweep, in {Every}: {Reason}", s_every, exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task UntilNothingIsLeftAsync(Func<ReminderSweep, Task<int>> batch)
    {
        int done;
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            done = await batch(scope.ServiceProvider.GetRequiredService<ReminderSweep>());
        }
        while (done > 0);
    }
}
