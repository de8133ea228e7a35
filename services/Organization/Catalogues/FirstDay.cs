namespace Campaign.Organization.Catalogues;

internal static class FirstDay
{
    /// <summary>Before everything that is recorded here: the founding of the party.</summary>
    public static readonly DateOnly Value = new(1930, 2, 3);
}
