using Campaign.Hosting.Sweeps;

namespace Campaign.Directives.Reminders;

/// <summary>Reminds units: what is issued is told soon.</summary>
internal sealed class ReminderRunner(SweepServices services) : Sweep(services)
{
    protected override TimeSpan Every => TimeSpan.FromMinutes(1);

    protected override async Task RoundAsync(CancellationToken ct)
    {
        await UntilNothingIsLeftAsync<ReminderSweep>(sweep => sweep.RunBatchAsync(ct));
        await UntilNothingIsLeftAsync<ReminderSweep>(sweep => sweep.ForgetBatchAsync(ct));
    }
}
