using System.Collections.Concurrent;
using Campaign.Time;

namespace Campaign.Organization.Tests;

/// <summary>
/// The service's clock: runs as it does, but ahead by what the tests advance it; then what runs at intervals runs at once.
/// </summary>
public sealed class TestClock : TimeProvider
{
    private readonly ConcurrentBag<(ITimer Timer, TimeSpan Period)> _periodic = [];
    private TimeSpan _ahead;

    public DateOnly Day => this.Today();

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public void Advance(TimeSpan by)
    {
        _ahead += by;
        foreach (var (timer, period) in _periodic)
        {
            timer.Change(TimeSpan.Zero, period);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (period > TimeSpan.Zero)
        {
            _periodic.Add((timer, period));
        }

        return timer;
    }
}
