using System.Collections.Concurrent;
using System.Diagnostics;
using Campaign.Contracts;
using Campaign.Hosting.Telemetry;
using Campaign.Messaging.Relaying;
using Campaign.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Campaign.Messaging.Tests;

/// <summary>One trace from the request to the last consumer.</summary>
[Collection(nameof(AloneInTheProcess))]
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
        var gamma = await StartAsync("gamma", messaging =>
            messaging.Projection("answers", projection => projection.Handle<Answered, StoreAnswer>())
        );

        ActivityTraceId trace;
        using (var click = source.StartActivity("click"))
        {
            trace = click!.TraceId;
            await alpha.AppendAsync(Noted.In("city", 1));
        }

        await Eventually.EqualsAsync("effects of gamma", gamma.EffectsAsync, 1L);
        await Eventually.TrueAsync(
            "the whole trace",
            () => string.Join(" < ", Path(seen.Where(activity => activity.TraceId == trace).ToList(), "process Answered")),
            path => path == "process Answered < publish Answered < projection answers < process Noted < publish Noted < click"
        );
        beta.Get<Counters>().Handled.Value.ShouldBe(1);
        Described(seen, "publish Noted").ShouldBe("Producer rabbitmq publish send alpha.events city");
        Described(seen, "process Noted").ShouldBe("Consumer rabbitmq process process beta.city city");
    }

    [Fact]
    public async Task Idle_service_makes_no_span_and_an_event_has_all_that_was_done_for_it_in_its_trace()
    {
        var spans = new Spans();
        using var source = new ActivitySource("Campaign.Test");
        using var tracing = Sdk.CreateTracerProviderBuilder()
            .AddCampaignTraces()
            .AddProcessor(new SimpleActivityExportProcessor(spans))
            .Build();
        static void LookOften(IConfiguration settings) => settings["Messaging:PollInterval"] = "00:00:00.2";
        var alpha = await StartAsync("alpha", settings: LookOften);
        var beta = await StartAsync("beta", TestService.Store, LookOften);
        await alpha.AppendAsync(Noted.In("city", 1)); // of a timer: nobody asked for it
        await Eventually.EqualsAsync("effects of beta", beta.EffectsAsync, 1L);
        await Eventually.TrueAsync("the trace of the first event", () => spans.Names, names => names.Contains("process Noted"));

        spans.Clear();
        await LooksAsync(alpha, 5);
        await LooksAsync(beta, 5);
        spans.Names.ShouldBeEmpty();

        ActivityTraceId trace;
        using (var click = source.StartActivity("click", ActivityKind.Server))
        {
            trace = click!.TraceId;
            await alpha.AppendAsync(Noted.In("city", 2));
        }

        await Eventually.EqualsAsync("effects of beta", beta.EffectsAsync, 2L);
        await Eventually.TrueAsync("the end of the trace", () => spans.Names, names => names.Contains("process Noted"));
        var inTrace = spans.All.Where(span => span.TraceId == trace).ToList();
        string.Join(" < ", Path(inTrace, "projection effects")).ShouldBe("projection effects < process Noted < publish Noted < click");
        var process = inTrace.Single(span => span.DisplayName == "process Noted");
        // inbox and effect
        inTrace.Count(span => span.Source.Name == "Npgsql" && span.ParentSpanId == process.SpanId).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task Event_that_is_parked_fails_in_its_trace_and_its_log_line_says_district_and_trace()
    {
        var spans = new Spans();
        var lines = new LogLines();
        using var tracing = Sdk.CreateTracerProviderBuilder()
            .AddCampaignTraces()
            .AddProcessor(new SimpleActivityExportProcessor(spans))
            .Build();
        var alpha = await StartAsync("alpha");
        var beta = await StartAsync("beta", TestService.Store, services: services => services.AddSingleton<ILoggerProvider>(lines));

        await alpha.AppendAsync(Noted.In("thanh-xuan", 1, "poison"));

        await Eventually.TrueAsync("the parked event", () => beta.Get<Counters>().Parked.Value, parked => parked == 1);
        var process = (
            await Eventually.TrueAsync(
                "the end of its trace",
                () => spans.All.Where(span => span.DisplayName == "process Noted").ToList(),
                found => found.Count == 1
            )
        )[0];
        process.Status.ShouldBe(ActivityStatusCode.Error);
        // once with its pack, then three times alone
        spans
            .All.Count(span =>
                span.DisplayName == "projection effects" && span.Status == ActivityStatusCode.Error && span.TraceId == process.TraceId
            )
            .ShouldBe(4);
        var line = lines.All.Single(line => line.Text.Contains("is parked", StringComparison.Ordinal));
        line.TraceId.ShouldBe(process.TraceId.ToHexString());
        line.District.ShouldBe("thanh-xuan");
    }

    /// <summary>Waits until the relay has looked again so often; the watches look at the same interval.</summary>
    private static async Task LooksAsync(TestService service, int times)
    {
        for (var look = 0; look < times; look++)
        {
            var last = service.Get<RelayState>().Backlogs;
            await Eventually.TrueAsync(
                "the relay's next look",
                () => service.Get<RelayState>().Backlogs,
                backlogs => !ReferenceEquals(backlogs, last)
            );
        }
    }

    private static string Described(IEnumerable<Activity> seen, string name)
    {
        var activity = seen.First(activity => activity.OperationName == name);
        return string.Join(
            ' ',
            activity.Kind,
            activity.GetTagItem("messaging.system"),
            activity.GetTagItem("messaging.operation.name"),
            activity.GetTagItem("messaging.operation.type"),
            activity.GetTagItem("messaging.destination.name"),
            activity.GetTagItem(Districts.TelemetryName)
        );
    }

    private static IEnumerable<string> Path(IReadOnlyList<Activity> activities, string from)
    {
        for (
            var activity = activities.FirstOrDefault(activity => activity.OperationName == from);
            activity is not null;
            activity = activities.FirstOrDefault(other => other.SpanId == activity.ParentSpanId)
        )
        {
            yield return activity.OperationName;
        }
    }

    /// <summary>What would be exported.</summary>
    private sealed class Spans : BaseExporter<Activity>
    {
        private readonly ConcurrentQueue<Activity> _all = new();

        public IReadOnlyCollection<Activity> All => _all;

        public IReadOnlyCollection<string> Names => [.. _all.Select(span => span.DisplayName)];

        public void Clear() => _all.Clear();

        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (var span in batch)
            {
                _all.Enqueue(span);
            }

            return ExportResult.Success;
        }
    }

    private sealed record LogLine(string Text, string? TraceId, object? District);

    /// <summary>What is logged, with the scope and the trace that it is logged in.</summary>
    private sealed class LogLines : ILoggerProvider, ISupportExternalScope, ILogger
    {
        private readonly ConcurrentQueue<LogLine> _all = new();
        private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

        public IReadOnlyCollection<LogLine> All => _all;

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => _scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            Dictionary<string, object> scopes = [];
            _scopes.ForEachScope(
                (scope, all) =>
                {
                    foreach (var (name, value) in scope as IEnumerable<KeyValuePair<string, object>> ?? [])
                    {
                        all[name] = value;
                    }
                },
                scopes
            );
            _all.Enqueue(
                new LogLine(
                    formatter(state, exception),
                    Activity.Current?.TraceId.ToHexString(),
                    scopes.GetValueOrDefault(Districts.TelemetryName)
                )
            );
        }

        public void Dispose() { }
    }
}
