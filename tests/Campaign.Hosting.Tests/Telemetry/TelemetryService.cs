using System.Collections.Concurrent;
using System.Diagnostics;
using Campaign.Hosting.Telemetry;
using Campaign.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;

namespace Campaign.Hosting.Tests.Telemetry;

/// <summary>A service with the telemetry of every service, which keeps here what it would export.</summary>
internal sealed class TelemetryService : IAsyncDisposable
{
    /// <summary>Listeners hear the whole process: no other test runs meanwhile.</summary>
    public const string Alone = "telemetry";

    private readonly WebApplication _app;
    private readonly Kept<Activity, Activity> _spans = new(activity => activity);
    private readonly Kept<LogRecord, LogLine> _logs = new(LogLine.Of);

    private TelemetryService(Action<WebApplication> map, Action<IConfiguration>? settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Test" });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:9"; // discard: nobody listens
        settings?.Invoke(builder.Configuration);
        builder.AddTelemetry("sample");
        builder.Services.ConfigureOpenTelemetryTracerProvider(tracing =>
            tracing.AddSource(Source.Name).AddProcessor(new SimpleActivityExportProcessor(_spans))
        );
        builder.Services.ConfigureOpenTelemetryLoggerProvider(logs => logs.AddProcessor(new SimpleLogRecordExportProcessor(_logs)));
        _app = builder.Build();
        map(_app);
    }

    /// <summary>Stands for Npgsql, Blazor, a relay.</summary>
    public static ActivitySource Source { get; } = new("sample");

    public IEnumerable<Activity> Spans => _spans.Items;

    public IEnumerable<LogLine> Logs => _logs.Items;

    /// <summary>What this process calls itself.</summary>
    public IReadOnlyDictionary<string, object> Resource => _spans.ParentProvider.GetResource().Attributes.ToDictionary();

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<TelemetryService> StartAsync(Action<WebApplication> map, Action<IConfiguration>? settings = null)
    {
        var service = new TelemetryService(map, settings);
        await service._app.StartAsync();
        return service;
    }

    /// <summary>A request from outside: a browser, another system. It brings no trace.</summary>
    public async Task<string> AskAsync(string path)
    {
        using var http = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = Address };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The names of the spans of which one is this; waits for it, because a request's own span ends after its answer.</summary>
    public Task<List<string>> NamesAsync(string awaited) =>
        Eventually.TrueAsync(
            $"the span {awaited}",
            () => Spans.Select(span => span.DisplayName).ToList(),
            names => names.Contains(awaited)
        );

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private sealed class Kept<T, TKept>(Func<T, TKept> keep) : BaseExporter<T>
        where T : class
    {
        public ConcurrentQueue<TKept> Items { get; } = new();

        public override ExportResult Export(in Batch<T> batch)
        {
            foreach (var item in batch)
            {
                Items.Enqueue(keep(item));
            }

            return ExportResult.Success;
        }
    }
}

/// <summary>What is looked at of a log record, which is used again after its export.</summary>
internal sealed record LogLine(string? Text, string TraceId, IReadOnlyDictionary<string, object?> Scopes)
{
    public static LogLine Of(LogRecord record)
    {
        Dictionary<string, object?> scopes = [];
        record.ForEachScope(
            (scope, all) =>
            {
                foreach (var (name, value) in scope)
                {
                    all[name] = value;
                }
            },
            scopes
        );
        return new LogLine(record.FormattedMessage, record.TraceId.ToHexString(), scopes);
    }
}

[CollectionDefinition(TelemetryService.Alone, DisableParallelization = true)]
public sealed class TelemetryAlone;
