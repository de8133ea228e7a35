using System.Diagnostics;
using Campaign.Contracts;
using Campaign.Messaging.Broker;
using Campaign.Messaging.Inbox;
using Campaign.Messaging.Relaying;

namespace Campaign.Messaging;

/// <summary>
/// Carries one trace from the request that appended an event to the last handler of it, named and described as OpenTelemetry's
/// conventions for messaging ask. Costs nothing while nobody listens.
/// </summary>
internal static class Tracing
{
    public static readonly ActivitySource Source = new(MessagingExtensions.TelemetryName);

    /// <summary>One activity per event, each in the trace of its own request; null when nobody listens.</summary>
    public static Activity?[]? StartPublishing(ArraySegment<LoggedEvent> events, string exchange, string district)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var started = new Activity?[events.Count];
        for (var index = 0; index < events.Count; index++)
        {
            var logged = events[index];
            ActivityContext.TryParse(logged.TraceParent, null, isRemote: true, out var parent);
            started[index] = Start("publish", "send", ActivityKind.Producer, logged.Type, parent, logged.EventId, exchange, district);
            started[index]?.SetTag("messaging.rabbitmq.destination.routing_key", district);
            Activity.Current = null;
        }

        return started;
    }

    /// <summary>
    /// All that one event needs of a consumer, in the event's own trace. Null inside the processing of an event, and for an event that
    /// brought no trace: a rebuild repeats the history of years.
    /// </summary>
    public static Activity? StartProcessing(Delivery delivery, string service) =>
        !IsProcessing && ActivityContext.TryParse(delivery.Packed.TraceParent, null, isRemote: true, out var parent)
            ? Start(
                "process",
                "process",
                ActivityKind.Consumer,
                delivery.Packed.Type,
                parent,
                delivery.Packed.Id,
                BrokerAddress.Queue(service, delivery.District),
                delivery.District
            )
            : null;

    /// <summary>What one projection does with an event: part of its processing, or all that is seen of it within a pack of many.</summary>
    public static Activity? StartHandling(Delivery delivery, string service)
    {
        var activity = IsProcessing ? Source.StartActivity($"projection {delivery.Projection.Name}") : StartProcessing(delivery, service);
        activity?.SetTag("campaign.projection", delivery.Projection.Name);
        return activity;
    }

    public static void Failed(Activity? activity, Exception exception)
    {
        activity?.AddException(exception);
        activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
    }

    /// <summary>What could not be published is tried again for as long as it takes: the trace shows the time that succeeded.</summary>
    public static void Forget(Activity?[]? activities)
    {
        foreach (var activity in activities ?? [])
        {
            activity?.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }

    public static void Stop(Activity?[]? activities)
    {
        if (activities is null)
        {
            return;
        }

        foreach (var activity in activities)
        {
            activity?.Dispose();
        }

        Activity.Current = null;
    }

    private static bool IsProcessing => Activity.Current is { Kind: ActivityKind.Consumer } current && current.Source == Source;

    private static Activity? Start(
        string operation,
        string operationType,
        ActivityKind kind,
        string type,
        ActivityContext parent,
        Guid eventId,
        string destination,
        string district
    )
    {
        var activity = Source.StartActivity($"{operation} {type}", kind, parent);
        activity?.SetTag("messaging.system", "rabbitmq");
        activity?.SetTag("messaging.operation.name", operation);
        activity?.SetTag("messaging.operation.type", operationType);
        activity?.SetTag("messaging.destination.name", destination);
        activity?.SetTag("messaging.message.id", eventId.ToString());
        activity?.SetTag(Districts.TelemetryName, district);
        return activity;
    }
}
