using System.Diagnostics;
using Campaign.Contracts;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Campaign.AppHost;

/// <summary>How everything is, by the orchestrator's notifications; tells whoever looks on about every change.</summary>
internal sealed class Board
{
    private const string ProcessIdProperty = "executable.pid";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock changing = new();
    private readonly List<Status> statuses;
    private readonly TimeProvider time;
    private volatile bool stopping;

    public Board(DistributedApplicationModel model, TimeProvider time)
    {
        this.time = time;
        statuses = [.. model.Resources.Where(IsWatched).Select(First)];
    }

    /// <summary>The whole board, and what changed on it.</summary>
    public event Action<IReadOnlyList<Status>, Status>? Changed;

    public IReadOnlyList<Status> All
    {
        get
        {
            lock (changing)
            {
                return [.. statuses];
            }
        }
    }

    /// <summary>Takes in a notification.</summary>
    public void Take(ResourceEvent notice) => Update(notice.Resource.Name, before =>
        {
            if (stopping)
            {
                return before; // what still comes is late news
            }

            var state = StateOf(notice.Snapshot, before.State);
            return before with
            {
                State = state,
                WasHealthy = before.WasHealthy || state == State.Healthy,
                Url = notice
                    .Snapshot.Urls.FirstOrDefault(url => !url.IsInternal && url.Name is "http" or "tcp")
                    ?.Url.Replace("tcp://", "", StringComparison.Ordinal)
                    ?? before.Url,
                ProcessId = state is State.Starting or State.Running or State.Healthy or State.Unhealthy or State.Stopping
                    ? notice.Snapshot.Properties.FirstOrDefault(property => property.Name == ProcessIdProperty)?.Value as int?
                        ?? before.ProcessId
                    : null,
                Detail = state switch
                {
                    State.Restarting => before.Detail,
                    State.Unhealthy => new Finding("health-fails", "its health check fails, see its log"),
                    _ => null,
                },
            };
        });

    /// <summary>Notes an end that nobody asked for; it starts again after the pause.</summary>
    public void WillStartAgain(string name, Finding ending, TimeSpan pause)
    {
        var seconds = pause.TotalSeconds.ToString("0", System.Globalization.CultureInfo.InvariantCulture);
        Update(name, before =>
            before with
            {
                State = State.Restarting,
                ProcessId = null,
                Restarts = before.Restarts + 1,
                Detail = new Finding("starts-again", $"{ending.Text}; again in {seconds} s", seconds),
                LastFailure = new Failure(time.GetUtcNow(), ending),
            }
        );
    }

    /// <summary>
    /// Whether a process that the orchestrator calls ended was asked to by nobody. The orchestrator's event may come before the board
    /// has read of the end, and so of the Stopping before it: it is waited for.
    /// </summary>
    public async Task<bool> EndedUnaskedAsync(string name, CancellationToken cancellationToken)
    {
        // not for long: a person's restart may have passed meanwhile, from stopped to running again
        for (
            var clock = Stopwatch.StartNew();
            clock.Elapsed < Patience
                && Find(name) is { State: not (State.Ended or State.Stopped or State.Failed or State.Restarting) }
                && !stopping;

        )
        {
            await Task.Delay(20, cancellationToken).ConfigureAwait(false);
        }

        return !stopping && TakeInHand(name);
    }

    // the orchestrator may tell of one end twice: one of them starts it again
    private bool TakeInHand(string name)
    {
        lock (changing)
        {
            var ended = statuses.FindIndex(status => status.Name == name && status.State == State.Ended);
            if (ended >= 0)
            {
                statuses[ended] = statuses[ended] with { State = State.Restarting };
            }

            return ended >= 0;
        }
    }

    /// <summary>Null for what is not watched.</summary>
    public Status? Find(string name) => All.FirstOrDefault(status => status.Name == name);

    /// <summary>From now on it is the host that says how everything is.</summary>
    public void BeginStop() => stopping = true;

    /// <summary>The whole system, by its host.</summary>
    public bool IsStopping => stopping;

    public void Stopping(string name) => Update(name, before => before with { State = State.Stopping, Detail = null });

    public void Stopped(string name) => Update(name, before => before with { State = State.Stopped, ProcessId = null, Detail = null });

    private void Update(string name, Func<Status, Status> change)
    {
        lock (changing)
        {
            var index = statuses.FindIndex(status => status.Name == name);
            if (index < 0)
            {
                return;
            }

            var before = statuses[index];
            var after = change(before);
            if (after == before)
            {
                return;
            }

            statuses[index] = after with { Since = after.State == before.State ? before.Since : time.GetUtcNow() };
            Changed?.Invoke([.. statuses], statuses[index]); // inside the lock: viewers see changes in order, and must not wait
        }
    }

    private static State StateOf(CustomResourceSnapshot snapshot, State before) =>
        snapshot.State?.Text switch
        {
            "Running" => snapshot.HealthStatus switch
            {
                HealthStatus.Healthy => State.Healthy,
                null when snapshot.HealthReports.IsEmpty => State.Healthy,
                _ => before is State.Healthy or State.Unhealthy ? State.Unhealthy : State.Running,
            },
            "Starting" or "Building" => State.Starting,
            "Stopping" => State.Stopping,
            "RuntimeUnhealthy" => State.Unhealthy,
            "FailedToStart" => before is State.Restarting ? State.Restarting : State.Failed,
            // whether it starts again is said by who starts it again
            "Exited" or "Finished" => before is State.Stopping or State.Stopped ? State.Stopped
            : before is State.Restarting ? State.Restarting
            : State.Ended,
            _ => before is State.Restarting ? State.Restarting : State.Waiting,
        };

    private static bool IsWatched(IResource resource) => resource is ServiceResource or LocalServerResource or ContainerResource;

    private Status First(IResource resource)
    {
        var parent =
            resource is ServiceResource
                ? resource
                    .Annotations.OfType<ResourceRelationshipAnnotation>()
                    .FirstOrDefault(relation => relation.Type == "Parent")
                    ?.Resource
                : null;
        return new Status(resource.Name, (parent ?? resource).Name, KindOf(resource))
        {
            Since = time.GetUtcNow(),
            IsExternal = resource.Annotations.OfType<EndpointAnnotation>().Any(endpoint => endpoint.IsExternal),
        };
    }

    private static string KindOf(IResource resource) =>
        resource switch
        {
            ServiceResource => "service",
            LocalPostgresResource or PostgresServerResource => "PostgreSQL",
            LocalRabbitMqResource or RabbitMQServerResource => "RabbitMQ",
            _ => "server",
        };
}
