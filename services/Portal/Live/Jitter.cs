using System.Security.Cryptography;

namespace Campaign.Portal.Live;

/// <summary>Pages that were opened or cut off together do not ask together.</summary>
internal static class Jitter
{
    /// <summary>The time and up to half of it more.</summary>
    public static TimeSpan Of(TimeSpan time) => time + UpTo(time / 2);

    public static TimeSpan UpTo(TimeSpan time) => time * (RandomNumberGenerator.GetInt32(1000) / 1000d);
}
