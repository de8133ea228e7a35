namespace Campaign.Evaluation;

/// <summary>The day as the offices count it: in Asia/Ho_Chi_Minh.</summary>
internal static class OfficeDay
{
    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static DateOnly Today(this TimeProvider time) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), s_zone).DateTime);
}
