using Campaign.LocalServers;
using Microsoft.Extensions.Hosting;

namespace Campaign.AppHost;

/// <summary>
/// Notices that the orchestrator is gone: it ends what it started and tells nothing any more. It tells of an end within a second, so
/// a process that is gone at two looks and still called running has nobody to tell of it.
/// </summary>
internal sealed class OrchestratorWatch(Board board, Failing failing, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        HashSet<int> missing = [];
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Look, time, stoppingToken).ConfigureAwait(false);
            HashSet<int> gone = [.. board.All.Select(status => status.ProcessId).OfType<int>().Where(id => ProcessIdentity.Of(id) is null)];
            if (gone.Overlaps(missing))
            {
                failing.End("Aspire's orchestrator (dcp) has ended, and with it everything that it ran; the data is kept. Start again.");
                return;
            }

            missing = gone;
        }
    }
}
