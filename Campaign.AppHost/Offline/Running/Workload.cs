using Campaign.Contracts;

namespace Campaign.AppHost.Offline;

/// <summary>One process (or group of processes) that the host keeps running.</summary>
internal abstract class Workload(IResource resource, string name)
{
    public IResource Resource { get; } = resource;
    public string Name { get; } = name;

    /// <summary>Resources that must be healthy before this one starts.</summary>
    public IReadOnlyList<IResource> Dependencies { get; } = [.. resource.Annotations.OfType<Dependency>().Select(dependency => dependency.Resource).Distinct()];

    public abstract string Kind { get; }

    /// <summary>Known at the latest when it has started.</summary>
    public abstract string? Url { get; }

    public abstract int? ProcessId { get; }
    public abstract bool IsRunning { get; }

    /// <summary>How it ended.</summary>
    public abstract Finding Ending { get; }

    /// <exception cref="LocalServers.ServerException">it cannot be started</exception>
    public abstract Task StartAsync(CancellationToken cancellationToken);

    public abstract Task<bool> IsHealthyAsync(CancellationToken cancellationToken);

    public abstract Task StopAsync(TimeSpan patience);
}
