using System.Text.RegularExpressions;

namespace Campaign.Organization.Members;

/// <summary>The number under which a member is known in the city. Never a citizen ID.</summary>
public static partial class MemberNumber
{
    /// <summary>Twelve digits alone are the shape of a citizen ID, which is not stored here.</summary>
    public static bool LooksLikeCitizenId(string number) => number.Length == 12 && number.All(char.IsAsciiDigit);

    public static bool IsValid(string number) => Pattern().IsMatch(number) && !LooksLikeCitizenId(number);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9./-]{1,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
