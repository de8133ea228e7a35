using System.Globalization;
using System.Security.Cryptography;

namespace Campaign.Sessions.CheckIn;

/// <summary>The six digits on the room's screen.</summary>
public static class SessionCode
{
    private const int Codes = 1_000_000;

    public static string New() => RandomNumberGenerator.GetInt32(Codes).ToString("D6", CultureInfo.InvariantCulture);
}
