using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Campaign.LocalServers;

namespace Campaign.AppHost;

/// <summary>
/// When a person stops a server by command, the orchestrator sends SIGTERM, on which PostgreSQL waits for its clients until it is
/// killed. What asks it for a fast shutdown is sent behind it.
/// </summary>
internal sealed class PoliteStop(Board board, DistributedApplicationModel model, DataFolder data)
    : IDistributedApplicationEventingSubscriber
{
    public Task SubscribeAsync(
        IDistributedApplicationEventing eventing,
        DistributedApplicationExecutionContext executionContext,
        CancellationToken cancellationToken
    )
    {
        board.Changed += (_, changed) =>
        {
            if (
                !board.IsStopping
                && changed is { State: State.Stopping, ProcessId: not null }
                && model.Resources.OfType<LocalServerResource>().FirstOrDefault(server => server.Name == changed.Name)
                    is { StopSignal: Signal.Interrupt }
            )
            {
                Leftovers.Ask(data.RecordOf(changed.Name));
            }
        };
        return Task.CompletedTask;
    }
}
