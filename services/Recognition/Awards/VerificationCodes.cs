using System.Security.Cryptography;

namespace Campaign.Recognition.Awards;

/// <summary>Codes that nobody can guess: 130 random bits, in letters and digits that are not mistaken for each other.</summary>
internal static class VerificationCodes
{
    public const int Length = 26;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    public static bool IsOne(string code) => code.Length == Length && code.All(Alphabet.Contains);
}
