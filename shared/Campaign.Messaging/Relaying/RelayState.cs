using System.Collections.Concurrent;
using Campaign.Contracts;

namespace Campaign.Messaging.Relaying;

/// <summary>What the relay knows about itself, for health, metrics and the operations page.</summary>
internal sealed class RelayState
{
    private readonly ConcurrentDictionary<string, string> _problems = new();

    /// <summary>Districts that this process relays.</summary>
    public IReadOnlyCollection<string> Claimed { get; set; } = [];

    /// <summary>Unpublished events of each district as of the last look; districts without any are missing.</summary>
    public IReadOnlyDictionary<string, Backlog> Backlogs { get; set; } = new Dictionary<string, Backlog>();

    /// <summary>What keeps the relay from its database, or null.</summary>
    public Finding? DatabaseProblem { get; set; } = new Finding("relay-starting", "The relay has not reached its database yet.");

    /// <summary>What keeps districts from being published.</summary>
    public IReadOnlyDictionary<string, string> Problems => _problems;

    public void Failed(string district, string problem) => _problems[district] = problem;

    public void Succeeded(string district) => _problems.TryRemove(district, out _);
}

/// <summary>Unpublished events of a district.</summary>
/// <param name="District">The district's code.</param>
/// <param name="Events">How many, counted up to 10,000.</param>
/// <param name="Oldest">When the oldest was recorded, UTC.</param>
internal sealed record Backlog(string District, long Events, DateTimeOffset Oldest);
