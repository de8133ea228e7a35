using System.Collections.Concurrent;
using System.Threading.Channels;
using Campaign.Api;

namespace Campaign.ServiceDefaults.Changes;

/// <summary>
/// What this process committed, on its way to all replicas, and what all replicas committed, on its way to who listens here.
/// </summary>
public sealed class ChangeFeed : IDisposable
{
    private const int MostWaiting = 1000;

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _raised = new(0, 1);
    private readonly Dictionary<string, Touched> _waiting = [];
    private readonly ConcurrentDictionary<Channel<Change>, bool> _listeners = [];
    private bool _hears;

    /// <summary>For a hot path that writes without the service's context; after the commit.</summary>
    public void Committed(string district, params IReadOnlyList<Guid> ids) => Committed([new Change(district, ids)]);

    internal void Committed(IReadOnlyList<Change> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        lock (_gate)
        {
            foreach (var change in changes)
            {
                var district = change.District ?? "";
                (_waiting.TryGetValue(district, out var touched) ? touched : _waiting[district] = new Touched()).Add(change);
            }

            if (_raised.CurrentCount == 0)
            {
                _raised.Release();
            }
        }
    }

    /// <summary>Waits until there is something to tell the replicas.</summary>
    internal Task WaitAsync(CancellationToken ct) => _raised.WaitAsync(ct);

    internal IReadOnlyList<Change> Take()
    {
        lock (_gate)
        {
            Change[] changes = [.. _waiting.Values.SelectMany(touched => touched.Take())];
            _waiting.Clear();
            return changes;
        }
    }

    /// <summary>From now on this process hears of what is committed anywhere.</summary>
    internal void Hears()
    {
        lock (_gate)
        {
            _hears = true;
        }
    }

    internal void Heard(Change change)
    {
        foreach (var (listener, _) in _listeners)
        {
            // who does not keep up asks anew rather than miss something
            if (!listener.Writer.TryWrite(change))
            {
                Stop(listener);
            }
        }
    }

    /// <summary>What is committed now goes unheard: whoever listens has to ask anew.</summary>
    internal void Deaf()
    {
        lock (_gate)
        {
            _hears = false;
            foreach (var (listener, _) in _listeners)
            {
                Stop(listener);
            }
        }
    }

    /// <summary>Null while this process hears nothing. The reader ends when changes may have been missed.</summary>
    internal Channel<Change>? Listen()
    {
        lock (_gate)
        {
            if (!_hears)
            {
                return null;
            }

            var listener = Channel.CreateBounded<Change>(MostWaiting);
            _listeners[listener] = true;
            return listener;
        }
    }

    internal void Stop(Channel<Change> listener)
    {
        _listeners.TryRemove(listener, out _);
        listener.Writer.TryComplete();
    }

    public void Dispose() => _raised.Dispose();
}
