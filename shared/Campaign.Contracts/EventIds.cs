using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Campaign.Contracts;

/// <summary>
/// UUIDv7 whose values rise also within a millisecond (RFC 9562, 6.2: a counter after the time stamp): ids tell the order in
/// which a process made its events, and rows keyed by them are added at an index's end.
/// </summary>
internal static class EventIds
{
    private const int CounterBits = 12;
    private static long s_last;

    public static Guid Next()
    {
        var clock = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() << CounterBits;
        long last,
            next;
        do
        {
            last = Volatile.Read(ref s_last);
            // more than 4096 in a millisecond run ahead of the clock for a moment
            next = Math.Max(clock, last + 1);
        } while (Interlocked.CompareExchange(ref s_last, next, last) != last);

        Span<byte> id = stackalloc byte[16];
        RandomNumberGenerator.Fill(id[8..]);
        BinaryPrimitives.WriteInt64BigEndian(id, (next >> CounterBits) << 16 | 0x7000 | (next & 0xFFF));
        id[8] = (byte)(id[8] & 0x3F | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
