using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Campaign.System.Tests.Telemetry;

/// <summary>
/// A collector: takes traces and logs over OTLP (http/protobuf). A whole demo makes a million spans, so only the spans of
/// watched traces are kept, of the others only which kinds there were. Logs are kept.
/// </summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<SpanRecord>> _watched = new();
    private readonly ConcurrentDictionary<(string Service, string Name, string? Path), byte> _kinds = new();
    private readonly ConcurrentQueue<LogRecord> _logs = new();
    private ConcurrentQueue<SpanRecord>? _recorded;

    private OtlpReceiver(WebApplication app) => _app = app;

    /// <summary>For the services: where to export to, and often enough for a test.</summary>
    public IReadOnlyDictionary<string, string> Environment =>
        new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _app
                .Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.First(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "1000",
            ["OTEL_BSP_MAX_QUEUE_SIZE"] = "65536",
            ["OTEL_BSP_MAX_EXPORT_BATCH_SIZE"] = "4096",
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "1000",
        };

    /// <summary>Every log record received so far.</summary>
    public IReadOnlyCollection<LogRecord> Logs => _logs;

    /// <summary>Every service, span name and request path seen so far.</summary>
    public IReadOnlyCollection<(string Service, string Name, string? Path)> Kinds => [.. _kinds.Keys];

    /// <summary>Keeps the spans of a trace from now on.</summary>
    public void Watch(string traceId) => _watched.TryAdd(traceId, []);

    /// <summary>Keeps every span from now on: of a trace whose id nobody knows before.</summary>
    public void Record() => Interlocked.CompareExchange(ref _recorded, [], null);

    /// <summary>The spans since <see cref="Record"/>.</summary>
    public IReadOnlyCollection<SpanRecord> Recorded => _recorded ?? [];

    public IReadOnlyCollection<SpanRecord> SpansOf(string traceId) => _watched[traceId];

    /// <param name="port">0: any free one.</param>
    public static async Task<OtlpReceiver> StartAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(global::System.Net.IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1)
        );
        var app = builder.Build();
        var receiver = new OtlpReceiver(app);
        app.MapPost("/v1/traces", (HttpRequest request) => receiver.TakeAsync(request, receiver.TakeSpans));
        app.MapPost("/v1/logs", (HttpRequest request) => receiver.TakeAsync(request, receiver.TakeLogs));
        app.MapPost("/v1/metrics", () => Results.Ok());
        await app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request, Action<byte[]> take)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        take(body.ToArray());
        return Results.Ok();
    }

    private void TakeSpans(byte[] body)
    {
        foreach (var span in OtlpReader.Spans(body))
        {
            _kinds.TryAdd((span.Service, span.Name, span.Path), 0);
            _recorded?.Enqueue(span);
            if (_watched.TryGetValue(span.TraceId, out var kept))
            {
                kept.Enqueue(span);
            }
        }
    }

    private void TakeLogs(byte[] body)
    {
        foreach (var log in OtlpReader.Logs(body))
        {
            _logs.Enqueue(log);
        }
    }
}
