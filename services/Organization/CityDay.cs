using Campaign.Time;

namespace Campaign.Organization;

/// <summary>Validity counts in the city's days, not in UTC's.</summary>
public sealed class CityDay(TimeProvider time)
{
    public DateOnly Today => time.Today();
}
