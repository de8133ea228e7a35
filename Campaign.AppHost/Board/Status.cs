using Campaign.Contracts;

namespace Campaign.AppHost;

internal enum State
{
    Waiting,
    Starting,
    Running,
    Healthy,
    Unhealthy,

    /// <summary>By itself.</summary>
    Ended,
    Restarting,

    /// <summary>Somebody asked it to stop.</summary>
    Stopping,
    Stopped,
    Failed,
}

/// <summary>What is known of one process or container of the system.</summary>
/// <param name="Name">Unique: the resource's name.</param>
/// <param name="Resource">Of which it is a replica; the same as <paramref name="Name"/> for a first process.</param>
/// <param name="Kind">For people: PostgreSQL, RabbitMQ, service.</param>
internal sealed record Status(string Name, string Resource, string Kind)
{
    public State State { get; init; } = State.Waiting;
    public string? Url { get; init; }
    public bool IsExternal { get; init; }
    public int? ProcessId { get; init; }
    public int Restarts { get; init; }

    /// <summary>Since the host started.</summary>
    public bool WasHealthy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Why it is in this state, when that is not obvious.</summary>
    public Finding? Detail { get; init; }

    /// <summary>How it last ended without being asked to; stays while it runs again.</summary>
    public Failure? LastFailure { get; init; }
}

/// <param name="At">UTC.</param>
internal sealed record Failure(DateTimeOffset At, Finding What);
