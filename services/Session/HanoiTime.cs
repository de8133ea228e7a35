namespace Campaign.Sessions;

/// <summary>The clock on the wall here, for what people read on paper.</summary>
public static class HanoiTime
{
    private static readonly TimeZoneInfo s_hanoi = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static DateTimeOffset Of(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, s_hanoi);
}
