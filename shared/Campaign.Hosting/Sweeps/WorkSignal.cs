namespace Campaign.Hosting.Sweeps;

/// <summary>Tells a sweep of this process that there is something to do now.</summary>
/// <typeparam name="TSweep">Whom it tells.</typeparam>
public sealed class WorkSignal<TSweep> : IDisposable
    where TSweep : Sweep
{
    private readonly SemaphoreSlim _raised = new(0, 1);

    public void Raise()
    {
        try
        {
            _raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // raised already
        }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken ct) => _raised.WaitAsync(atMost, ct);

    public void Dispose() => _raised.Dispose();
}
