using System.Runtime;
using Microsoft.Extensions.Hosting;

namespace Campaign.ServiceDefaults.Memory;

/// <summary>
/// Gives back what the start needed and nothing needs again: models are built, migrations compared, and a service that then
/// waits would keep that memory until it allocates much. On only where many services share a machine, as the app host's do.
/// </summary>
internal sealed class ReturnStartMemory(IHostApplicationLifetime lifetime) : BackgroundService
{
    public const string Setting = "Memory:ReturnAfterStart";

    private static readonly TimeSpan s_startIsOver = TimeSpan.FromSeconds(8);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await Task.Delay(s_startIsOver, stoppingToken);
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
