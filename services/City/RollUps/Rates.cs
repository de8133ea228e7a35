namespace Campaign.City.RollUps;

internal static class Rates
{
    /// <summary>Percent 0–100 with one decimal, half away from zero; 0 when nobody was expected.</summary>
    public static decimal Percent(int part, int whole) =>
        whole == 0 ? 0 : Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero);
}
