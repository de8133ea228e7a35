namespace Campaign.City.RollUps;

/// <summary>Quarters of the calendar year.</summary>
internal static class Quarters
{
    /// <summary>1–4.</summary>
    public static int Of(DateOnly day) => ((day.Month - 1) / 3) + 1;

    /// <summary>A number that grows by one from quarter to quarter: for ranges.</summary>
    public static int Index(int year, int quarter) => (year * 4) + quarter;

    public static int Index(DateOnly day) => Index(day.Year, Of(day));
}
