using System.Collections.Concurrent;
using System.Diagnostics;
using Campaign.Testing;

namespace Campaign.Messaging.Tests;

/// <summary>One trace from the request to the last consumer.</summary>
public sealed class TracingTests(TestServers servers) : MessagingTest(servers)
{
    [Fact]
    public async Task One_trace_runs_from_the_request_through_every_consumer()
    {
        ConcurrentBag<Activity> seen = [];
        using var source = new ActivitySource("test");
        using var listener = new ActivityListener
        {
            ShouldListenTo = heard => heard.Name is "test" or MessagingExtensions.TelemetryName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = seen.Add,
        };
        ActivitySource.AddActivityListener(listener);
        var alpha = await StartAsync("alpha");
        var beta = await StartAsync("beta", messaging => messaging.Projection("answers", projection => projection.Handle<Noted, Answer>()));
        var gamma = await StartAsync("gamma", messaging => messaging.Projection("answers", projection => projection.Handle<Answered, StoreAnswer>()));

        ActivityTraceId trace;
        using (var click = source.StartActivity("click"))
        {
            trace = click!.TraceId;
            await alpha.AppendAsync(Noted.In("city", 1));
        }

        await Eventually.EqualsAsync("effects of gamma", gamma.EffectsAsync, 1L);
        await Eventually.TrueAsync("the whole trace",
            () => string.Join(" < ", Path(seen.Where(activity => activity.TraceId == trace).ToList())),
            path => path == "handle Answered < publish Answered < handle Noted < publish Noted < click");
        beta.Get<Counters>().Handled.Value.ShouldBe(1);
    }

    private static IEnumerable<string> Path(IReadOnlyList<Activity> activities)
    {
        for (var activity = activities.FirstOrDefault(activity => activity.OperationName == "handle Answered"); activity is not null;
             activity = activities.FirstOrDefault(other => other.SpanId == activity.ParentSpanId))
        {
            yield return activity.OperationName;
        }
    }
}
