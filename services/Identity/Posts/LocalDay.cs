using Campaign.Defaults.Requests;

namespace Campaign.Identity.Posts;

/// <summary>Posts begin and end on days of the office's calendar, not of UTC.</summary>
public sealed class LocalDay(TimeProvider time)
{
    public DateOnly Today => time.Today();
}
