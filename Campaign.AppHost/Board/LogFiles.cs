using System.Globalization;
using Microsoft.Extensions.Hosting;

namespace Campaign.AppHost;

/// <summary>The output of every process, in `logs/` of the data folder: for who has no dashboard, and after the end.</summary>
internal sealed class LogFiles(DistributedApplicationModel model, ResourceLoggerService loggers, DataFolder data) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            model
                .Resources.Where(resource => resource is ServiceResource or LocalServerResource or ContainerResource or DemoResource)
                .Select(resource => FollowAsync(resource, stoppingToken))
        );

    private async Task FollowAsync(IResource resource, CancellationToken stoppingToken)
    {
        using var file = new LogFile(data.LogOf(resource.Name));
        await foreach (var lines in loggers.WatchAsync(resource).WithCancellation(stoppingToken).ConfigureAwait(false))
        {
            foreach (var line in lines)
            {
                file.Write(AsWritten(line.Content));
            }
        }
    }

    // the orchestrator puts its own time before each line
    private static string AsWritten(string line) =>
        line.IndexOf(' ', StringComparison.Ordinal) is var end and > 0
        && DateTime.TryParse(line.AsSpan(0, end), CultureInfo.InvariantCulture, out _)
            ? line[(end + 1)..]
            : line;
}
