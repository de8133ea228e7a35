using System.Collections.Concurrent;
using Campaign.Api;

namespace Campaign.Portal.Live;

/// <summary>What one person's pages follow: the circuit's one subscription to <see cref="ChangeFeeds"/>.</summary>
public sealed class LiveUpdates(ChangeFeeds feeds, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan s_soon = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan s_allAtOnce = TimeSpan.FromSeconds(5);

    // what changes is said in the language of the page, whoever tells of it
    private readonly ExecutionContext _page = ExecutionContext.Capture()!;
    private readonly ConcurrentDictionary<Following, bool> _followed = [];

    /// <summary>Whether something that a page shows live is not heard of at the moment.</summary>
    public bool IsInterrupted => _followed.Keys.Any(following => following.Watch is { } watch && feeds.IsLost(watch.Service));

    /// <summary><see cref="IsInterrupted"/> may have changed.</summary>
    public event Action? Changed;

    /// <summary>Loads again when what is watched changes, once it is started and until it is disposed of.</summary>
    /// <param name="watch">Null follows the time alone.</param>
    /// <param name="rest">Between two loads at least.</param>
    /// <param name="load">Never fails.</param>
    /// <param name="lasts">How long what was loaded last is true by itself; null: until it changes.</param>
    internal Following Follow(Watch? watch, TimeSpan rest, Func<Task> load, Func<TimeSpan?>? lasts = null)
    {
        var following = new Following(watch, rest, load, lasts, feeds, time, gone => _followed.TryRemove(gone, out _));
        _followed[following] = true;
        if (watch is not null)
        {
            feeds.Add(this);
            feeds.Need(watch.Service);
        }

        return following;
    }

    internal void Told(string service, Change change)
    {
        foreach (var (following, _) in _followed)
        {
            if (following.Watch is { } watch && watch.Service == service && watch.Concerns(change))
            {
                following.Wake(s_soon);
            }
        }
    }

    internal void Missed(string service)
    {
        foreach (var (following, _) in _followed)
        {
            if (following.Watch?.Service == service)
            {
                following.Wake(s_allAtOnce);
            }
        }

        ExecutionContext.Run(_page, _ => Changed?.Invoke(), null);
    }

    public void Dispose()
    {
        feeds.Remove(this);
        foreach (var (following, _) in _followed)
        {
            following.Dispose();
        }
    }
}
