using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace Campaign.AppHost;

/// <summary>Follows the orchestrator's notifications, and hands the board to those who show or keep it.</summary>
internal sealed class BoardWatch(
    Board board,
    DistributedApplicationModel model,
    ResourceNotificationService notifications,
    DataFolder data,
    ConsoleView view,
    Failing failing,
    DataFolderLock held,
    TimeProvider time
) : BackgroundService
{
    private readonly Channel<(IReadOnlyList<Status> All, Status Changed)> shown = Channel.CreateUnbounded<(
        IReadOnlyList<Status>,
        Status
    )>();
    private Task showing = Task.CompletedTask;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _ = held; // the data folder is this host's for as long as its services live
        var file = new ResourcesFile(data.ResourcesFile, time);
        var records = new ProcessRecords(data, model);
        showing = ShowAsync();
        board.Changed += (all, changed) =>
        {
            file.Write(all);
            records.Keep(changed);
            shown.Writer.TryWrite((all, changed));
        };
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        shown.Writer.TryComplete();
        await Task.WhenAny(showing, Task.Delay(500, CancellationToken.None)).ConfigureAwait(false);
    }

    // a terminal that is held (Ctrl-S) or a pipe that nobody reads holds up nothing but itself
    private async Task ShowAsync()
    {
        await foreach (var (all, changed) in shown.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            await Task.Yield();
            view.Show(all, changed);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var notice in notifications.WatchAsync(stoppingToken).ConfigureAwait(false))
        {
            board.Take(notice);
            EndWithoutStart(notice);
        }
    }

    // a program that is missing, a folder that cannot be written
    private void EndWithoutStart(ResourceEvent notice)
    {
        if (
            notice.Snapshot.State?.Text == KnownResourceStates.FailedToStart
            && board.Find(notice.Resource.Name) is { WasHealthy: false, Restarts: 0 }
        )
        {
            failing.End(notice.Resource, "could not be started");
        }
    }
}
