using Microsoft.Extensions.Hosting;

namespace Campaign.AppHost;

/// <summary>Follows the orchestrator's notifications, and hands the board to those who show or keep it.</summary>
internal sealed class BoardWatch(Board board, ResourceNotificationService notifications, DataFolder data, ConsoleView view, FailedStart failed, DataFolderLock held) : BackgroundService
{
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _ = held; // the data folder is this host's for as long as its services live
        var file = new ResourcesFile(data.ResourcesFile);
        var records = new ProcessRecords(data);
        board.Changed += (all, changed) =>
        {
            file.Write(all);
            records.Keep(changed);
            view.Show(all, changed);
        };
        return base.StartAsync(cancellationToken);
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
        if (notice.Snapshot.State?.Text == KnownResourceStates.FailedToStart && board.Find(notice.Resource.Name) is { Restarts: 0 })
        {
            failed.End(notice.Resource, "could not be started");
        }
    }
}
