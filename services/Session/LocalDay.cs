namespace Campaign.Sessions;

/// <summary>Days as people in Hanoi count them (UTC+7 the year round).</summary>
public static class LocalDay
{
    private static readonly TimeZoneInfo s_hanoi = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, s_hanoi).DateTime);

    /// <summary>The instant at which the day begins, UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, s_hanoi.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
