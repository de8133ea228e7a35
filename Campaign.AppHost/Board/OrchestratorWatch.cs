using Campaign.LocalServers;
using Microsoft.Extensions.Hosting;

namespace Campaign.AppHost;

/// <summary>
/// Notices that the orchestrator is gone: it ends what it started and tells nothing any more. It tells of an end within a second, on a
/// machine under heavy load within several: a process that has been gone for a quarter of a minute and is still called running has nobody
/// to tell of it.
/// </summary>
internal sealed class OrchestratorWatch(Board board, Failing failing, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private const int Enough = 4;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Dictionary<int, int> looks = [];
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Look, time, stoppingToken).ConfigureAwait(false);
            var gone = board.All.Select(status => status.ProcessId).OfType<int>().Where(id => ProcessIdentity.Of(id) is null).Distinct();
            looks = gone.ToDictionary(id => id, id => looks.GetValueOrDefault(id) + 1);
            if (looks.Values.Any(count => count == Enough))
            {
                failing.End("Aspire's orchestrator (dcp) has ended, and with it everything that it ran; the data is kept. Start again.");
                return;
            }
        }
    }
}
