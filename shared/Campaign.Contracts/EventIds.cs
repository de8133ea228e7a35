using System.Buffers.Binary;

namespace Campaign.Contracts;

/// <summary>
/// UUIDv7 that only grow within a process. Rows of one SaveChanges are written in the order of their keys, so ids of the
/// same millisecond in random order would put an assignment's completion before its acknowledgement in the log.
/// </summary>
internal static class EventIds
{
    private static long s_last;

    public static Guid Next()
    {
        // 48 bits of milliseconds, 12 bits that count within one and carry over into the next
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() << 12;
        long last, next;
        do
        {
            last = Volatile.Read(ref s_last);
            next = Math.Max(now, last + 1);
        }
        while (Interlocked.CompareExchange(ref s_last, next, last) != last);

        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7().TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(bytes, (next >> 12 << 16) | 0x7000 | (next & 0xFFF));
        return new Guid(bytes, bigEndian: true);
    }
}
