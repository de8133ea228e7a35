namespace Campaign.Directives.Tests.Service;

/// <summary>
/// The service's clock: runs as it does, from ten in the morning in Hà Nội on, or days ahead of that. A run that crossed midnight
/// would find another day between what it does and what it expects.
/// </summary>
/// <remarks>
/// What runs at intervals runs once and then no more: a sweep that began on the day of one test would end in the next one, and
/// tests sweep when they want to.
/// </remarks>
public sealed class TestClock : TimeProvider
{
    private static readonly TimeSpan s_morning = TimeSpan.FromHours(10);
    private static readonly TimeSpan s_hanoi = TimeSpan.FromHours(7);
    private readonly TimeSpan _untilMorning = UntilMorning(DateTimeOffset.UtcNow.ToOffset(s_hanoi).TimeOfDay);

    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _untilMorning + Ahead;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, period > TimeSpan.Zero ? Timeout.InfiniteTimeSpan : dueTime, Timeout.InfiniteTimeSpan);

    private static TimeSpan UntilMorning(TimeSpan time) => time < s_morning ? s_morning - time : s_morning + TimeSpan.FromDays(1) - time;
}
