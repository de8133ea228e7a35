using System.Text.RegularExpressions;
using Campaign.Contracts;

namespace Campaign.Organization.Units;

/// <summary>A unit's code: one segment of its path, unique in the city, fixed for good.</summary>
public static partial class UnitCode
{
    public const int MaxLength = 60;

    public static bool IsValid(string code) => code.Length <= MaxLength && Pattern().IsMatch(code);

    /// <summary>The code of a district is a partition key, and the city's own partition is taken.</summary>
    public static bool IsFreeForDistrict(string code) => code != Districts.City;

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]*[a-z0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
