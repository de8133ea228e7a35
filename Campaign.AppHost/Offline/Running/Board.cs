using Campaign.Contracts;

namespace Campaign.AppHost.Offline;

internal enum State
{
    Waiting,
    Starting,
    Running,
    Healthy,
    Unhealthy,
    Restarting,
    Stopping,
    Stopped,
    Failed,
}

/// <summary>What is known of one process of the system.</summary>
/// <param name="Name">unique: the resource's name, with the replica's number when there are several</param>
/// <param name="Resource">name in AppHost.cs</param>
/// <param name="Kind">for people: PostgreSQL, RabbitMQ, service</param>
internal sealed record Status(string Name, string Resource, string Kind)
{
    public State State { get; init; } = State.Waiting;
    public string? Url { get; init; }
    public bool IsExternal { get; init; }
    public int? ProcessId { get; init; }
    public int Restarts { get; init; }
    public DateTimeOffset Since { get; init; } = DateTimeOffset.UtcNow;

    /// <summary>Why it is in this state, when that is not obvious.</summary>
    public Finding? Detail { get; init; }

    /// <summary>How it last ended without being asked to, or could not be started again; stays while it runs again.</summary>
    public Failure? LastFailure { get; init; }
}

/// <param name="At">UTC</param>
internal sealed record Failure(DateTimeOffset At, Finding What);

/// <summary>The states of all processes, in the order of AppHost.cs; tells whoever looks on about every change.</summary>
internal sealed class Board
{
    private readonly Lock changing = new();
    private readonly List<Status> statuses = [];
    private TaskCompletionSource changed = NewSignal();

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

    public void Add(Status status)
    {
        lock (changing)
        {
            statuses.Add(status);
        }
    }

    public void Update(string name, Func<Status, Status> change)
    {
        lock (changing)
        {
            var index = statuses.FindIndex(status => status.Name == name);
            var before = statuses[index];
            var after = change(before);
            if (after == before)
            {
                return;
            }

            statuses[index] = after with { Since = after.State == before.State ? before.Since : DateTimeOffset.UtcNow };
            Changed?.Invoke([.. statuses], statuses[index]); // inside the lock: viewers see changes in order
            changed.SetResult();
            changed = NewSignal();
        }
    }

    /// <summary>Waits until every process of a resource (null: of the system) is healthy at once.</summary>
    public async Task WhenHealthyAsync(string? resource, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task change;
            lock (changing)
            {
                if (statuses.TrueForAll(status => (resource is not null && status.Resource != resource) || status.State == State.Healthy))
                {
                    return;
                }

                change = changed.Task;
            }

            await change.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
