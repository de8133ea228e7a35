using System.Diagnostics;
using Campaign.Contracts;
using Campaign.Messaging.Broker;
using Campaign.Messaging.Parking;
using Campaign.Messaging.Rebuild;
using Microsoft.Extensions.Logging;

namespace Campaign.Messaging.Inbox;

/// <summary>
/// Handles a received pack: all of it in one transaction; when that fails, event by event with retries, and what still fails
/// is parked alone. Returns only when every event is handled, known or parked; until then the message is held.
/// </summary>
internal sealed class PackProcessor(
    ProjectionRegistry registry,
    InboxTransaction inbox,
    ParkingLot parking,
    MessagingOptions options,
    Counters counters,
    ConsumerState state,
    ILogger<PackProcessor> logger
)
{
    public async Task HandleAsync(string district, IReadOnlyList<PackedEvent> events, CancellationToken cancellationToken)
    {
        state.Received(district, events);
        var deliveries = Delivery.Of(district, events, registry);
        if (deliveries.Count == 0)
        {
            return;
        }

        using var scope = logger.BeginScope(new Dictionary<string, object> { [Districts.TelemetryName] = district });
        // what a pack of one needs belongs to that event's trace; the transaction of many belongs to none of theirs
        using var activity = events.Count == 1 ? Tracing.StartProcessing(deliveries[0], options.Service) : null;
        await ApplyAsync(deliveries, null, repeated: false, cancellationToken);
    }

    /// <inheritdoc cref="InboxTransaction.ApplyAsync"/>
    public async Task ApplyAsync(
        IReadOnlyList<Delivery> deliveries,
        Func<MessagingDb, Task>? also,
        bool repeated,
        CancellationToken cancellationToken
    )
    {
        if (
            deliveries.All(delivery => delivery.Unreadable is null)
            && await TryAsync(() => inbox.ApplyAsync(deliveries, also, repeated, cancellationToken), cancellationToken) is null
        )
        {
            return;
        }

        foreach (var delivery in deliveries)
        {
            await ApplyAloneAsync(delivery, repeated, cancellationToken);
        }

        if (also is not null)
        {
            await HoldAsync(() => inbox.ApplyAsync([], also, repeated, cancellationToken), cancellationToken);
        }
    }

    private async Task ApplyAloneAsync(Delivery delivery, bool repeated, CancellationToken cancellationToken)
    {
        using var activity = Tracing.StartProcessing(delivery, options.Service);
        if (delivery.Unreadable is { } unreadable)
        {
            await ParkAsync(delivery, unreadable, 1, cancellationToken);
            return;
        }

        for (var attempt = 1; ; attempt++)
        {
            var failure = await TryAsync(() => inbox.ApplyAsync([delivery], null, repeated, cancellationToken), cancellationToken);
            if (failure is null)
            {
                return;
            }

            if (attempt > options.Retries.Count)
            {
                await ParkAsync(delivery, Describe(failure), attempt, cancellationToken);
                return;
            }

            counters.Retried.Add(1, delivery.District);
            await Task.Delay(options.Retries[attempt - 1], cancellationToken);
        }
    }

    private async Task ParkAsync(Delivery delivery, string reason, int attempts, CancellationToken cancellationToken)
    {
        await HoldAsync(() => parking.ParkAsync(delivery, reason, attempts, cancellationToken), cancellationToken);
        counters.Parked.Add(1, delivery.District);
        Activity.Current?.SetStatus(ActivityStatusCode.Error, "parked");
        logger.LogError(
            "{Type} {EventId} of {District} is parked for {Projection} after {Attempts} attempts: {Reason}",
            delivery.Packed.Type,
            delivery.Packed.Id,
            delivery.District,
            delivery.Projection.Name,
            attempts,
            reason
        );
    }

    /// <summary>For work that must not fail: whatever keeps it, the message is held.</summary>
    private async Task HoldAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        var backOff = new BackOff(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(3));
        while (await TryAsync(work, cancellationToken) is { } failure)
        {
            var cause = failure.GetBaseException().Message;
            state.Problem = new Finding("events-held", $"Events are held: {cause}", Cause: cause);
            logger.LogError(failure, "Events are held, messaging's own work fails");
            await backOff.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Waits out failures of the machinery for as long as they last.</summary>
    /// <returns>The failure that only concerns the work itself, or null when it is done.</returns>
    private async Task<Exception?> TryAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        var backOff = new BackOff(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(3));
        while (true)
        {
            try
            {
                await work();
                state.Problem = null;
                return null;
            }
            catch (Exception exception) when (cancellationToken.IsCancellationRequested || exception is RebuildStoppedException)
            {
                throw;
            }
            catch (Exception exception) when (Failures.IsInfrastructure(exception))
            {
                var cause = exception.GetBaseException().Message;
                state.Problem = new Finding("events-held-database", $"Events are held until the database answers: {cause}", Cause: cause);
                logger.LogWarning("Events are held until the database answers: {Reason}", cause);
                await backOff.WaitAsync(cancellationToken);
            }
            catch (Exception exception)
            {
                return exception;
            }
        }
    }

    private static string Describe(Exception failure)
    {
        var text = failure.ToString();
        return text.Length <= 4000 ? text : text[..4000];
    }
}
