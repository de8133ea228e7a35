using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Campaign.Directives.Issuing;

/// <summary>
/// An assignment's id follows from what it is, so that a repeat after a crash creates nothing twice. UUID version 8 (RFC
/// 9562): the first 16 bytes of SHA-256 over directive, unit and the requirement's index.
/// </summary>
public static class AssignmentId
{
    public static Guid Of(Guid directive, Guid unit, int requirement)
    {
        Span<byte> name = stackalloc byte[36];
        directive.TryWriteBytes(name, bigEndian: true, out _);
        unit.TryWriteBytes(name[16..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(name[32..], requirement);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(name, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
