using Campaign.Api.Operations;
using Campaign.Contracts;
using Campaign.Messaging.Broker;
using Campaign.Messaging.Inbox;
using Campaign.Messaging.Parking;
using Campaign.Messaging.Rebuild;
using Campaign.Messaging.Relaying;
using Microsoft.Extensions.Logging;

namespace Campaign.Messaging.Operations;

/// <summary>Puts together what an operator sees.</summary>
internal sealed class StatusReader(
    MessagingOptions options,
    RelayState relay,
    ConsumerState consumer,
    BrokerTopology topology,
    BrokerWatch broker,
    ParkedMessages parked,
    Rebuilds rebuilds,
    Counters counters,
    TimeProvider time,
    ILogger<StatusReader> logger
)
{
    /// <summary>Everything that stands between this service and working messages.</summary>
    public IReadOnlyList<Finding> Problems()
    {
        List<Finding> problems = [];
        if (relay.DatabaseProblem is { } database)
        {
            problems.Add(database);
        }

        if (broker.Problem is { } away)
        {
            problems.Add(new Finding("broker-away", $"The broker is away; events wait in the event log: {away}", Cause: away));
        }

        if (consumer.Problem is { } held)
        {
            problems.Add(held);
        }

        problems.AddRange(
            relay
                .Problems.OrderBy(problem => problem.Key, StringComparer.Ordinal)
                .Select(problem => new Finding(
                    "district-unpublished",
                    $"Events of '{problem.Key}' wait to be published: {problem.Value}",
                    problem.Key,
                    problem.Value
                ))
        );
        return problems;
    }

    public async Task<MessagingStatus> ReadAsync(CancellationToken cancellationToken)
    {
        List<QueueStatus> queues = [];
        foreach (var district in consumer.Districts)
        {
            queues.Add(await LookAsync(district, cancellationToken));
        }

        var progress = await rebuilds.ProgressAsync(cancellationToken);
        var now = time.GetUtcNow();
        var backlogs = relay
            .Backlogs.Values.OrderBy(backlog => backlog.District, StringComparer.Ordinal)
            .Select(backlog => new RelayBacklog(
                backlog.District,
                backlog.Events,
                (now - backlog.Oldest).TotalSeconds,
                relay.Problems.GetValueOrDefault(backlog.District)
            ))
            .ToList();
        return new MessagingStatus(
            options.Service,
            Problems(),
            new RelayStatus(backlogs.Select(backlog => backlog.LagSeconds).DefaultIfEmpty().Max(), relay.Claimed, backlogs),
            queues,
            await parked.CountAsync(cancellationToken),
            new MessagingCounts(
                counters.Published.Value,
                counters.Handled.Value,
                counters.Duplicates.Value,
                counters.Retried.Value,
                counters.Parked.Value
            ),
            progress,
            [.. rebuilds.Known.Except(progress.Where(rebuild => !rebuild.May.Contains("rebuild")).Select(rebuild => rebuild.Projection))]
        );
    }

    private async Task<QueueStatus> LookAsync(string district, CancellationToken cancellationToken)
    {
        (uint Messages, uint Consumers)? seen = null;
        try
        {
            seen = broker.Problem is null ? await topology.LookAsync(district, cancellationToken) : null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogDebug("The broker did not tell about {District}: {Reason}", district, exception.Message);
        }

        return new QueueStatus(
            district,
            BrokerAddress.Queue(options.Service, district),
            seen?.Messages,
            seen?.Consumers,
            consumer.AgeOf(district).TotalSeconds
        );
    }
}
