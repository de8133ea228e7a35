using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Campaign.Api;
using Campaign.Portal.Live;

namespace Campaign.Portal.Tests.Components;

/// <summary>Services that tell what the test says; away when the test says so.</summary>
public sealed class FakeChanges : IChangeSource
{
    private readonly ConcurrentDictionary<string, Channel<Change?>> _open = [];

    public bool Away { get; set; }

    /// <summary>Connections that stand.</summary>
    public IReadOnlyCollection<string> Open => [.. _open.Keys];

    /// <summary>Connections that were ever asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public void Tell(string service, Change change) => _open[service].Writer.TryWrite(change).ShouldBeTrue();

    public void Cut(string service) => _open[service].Writer.Complete(new IOException("cut"));

    public async IAsyncEnumerable<Change?> ReadAsync(string service, [EnumeratorCancellation] CancellationToken ct)
    {
        Asked.Enqueue(service);
        if (Away)
        {
            throw new HttpRequestException("away");
        }

        var changes = Channel.CreateUnbounded<Change?>();
        yield return null;
        _open[service] = changes;
        try
        {
            await foreach (var change in changes.Reader.ReadAllAsync(ct))
            {
                yield return change;
            }
        }
        finally
        {
            _open.TryRemove(service, out _);
        }
    }
}
