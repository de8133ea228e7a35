using Campaign.Hosting.Sweeps;

namespace Campaign.Directives.Overdue;

/// <summary>Announces what has fallen due.</summary>
internal sealed class OverdueRunner(SweepServices services) : Sweep(services)
{
    protected override TimeSpan Every => TimeSpan.FromMinutes(3);

    protected override async Task RoundAsync(CancellationToken ct)
    {
        var announced = await UntilNothingIsLeftAsync<OverdueSweep>(sweep => sweep.RunBatchAsync(ct));
        if (announced > 0)
        {
            Logger.LogInformation("{Count} assignments are overdue since the last round", announced);
        }
    }
}
