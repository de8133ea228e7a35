using System.Collections.Concurrent;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Campaign.Contracts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Campaign.AppHost;

/// <summary>
/// A process that ends by itself starts again after 1, 2, 4 … 30 s (1 s again after a minute of running); one that somebody
/// stopped stays stopped. The orchestrator itself starts nothing again.
/// </summary>
internal sealed partial class RestartSubscriber(
    Board board,
    Failing failing,
    ResourceCommandService commands,
    ResourceNotificationService notifications,
    ResourceLoggerService loggers,
    IHostApplicationLifetime lifetime
) : IDistributedApplicationEventingSubscriber
{
    private readonly ConcurrentDictionary<string, BackOff> pauses = new();

    public Task SubscribeAsync(
        IDistributedApplicationEventing eventing,
        DistributedApplicationExecutionContext executionContext,
        CancellationToken cancellationToken
    )
    {
        eventing.Subscribe<ResourceStoppedEvent>(
            (stopped, _) =>
            {
                Ended(stopped.Resource, stopped.ResourceEvent);
                return Task.CompletedTask;
            }
        );
        return Task.CompletedTask;
    }

    // the orchestrator's own work is not held up by the pause
    private void Ended(IResource resource, ResourceEvent end)
    {
        if (board.Find(resource.Name) is not null) // the orchestrator lets nobody start its dashboard again
        {
            _ = AfterEndAsync(resource, end, lifetime.ApplicationStopping);
        }
    }

    private async Task AfterEndAsync(IResource resource, ResourceEvent end, CancellationToken stopping)
    {
        try
        {
            if (!await board.EndedUnaskedAsync(resource.Name, stopping).ConfigureAwait(false))
            {
                return;
            }

            var ending = Endings.Of(end.Snapshot);
            if (resource is LocalServerResource && board.Find(resource.Name) is { WasHealthy: false })
            {
                failing.End(resource, $"ended while starting ({ending.Text})");
                return;
            }

            await StartAgainAsync(resource.Name, end.ResourceId, ending, end.Snapshot.StopTimeStamp - end.Snapshot.StartTimeStamp, stopping)
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // everything stops
        }
    }

    /// <summary>Until it has started, or somebody else took it in hand.</summary>
    private async Task StartAgainAsync(string name, string id, Finding ending, TimeSpan? ran, CancellationToken stopping)
    {
        while (true)
        {
            var pause = pauses.GetOrAdd(name, _ => new BackOff()).Next(ran);
            board.WillStartAgain(name, ending, pause);
            StartsAgain(loggers.GetLogger(id), ending.Text, pause.TotalSeconds);
            await Task.Delay(pause, stopping).ConfigureAwait(false);
            if (board.Find(name) is { State: not State.Restarting } || !IsDown(id))
            {
                return;
            }

            var started = await commands.ExecuteCommandAsync(id, KnownResourceCommands.StartCommand, stopping).ConfigureAwait(false);
            if (started.Success || !IsDown(id))
            {
                return;
            }

            (ending, ran) = (new Finding("not-started", started.Message ?? "it could not be started"), null);
        }
    }

    private bool IsDown(string id) =>
        notifications.TryGetCurrentState(id, out var now) && now.Snapshot.State?.Text is "Exited" or "Finished" or "FailedToStart";

    [LoggerMessage(Level = LogLevel.Warning, Message = "It ended ({Ending}); starts again in {Seconds} s")]
    private static partial void StartsAgain(ILogger logger, string ending, double seconds);
}
