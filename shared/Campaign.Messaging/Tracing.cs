using System.Diagnostics;

namespace Campaign.Messaging;

/// <summary>
/// Carries one trace from the request that appended an event to the last handler of it. Costs nothing while nobody listens.
/// </summary>
internal static class Tracing
{
    public static readonly ActivitySource Source = new(MessagingExtensions.TelemetryName);

    /// <summary>One activity per event, each in the trace of its own request; null when nobody listens.</summary>
    public static Activity?[]? StartPublishing(ArraySegment<LoggedEvent> events)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var started = new Activity?[events.Count];
        for (var index = 0; index < events.Count; index++)
        {
            started[index] = Start("publish", ActivityKind.Producer, events[index].Type, events[index].TraceParent);
            Activity.Current = null;
        }

        return started;
    }

    public static Activity? StartHandling(string type, string? traceParent, string district)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var activity = Start("handle", ActivityKind.Consumer, type, traceParent);
        activity?.SetTag("campaign.district", district);
        return activity;
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

    private static Activity? Start(string verb, ActivityKind kind, string type, string? traceParent)
    {
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent);
        var activity = Source.StartActivity($"{verb} {type}", kind, parent);
        activity?.SetTag("messaging.system", "rabbitmq");
        activity?.SetTag("messaging.operation.name", verb);
        return activity;
    }
}
