using System.Diagnostics;
using Campaign.Messaging.Inbox;

namespace Campaign.Benchmarks.Messages;

/// <summary>When the first event was handled: rates leave out how long a service takes to start.</summary>
internal sealed class Beginning
{
    private long _timestamp;

    public bool HasCome => Volatile.Read(ref _timestamp) != 0;

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(Volatile.Read(ref _timestamp));

    public void Mark()
    {
        if (!HasCome)
        {
            Interlocked.CompareExchange(ref _timestamp, Stopwatch.GetTimestamp(), 0);
        }
    }
}

/// <summary>The effect: one more in the running total of the district.</summary>
internal sealed class CountNotes(BenchDb database, Beginning beginning) : IEventHandler<Noted>
{
    public async Task HandleAsync(Noted @event, CancellationToken cancellationToken)
    {
        beginning.Mark();
        var total = await database.Totals.FindAsync([@event.District], cancellationToken)
            ?? database.Totals.Add(new Total { District = @event.District }).Entity;
        total.Events++;
    }
}
