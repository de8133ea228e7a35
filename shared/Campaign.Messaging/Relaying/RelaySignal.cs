using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Campaign.Messaging.Relaying;

/// <summary>
/// Carries "there is something to publish" from a committed transaction to whoever relays the district: in this process
/// directly, in another replica through <see cref="RelayNotifier"/>.
/// </summary>
internal sealed class RelaySignal
{
    private readonly ConcurrentDictionary<string, Action> _claimed = new();
    private readonly Channel<string> _elsewhere = Channel.CreateBounded<string>(
        new BoundedChannelOptions(4096) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
    );

    /// <summary>Districts that another process, or nobody yet, relays.</summary>
    public ChannelReader<string> Elsewhere => _elsewhere.Reader;

    public void Wake(string district)
    {
        if (!WakeHere(district))
        {
            _elsewhere.Writer.TryWrite(district);
        }
    }

    /// <returns>Whether this process relays the district.</returns>
    public bool WakeHere(string district)
    {
        if (!_claimed.TryGetValue(district, out var wake))
        {
            return false;
        }

        wake();
        return true;
    }

    public void Claimed(string district, Action wake) => _claimed[district] = wake;

    public void Released(string district) => _claimed.TryRemove(district, out _);
}
