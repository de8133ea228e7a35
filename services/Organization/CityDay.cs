namespace Campaign.Organization;

/// <summary>Validity counts in the city's days, not in UTC's.</summary>
public sealed class CityDay(TimeProvider time)
{
    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), s_zone).DateTime);
}
