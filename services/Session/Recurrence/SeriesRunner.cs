using Campaign.Hosting.Database;

namespace Campaign.Sessions.Recurrence;

/// <summary>Makes the sessions of series at start and every hour: days pass while nobody calls.</summary>
internal sealed class SeriesRunner(IServiceScopeFactory scopes, DatabaseStart start, TimeProvider time, ILogger<SeriesRunner> logger) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(s_every, time);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Sessions of series are made at the next round, in {Every}: {Reason}", s_every, exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RunAsync(CancellationToken ct)
    {
        List<Guid> due;
        var done = new HashSet<Guid>();
        do
        {
            due = await WorkAsync(work => work.DueAsync(ct));
            due.RemoveAll(done.Contains);
            foreach (var series in due)
            {
                done.Add(series);
                await MakeAsync(series, ct);
            }
        }
        while (due.Count > 0);
    }

    /// <summary>One series that cannot be carried on does not hold up the others.</summary>
    private async Task MakeAsync(Guid series, CancellationToken ct)
    {
        try
        {
            await WorkAsync(work => work.MakeAsync(series, ct));
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            logger.LogWarning("The sessions of series {Series} are tried again tomorrow: {Reason}", series, exception.Message);
            await WorkAsync(async work =>
            {
                await work.PostponeAsync(series, ct);
                return true;
            });
        }
    }

    private async Task<T> WorkAsync<T>(Func<SeriesWork, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<SeriesWork>());
    }
}
