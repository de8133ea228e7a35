namespace Campaign.Portal.Shared;

/// <summary>Reads what a view says that its reader may do: pages ask this, and never the role.</summary>
internal static class May
{
    public static bool Allows(this IReadOnlyList<string>? may, string action) => may?.Contains(action) == true;
}
