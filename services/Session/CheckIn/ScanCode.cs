using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;

namespace Campaign.Sessions.CheckIn;

/// <summary>What a scanned code is worth.</summary>
public enum ScanVerdict
{
    Valid,

    /// <summary>Was on this session's screen, too long ago.</summary>
    Expired,

    /// <summary>Never was on this session's screen.</summary>
    Wrong,
}

/// <summary>
/// The code inside the QR on the room's screen. It follows from the session's secret and the time alone, so that any instance
/// shows and checks the same one, and only the server's clock counts.
/// </summary>
public static class ScanCode
{
    /// <summary>A new code as often as this; each is accepted for one period more.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(20);

    /// <summary>How long somebody who scanned in time may take to sign in and say "I am here".</summary>
    public static readonly TimeSpan TicketFor = TimeSpan.FromMinutes(10);

    private const int SecretBytes = 32;
    private const int MacBytes = 12;
    private const byte OnScreen = 1;
    private const byte Ticket = 2;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>The code that is on the screen at this moment.</summary>
    public static string At(byte[] secret, Guid session, DateTimeOffset now) => Signed(secret, session, OnScreen, PeriodOf(now));

    /// <summary>When the screen shows the next one.</summary>
    public static DateTimeOffset ChangesAt(DateTimeOffset now) => DateTimeOffset.UnixEpoch + ((PeriodOf(now) + 1) * Period);

    public static ScanVerdict Check(byte[] secret, Guid session, string? code, DateTimeOffset now)
    {
        var current = PeriodOf(now);
        return Number(secret, session, OnScreen, code) switch
        {
            { } period when period == current || period == current - 1 => ScanVerdict.Valid,
            { } period when period < current => ScanVerdict.Expired,
            _ => ScanVerdict.Wrong,
        };
    }

    /// <summary>What a browser that scanned in time keeps until its owner has signed in.</summary>
    public static string TicketAt(byte[] secret, Guid session, DateTimeOffset now) =>
        Signed(secret, session, Ticket, now.ToUnixTimeSeconds());

    public static ScanVerdict CheckTicket(byte[] secret, Guid session, string? ticket, DateTimeOffset now) =>
        Number(secret, session, Ticket, ticket) is not { } second ? ScanVerdict.Wrong
        : now - DateTimeOffset.FromUnixTimeSeconds(second) <= TicketFor ? ScanVerdict.Valid
        : ScanVerdict.Expired;

    private static long PeriodOf(DateTimeOffset now) => (now - DateTimeOffset.UnixEpoch).Ticks / Period.Ticks;

    private static string Signed(byte[] secret, Guid session, byte purpose, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:x}.{Mac(secret, session, purpose, number)}");

    /// <summary>The number that was signed; null when the signature is not ours.</summary>
    private static long? Number(byte[] secret, Guid session, byte purpose, string? text)
    {
        var parts = (text ?? "").Split('.');
        return
            parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            && CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.UTF8.GetBytes(parts[1]),
                System.Text.Encoding.UTF8.GetBytes(Mac(secret, session, purpose, number))
            )
            ? number
            : null;
    }

    private static string Mac(byte[] secret, Guid session, byte purpose, long number)
    {
        Span<byte> message = stackalloc byte[25];
        session.TryWriteBytes(message);
        message[16] = purpose;
        BinaryPrimitives.WriteInt64BigEndian(message[17..], number);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, message, mac);
        return Base64Url.EncodeToString(mac[..MacBytes]);
    }
}
