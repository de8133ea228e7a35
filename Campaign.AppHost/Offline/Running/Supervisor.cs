using System.Globalization;
using Campaign.Contracts;
using Campaign.LocalServers;

namespace Campaign.AppHost.Offline;

/// <summary>Keeps one workload running: starts it when what it waits for is healthy, watches it, starts it again when it ends.</summary>
internal sealed class Supervisor(Workload workload, Board board, TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>A process that was healthy this long is forgiven: the pause before its next restart is the first one again.</summary>
    private static readonly TimeSpan Forgiving = TimeSpan.FromMinutes(1);

    public Workload Workload { get; } = workload;

    /// <exception cref="ServerException">it has never been healthy and cannot be started: no use trying again</exception>
    public async Task RunAsync(CancellationToken stopping)
    {
        await Task.WhenAll(Workload.Dependencies.Select(dependency => board.WhenHealthyAsync(dependency.Name, stopping))).ConfigureAwait(false);
        var everHealthy = false;
        var pause = FirstPause;
        while (true)
        {
            Set(State.Starting);
            Finding ending;
            try
            {
                await Workload.StartAsync(stopping).ConfigureAwait(false);
                board.Update(Workload.Name, status => status with { State = State.Running, ProcessId = Workload.ProcessId, Url = Workload.Url });
                var healthySince = await WatchAsync(stopping).ConfigureAwait(false);
                everHealthy |= healthySince is not null;
                pause = healthySince is { } since && time.GetUtcNow() - since > Forgiving ? FirstPause : pause;
                ending = Workload.Ending;
            }
            catch (ServerException failure) when (everHealthy)
            {
                ending = Because(failure);
            }
            catch (ServerException failure)
            {
                Set(State.Failed, Because(failure));
                throw;
            }

            var seconds = pause.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            board.Update(Workload.Name, status => status with
            {
                State = State.Restarting,
                ProcessId = null,
                Restarts = status.Restarts + 1,
                Detail = new Finding("starts-again", $"{ending.Text}; again in {seconds} s", seconds),
                LastFailure = new Failure(time.GetUtcNow(), ending),
            });
            await Task.Delay(pause, time, stopping).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    public async Task StopAsync(TimeSpan patience)
    {
        Set(State.Stopping);
        await Workload.StopAsync(patience).ConfigureAwait(false);
        board.Update(Workload.Name, status => status with { State = State.Stopped, ProcessId = null, Detail = null });
    }

    /// <summary>Follows its health until the process ends.</summary>
    /// <returns>since when it had been healthy; null: never in this run</returns>
    private async Task<DateTimeOffset?> WatchAsync(CancellationToken stopping)
    {
        DateTimeOffset? healthySince = null;
        while (Workload.IsRunning)
        {
            var healthy = await Workload.IsHealthyAsync(stopping).ConfigureAwait(false);
            if (healthy)
            {
                healthySince ??= time.GetUtcNow();
                Set(State.Healthy);
            }
            else if (healthySince is not null && Workload.IsRunning)
            {
                Set(State.Unhealthy, new Finding("health-fails", "its health check fails, see its log"));
            }

            await PauseAsync(healthySince is null ? 200 : healthy ? 5_000 : 1_000, stopping).ConfigureAwait(false);
        }

        return healthySince;
    }

    // in small steps: the end of a process is to be seen at once, not at the next health check
    private async Task PauseAsync(int milliseconds, CancellationToken stopping)
    {
        for (var waited = 0; waited < milliseconds && Workload.IsRunning; waited += 200)
        {
            await Task.Delay(200, stopping).ConfigureAwait(false);
        }
    }

    private static Finding Because(ServerException failure)
    {
        var said = failure.Message.Split('\n')[0];
        return new Finding("not-started", said, Cause: said);
    }

    private void Set(State state, Finding? detail = null) => board.Update(Workload.Name, status => status with { State = state, Detail = detail });
}
