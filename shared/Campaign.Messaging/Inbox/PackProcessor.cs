using Microsoft.Extensions.Logging;

namespace Campaign.Messaging;

/// <summary>
/// Handles a received pack: all of it in one transaction; when that fails, event by event with retries, and what still fails
/// is parked alone. Returns only when every event is handled, known or parked; until then the message is held.
/// </summary>
internal sealed class PackProcessor(
    ProjectionRegistry registry, InboxTransaction inbox, ParkingLot parking, MessagingOptions options, Counters counters,
    ConsumerState state, ILogger<PackProcessor> logger)
{
    public async Task HandleAsync(string district, IReadOnlyList<PackedEvent> events, CancellationToken cancellationToken)
    {
        state.Received(district, events);
        var deliveries = Delivery.Of(events, registry);
        await ApplyAsync(district, deliveries, null, cancellationToken);
    }

    /// <param name="also">Runs in the transaction of the last event, also when there is none.</param>
    public async Task ApplyAsync(
        string district, IReadOnlyList<Delivery> deliveries, Func<MessagingDb, Task>? also, CancellationToken cancellationToken)
    {
        var whole = deliveries.All(delivery => delivery.Unreadable is null)
            && await TryAsync(() => inbox.ApplyAsync(district, deliveries, also, cancellationToken), district, cancellationToken) is null;
        if (whole || (deliveries.Count == 0 && also is null))
        {
            return;
        }

        foreach (var delivery in deliveries)
        {
            await ApplyAloneAsync(district, delivery, cancellationToken);
        }

        if (also is not null)
        {
            await HoldAsync(() => inbox.ApplyAsync(district, [], also, cancellationToken), district, cancellationToken);
        }
    }

    private async Task ApplyAloneAsync(string district, Delivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.Unreadable is { } unreadable)
        {
            await ParkAsync(district, delivery, unreadable, 1, cancellationToken);
            return;
        }

        for (var attempt = 1; ; attempt++)
        {
            var failure = await TryAsync(() => inbox.ApplyAsync(district, [delivery], null, cancellationToken), district, cancellationToken);
            if (failure is null)
            {
                return;
            }

            if (attempt > options.Retries.Count)
            {
                await ParkAsync(district, delivery, Describe(failure), attempt, cancellationToken);
                return;
            }

            counters.Retried.Add(1, district);
            await Task.Delay(options.Retries[attempt - 1], cancellationToken);
        }
    }

    private async Task ParkAsync(string district, Delivery delivery, string reason, int attempts, CancellationToken cancellationToken)
    {
        await HoldAsync(() => parking.ParkAsync(district, delivery, reason, attempts, cancellationToken), district, cancellationToken);
        counters.Parked.Add(1, district);
        logger.LogError("{Type} {EventId} of {District} is parked for {Projection} after {Attempts} attempts: {Reason}",
            delivery.Packed.Type, delivery.Packed.Id, district, delivery.Projection.Name, attempts, reason);
    }

    private async Task HoldAsync(Func<Task> work, string district, CancellationToken cancellationToken)
    {
        if (await TryAsync(work, district, cancellationToken) is { } failure)
        {
            throw new InvalidOperationException("Messaging's own work failed; the message stays in its queue.", failure);
        }
    }

    /// <summary>Waits out failures of the machinery for as long as they last.</summary>
    /// <returns>The failure that only concerns the work itself, or null when it is done.</returns>
    private async Task<Exception?> TryAsync(Func<Task> work, string district, CancellationToken cancellationToken)
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
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception exception) when (Failures.IsInfrastructure(exception))
            {
                state.Problem = $"Events are held until the database answers: {exception.GetBaseException().Message}";
                counters.Retried.Add(1, district);
                logger.LogWarning("Events of {District} are held until the database answers: {Reason}", district, exception.GetBaseException().Message);
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
