namespace Campaign.Time;

/// <summary>Days as the offices count them: in Asia/Ho_Chi_Minh, whatever the server's clock is set to.</summary>
public static class OfficeDay
{
    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static DateOnly Today(this TimeProvider time) => Of(time.GetUtcNow());

    /// <summary>The day that an instant falls on.</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(ClockAt(instant));

    /// <summary>What the offices' clocks show at an instant.</summary>
    public static DateTime ClockAt(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, s_zone).DateTime;

    /// <summary>The instant at which the offices' clocks show this, with their offset.</summary>
    public static DateTimeOffset InstantOf(DateTime clock) => new(clock, s_zone.GetUtcOffset(clock));

    /// <summary>The instant at which the day begins, UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => InstantOf(day.ToDateTime(TimeOnly.MinValue)).ToUniversalTime();
}
