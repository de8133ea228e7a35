using System.Text.RegularExpressions;

namespace Campaign.Organization.Members;

/// <summary>The number under which a member is known in the city. Never a citizen ID.</summary>
public static partial class MemberNumber
{
    /// <summary>As it is stored: offices write the letters of one number large and small.</summary>
    public static string Of(string? written) => (written ?? "").Trim().ToUpperInvariant();

    /// <summary>Twelve digits alone are the shape of a citizen ID, which is not stored here.</summary>
    public static bool LooksLikeCitizenId(string number) => number.Length == 12 && number.All(char.IsAsciiDigit);

    public static bool IsValid(string number) => Pattern().IsMatch(number) && !LooksLikeCitizenId(number);

    [GeneratedRegex(@"^[A-Z0-9][A-Z0-9./-]{1,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
