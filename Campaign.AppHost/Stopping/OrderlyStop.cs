using System.Diagnostics;
using Campaign.LocalServers;
using Microsoft.Extensions.Hosting;

namespace Campaign.AppHost;

/// <summary>
/// Stops services before their servers, within the 10 s that are promised. The orchestrator by itself stops all at once and by one
/// signal, on which PostgreSQL waits for its clients.
/// </summary>
internal sealed class OrderlyStop(Board board, DistributedApplicationModel model, DataFolder data)
    : IHostedLifecycleService,
        IAsyncDisposable
{
    // since the stop began; the orchestrator's cleaning up comes after
    private static readonly TimeSpan ServicesTime = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ServersTime = TimeSpan.FromSeconds(7.5);

    private readonly Stopwatch clock = new();

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (clock.IsRunning)
        {
            return;
        }

        clock.Start();
        board.BeginStop();
        var processes = board.All.Where(status => status.ProcessId is not null).ToLookup(status => Of(status) is LocalServerResource);
        await EndAsync(processes[false], ServicesTime).ConfigureAwait(false);
        await EndAsync(processes[true].Where(status => Of(status) is not LocalNamesResource), ServersTime).ConfigureAwait(false);
        await EndAsync(processes[true].Where(status => Of(status) is LocalNamesResource), ServersTime).ConfigureAwait(false);
    }

    /// <summary>A host that is stopped while it starts is only disposed of.</summary>
    public async ValueTask DisposeAsync() => await StoppingAsync(CancellationToken.None).ConfigureAwait(false);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IResource Of(Status status) => model.Resources.First(resource => resource.Name == status.Name);

    private Task EndAsync(IEnumerable<Status> statuses, TimeSpan until) =>
        Task.WhenAll(
            statuses.Select(async status =>
            {
                board.Stopping(status.Name);
                var patience = until > clock.Elapsed ? until - clock.Elapsed : TimeSpan.Zero;
                await Leftovers.EndAsync(data.RecordOf(status.Name), patience).ConfigureAwait(false);
                board.Stopped(status.Name);
            })
        );
}
