using System.Collections.Concurrent;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Campaign.AppHost;

/// <summary>
/// A process that ends by itself starts again after 1, 2, 4 … 30 s (1 s again after a minute of running); one that somebody
/// stopped stays stopped. The orchestrator itself starts nothing again.
/// </summary>
internal sealed partial class RestartSubscriber(
    Board board, FailedStart failed, ResourceCommandService commands, ResourceNotificationService notifications, ResourceLoggerService loggers, IHostApplicationLifetime lifetime, ILogger<RestartSubscriber> log)
    : IDistributedApplicationEventingSubscriber
{
    private readonly ConcurrentDictionary<string, BackOff> pauses = new();

    public Task SubscribeAsync(IDistributedApplicationEventing eventing, DistributedApplicationExecutionContext executionContext, CancellationToken cancellationToken)
    {
        eventing.Subscribe<ResourceStoppedEvent>((stopped, _) =>
        {
            Ended(stopped.Resource, stopped.ResourceEvent);
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }

    private void Ended(IResource resource, ResourceEvent end)
    {
        if (resource is not ExecutableResource or DemoResource || lifetime.ApplicationStopping.IsCancellationRequested || board.Find(resource.Name) is { State: State.Stopping or State.Stopped })
        {
            return;
        }

        var ending = Endings.Of(end.Snapshot);
        if (resource is LocalServerResource && board.Find(resource.Name) is { WasHealthy: false })
        {
            failed.End(resource, $"ended while starting ({ending.Text})");
            return;
        }

        var pause = pauses.GetOrAdd(resource.Name, _ => new BackOff()).Next(end.Snapshot.StopTimeStamp - end.Snapshot.StartTimeStamp);
        board.WillStartAgain(resource.Name, ending, pause);
        StartsAgain(loggers.GetLogger(end.ResourceId), ending.Text, pause.TotalSeconds);
        _ = StartAgainAsync(end.ResourceId, pause, lifetime.ApplicationStopping);
    }

    private async Task StartAgainAsync(string id, TimeSpan pause, CancellationToken stopping)
    {
        try
        {
            await Task.Delay(pause, stopping).ConfigureAwait(false);
            if (notifications.TryGetCurrentState(id, out var now) && now.Snapshot.State?.Text is "Running" or "Starting")
            {
                return; // somebody was quicker
            }

            var done = await commands.ExecuteCommandAsync(id, KnownResourceCommands.StartCommand, stopping).ConfigureAwait(false);
            if (!done.Success && !done.Canceled)
            {
                NotStarted(log, id, done.Message ?? "no reason was given");
            }
        }
        catch (OperationCanceledException)
        {
            // everything stops
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "It ended ({Ending}); starts again in {Seconds} s")]
    private static partial void StartsAgain(ILogger logger, string ending, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Resource} could not be started again: {Reason}")]
    private static partial void NotStarted(ILogger logger, string resource, string reason);
}
