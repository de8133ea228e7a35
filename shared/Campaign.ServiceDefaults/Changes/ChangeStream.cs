using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Campaign.Api;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Campaign.ServiceDefaults.Changes;

/// <summary><c>GET /changes</c>: what is committed, as it is committed, for who shows it live.</summary>
internal static class ChangeStream
{
    private const string Here = "here";

    public static RouteHandlerBuilder MapChangeStream(this IEndpointRouteBuilder routes) =>
        // open for hours: as a duration it would say nothing. Between the processes of this system, so no part of the documented API
        routes.MapGet($"/{Change.Stream}", Read).Allow(Roles.Service).DisableHttpMetrics().ExcludeFromDescription();

    /// <remarks>While nothing is heard it ends at once.</remarks>
    private static ServerSentEventsResult<Change?> Read(ChangeFeed feed, IHostApplicationLifetime life, CancellationToken ct) =>
        TypedResults.ServerSentEvents(
            feed.Listen() is { } listener
                ? ReadAsync(feed, listener, life.ApplicationStopping, ct)
                : AsyncEnumerable.Empty<SseItem<Change?>>()
        );

    private static async IAsyncEnumerable<SseItem<Change?>> ReadAsync(
        ChangeFeed feed,
        Channel<Change> listener,
        CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        try
        {
            using var stop = stopping.Register(() => feed.Stop(listener));
            yield return new SseItem<Change?>(null, Here);
            var more = listener.Reader.WaitToReadAsync(ct).AsTask();
            while (true)
            {
                if (await Task.WhenAny(more, Task.Delay(Change.Beat, ct)) != more)
                {
                    yield return new SseItem<Change?>(null, Here);
                    continue;
                }

                if (!await more)
                {
                    yield break;
                }

                while (listener.Reader.TryRead(out var change))
                {
                    yield return new SseItem<Change?>(change, Change.EventType);
                }

                more = listener.Reader.WaitToReadAsync(ct).AsTask();
            }
        }
        finally
        {
            feed.Stop(listener);
        }
    }
}
