namespace Campaign.Messaging;

/// <summary>Waits that double up to a bound.</summary>
internal sealed class BackOff
{
    private readonly TimeSpan _first;
    private readonly TimeSpan _last;
    private TimeSpan _next;

    public BackOff(TimeSpan first, TimeSpan last)
    {
        _first = first;
        _last = last;
        _next = first;
    }

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(_next, cancellationToken);
        _next = _next * 2 < _last ? _next * 2 : _last;
    }

    public void Reset() => _next = _first;
}
