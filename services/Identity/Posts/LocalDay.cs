namespace Campaign.Identity.Posts;

/// <summary>Posts begin and end on days of the office's calendar, not of UTC.</summary>
public sealed class LocalDay(TimeProvider time)
{
    private static readonly TimeZoneInfo Office = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Office).DateTime);
}
