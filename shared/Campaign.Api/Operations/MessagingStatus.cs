using Campaign.Contracts;

namespace Campaign.Api.Operations;

/// <summary>What an operator sees of a service's messaging. Times in UTC, durations in seconds.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Problems">What keeps it from working; empty when all is well.</param>
/// <param name="Relay">Events on their way out, per district with a backlog.</param>
/// <param name="Queues">Events on their way in, per district consumed here.</param>
/// <param name="Parked">Events put aside that wait for a decision.</param>
/// <param name="Counters">Since this process started.</param>
/// <param name="Rebuilds">Running and past rebuilds.</param>
/// <param name="Projections">Names of those that can be rebuilt.</param>
public sealed record MessagingStatus(
    string Service,
    IReadOnlyList<Finding> Problems,
    RelayStatus Relay,
    IReadOnlyList<QueueStatus> Queues,
    long Parked,
    MessagingCounts Counters,
    IReadOnlyList<RebuildProgress> Rebuilds,
    IReadOnlyList<string> Projections
);

/// <param name="LagSeconds">Age of the oldest unpublished event; 0 when all are published.</param>
/// <param name="Claimed">Districts that this replica publishes.</param>
/// <param name="Backlogs">Districts with unpublished events.</param>
public sealed record RelayStatus(double LagSeconds, IReadOnlyCollection<string> Claimed, IReadOnlyList<RelayBacklog> Backlogs);

/// <param name="District">The district's code.</param>
/// <param name="Unpublished">How many events wait, counted up to 10,000.</param>
/// <param name="LagSeconds">Age of the oldest.</param>
/// <param name="Problem">What keeps them, if anything.</param>
public sealed record RelayBacklog(string District, long Unpublished, double LagSeconds, string? Problem);

/// <param name="District">The district's code.</param>
/// <param name="Queue">The queue's name on the broker.</param>
/// <param name="Messages">Messages ready to be handed out; one carries up to a pack of events. Null when the broker did not tell.</param>
/// <param name="Consumers">Processes that consume it. Null when the broker did not tell.</param>
/// <param name="AgeSeconds">How old the last received event was when it came.</param>
public sealed record QueueStatus(string District, string Queue, long? Messages, long? Consumers, double AgeSeconds);

/// <param name="Published">Events confirmed by the broker.</param>
/// <param name="Handled">Events handled, once per projection.</param>
/// <param name="Duplicates">Deliveries that the inbox dropped.</param>
/// <param name="Retried">Repeated tries of events that failed alone.</param>
/// <param name="Parked">Events put aside.</param>
public sealed record MessagingCounts(long Published, long Handled, long Duplicates, long Retried, long Parked);
