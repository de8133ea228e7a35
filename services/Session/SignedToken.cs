using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Campaign.Sessions;

/// <summary>
/// An address that nobody can guess and that is stored nowhere: ids, and what a secret of their owner makes of them. Another secret
/// makes every address of before worthless.
/// </summary>
public static class SignedToken
{
    private const int IdBytes = 16;
    private const int SignatureBytes = 20;

    /// <summary>A secret to sign with.</summary>
    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(32);

    /// <param name="purpose">What it is for: a token for one thing opens no other.</param>
    public static string Of(byte[] secret, string purpose, params ReadOnlySpan<Guid> ids)
    {
        var bytes = Join(ids);
        return Base64Url.EncodeToString([.. bytes, .. Sign(secret, purpose, bytes)]);
    }

    /// <summary>
    /// The ids that a token claims to be for; null when it is none. Whether it is genuine, only <see cref="IsGenuine"/> says.
    /// </summary>
    public static Guid[]? Claims(string? token, int ids)
    {
        Span<byte> bytes = stackalloc byte[128];
        return
            token is { Length: > 0 and <= 128 }
            && Base64Url.IsValid(token, out var length)
            && length == ids * IdBytes + SignatureBytes
            && Base64Url.TryDecodeFromChars(token, bytes, out _)
            ? Split(bytes, ids)
            : null;
    }

    public static bool IsGenuine(string token, byte[] secret, string purpose, params ReadOnlySpan<Guid> ids) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(token), Encoding.ASCII.GetBytes(Of(secret, purpose, ids)));

    private static Guid[] Split(Span<byte> bytes, int count)
    {
        var ids = new Guid[count];
        for (var i = 0; i < count; i++)
        {
            ids[i] = new Guid(bytes.Slice(i * IdBytes, IdBytes), bigEndian: true);
        }

        return ids;
    }

    private static byte[] Join(ReadOnlySpan<Guid> ids)
    {
        var bytes = new byte[ids.Length * IdBytes];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i].TryWriteBytes(bytes.AsSpan(i * IdBytes), bigEndian: true, out _);
        }

        return bytes;
    }

    private static byte[] Sign(byte[] secret, string purpose, byte[] bytes) =>
        HMACSHA256.HashData(secret, (byte[])[.. Encoding.ASCII.GetBytes(purpose), 0, .. bytes])[..SignatureBytes];
}
