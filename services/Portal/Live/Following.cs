using System.Diagnostics;

namespace Campaign.Portal.Live;

/// <summary>Keeps one part of a page as it is in its service.</summary>
internal sealed class Following(
    Watch? watch,
    TimeSpan rest,
    Func<Task> load,
    Func<TimeSpan?>? lasts,
    ChangeFeeds feeds,
    TimeProvider time,
    Action<Following> gone
) : IDisposable
{
    /// <summary>While changes are not heard, and up to half as long again.</summary>
    private static readonly TimeSpan s_interrupted = TimeSpan.FromSeconds(30);

    /// <summary>A change is not heard of when its process ends between commit and notice: nothing is older than this for it.</summary>
    private static readonly TimeSpan s_oldest = TimeSpan.FromMinutes(5);

    private readonly CancellationTokenSource _stop = new();
    private TaskCompletionSource<TimeSpan> _woken = NewSignal();

    public Watch? Watch => watch;

    /// <summary>After the first load; what changed since it was made is not missed.</summary>
    public void Start() => _ = RunAsync();

    /// <param name="spread">Loads at some moment within it.</param>
    public void Wake(TimeSpan spread) => _woken.TrySetResult(spread);

    private async Task RunAsync()
    {
        // what a change makes the page load belongs to no click of this person
        Activity.Current = null;
        try
        {
            while (true)
            {
                await RestAsync();
                await load();
                await Task.Delay(rest, time, _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // the page was left
        }
    }

    private async Task RestAsync()
    {
        using var turn = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var over = Task.Delay(AtMost(), time, turn.Token);
        if (await Task.WhenAny(_woken.Task, over) == over)
        {
            await over;
            return;
        }

        await turn.CancelAsync();
        var spread = await _woken.Task;
        _woken = NewSignal();
        await Task.Delay(Jitter.UpTo(spread), time, _stop.Token);
    }

    private TimeSpan AtMost()
    {
        var until = Jitter.Of(watch is { } watched && feeds.IsLost(watched.Service) ? s_interrupted : s_oldest);
        return lasts?.Invoke() is { } own && own < until ? TimeSpan.FromTicks(Math.Max(own.Ticks, 0)) : until;
    }

    private static TaskCompletionSource<TimeSpan> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose()
    {
        gone(this);
        // not disposed: the load that is still under way reads it, and it holds no timer
        _stop.Cancel();
    }
}
