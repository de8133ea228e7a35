using Campaign.Hosting.Sweeps;

namespace Campaign.Sessions.Recurrence;

/// <summary>Makes the sessions of series as their days come near.</summary>
internal sealed class SeriesRunner(SweepServices services) : Sweep(services)
{
    protected override TimeSpan Every => TimeSpan.FromHours(1);

    protected override async Task RoundAsync(CancellationToken ct)
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
        } while (due.Count > 0);
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
            Logger.LogWarning("The sessions of series {Series} are tried again tomorrow: {Reason}", series, exception.Message);
            await WorkAsync(async work =>
            {
                await work.PostponeAsync(series, ct);
                return true;
            });
        }
    }

    private async Task<T> WorkAsync<T>(Func<SeriesWork, Task<T>> work)
    {
        await using var scope = Scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<SeriesWork>());
    }
}
