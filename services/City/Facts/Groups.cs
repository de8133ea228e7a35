namespace Campaign.City.Facts;

/// <summary>The level that a district compares: its wards, agencies and organisations.</summary>
internal static class Groups
{
    private const int Levels = 3;

    /// <summary>The first three segments of a unit path (city, district, ward); the path itself when it is shorter.</summary>
    public static string Of(string unitPath)
    {
        var end = -1;
        for (var level = 0; level < Levels; level++)
        {
            end = unitPath.IndexOf('/', end + 1);
            if (end < 0)
            {
                return unitPath;
            }
        }

        return unitPath[..end];
    }
}
