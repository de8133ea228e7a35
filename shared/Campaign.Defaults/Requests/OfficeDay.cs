namespace Campaign.Defaults.Requests;

/// <summary>Days as the offices count them: in Asia/Ho_Chi_Minh, whatever the server's clock is set to.</summary>
public static class OfficeDay
{
    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static DateOnly Today(this TimeProvider time) => Of(time.GetUtcNow());

    /// <summary>The day that an instant falls on.</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, s_zone).DateTime);

    /// <summary>The instant at which the day begins, UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, s_zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
