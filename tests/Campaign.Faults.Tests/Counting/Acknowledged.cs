using System.Collections.Concurrent;

namespace Campaign.Faults.Tests;

/// <summary>What clients were told is done, since the system started.</summary>
internal sealed class Acknowledged
{
    public int CheckIns;

    public ConcurrentBag<Guid> Members { get; } = [];

    public ConcurrentBag<Guid> Documents { get; } = [];

    /// <summary>Sessions that the check-ins are for.</summary>
    public ConcurrentBag<Guid> Sessions { get; } = [];
}
