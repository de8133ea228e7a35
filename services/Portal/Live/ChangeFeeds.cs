using System.Collections.Concurrent;

namespace Campaign.Portal.Live;

/// <summary>
/// Hears what the services commit: one connection a service for all pages of this process, opened when a page first shows something of
/// that service.
/// </summary>
public sealed class ChangeFeeds(IChangeSource source, TimeProvider time, ILogger<ChangeFeeds> logger) : IDisposable
{
    /// <summary>A service that is started anew is back before.</summary>
    private const int FailuresUntilLost = 3;

    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_last = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, Lazy<Feed>> _feeds = [];
    private readonly ConcurrentDictionary<LiveUpdates, bool> _circuits = [];

    /// <summary>Whether changes of the service have not been heard for a while.</summary>
    public bool IsLost(string service) => _feeds.TryGetValue(service, out var feed) && feed.Value.Failures >= FailuresUntilLost;

    internal void Add(LiveUpdates circuit) => _circuits[circuit] = true;

    internal void Remove(LiveUpdates circuit) => _circuits.TryRemove(circuit, out _);

    /// <summary>Begins to hear of the service, unless it does already.</summary>
    internal void Need(string service) => _ = _feeds.GetOrAdd(service, name => new Lazy<Feed>(() => Start(name))).Value;

    private Feed Start(string service)
    {
        var feed = new Feed();
        // not within the click that opened the page
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(() => RunAsync(service, feed));
        }

        return feed;
    }

    private async Task RunAsync(string service, Feed feed)
    {
        while (true)
        {
            try
            {
                await HearAsync(service, feed);
            }
            catch (Exception) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
            {
                logger.LogDebug("Changes of {Service} are not heard: {Reason}", service, exception.Message);
            }

            if (++feed.Failures == FailuresUntilLost)
            {
                logger.LogWarning("Changes of {Service} are not heard; its pages ask at intervals", service);
                Missed(service);
            }

            try
            {
                await Task.Delay(Pause(feed.Failures), time, _stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task HearAsync(string service, Feed feed)
    {
        var here = false;
        await foreach (var change in source.ReadAsync(service, _stop.Token))
        {
            if (!here)
            {
                here = true;
                feed.Failures = 0;
                Missed(service);
            }

            if (change is not null)
            {
                foreach (var (circuit, _) in _circuits)
                {
                    circuit.Told(service, change);
                }
            }
        }
    }

    // what happened meanwhile is not known
    private void Missed(string service)
    {
        foreach (var (circuit, _) in _circuits)
        {
            circuit.Missed(service);
        }
    }

    private static TimeSpan Pause(int failures) =>
        Jitter.Of(TimeSpan.FromTicks(Math.Min(s_last.Ticks, s_first.Ticks << Math.Min(failures - 1, 5))));

    // not disposed: what still runs reads it, and it holds no timer
    public void Dispose() => _stop.Cancel();

    private sealed class Feed
    {
        private volatile int _failures;

        /// <summary>In a row.</summary>
        public int Failures
        {
            get => _failures;
            set => _failures = value;
        }
    }
}
