using System.Buffers.Binary;
using System.Numerics;
using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>Writes numbers of equal width one behind the other, high bits first, the last byte filled up with zeros.</summary>
internal static class BitPacker
{
    /// <summary>Version of packed numbers that 4.8 writes.</summary>
    public const int Version = 1;

    /// <summary>Bits that hold <paramref name="value"/>, at least 1; a negative value needs 64.</summary>
    public static int BitsRequired(long value) => Math.Max(1, 64 - BitOperations.LeadingZeroCount((ulong)value));

    /// <summary>Bytes that <paramref name="count"/> numbers take.</summary>
    public static int ByteCount(int count, int bits) => (int)(((long)count * bits + 7) >> 3);

    /// <summary>The largest number of that width.</summary>
    public static long MaxValue(int bits) => bits == 64 ? long.MaxValue : (1L << bits) - 1;

    /// <summary>Packs numbers that fit into <paramref name="bits"/>.</summary>
    /// <param name="output">Receives the bytes.</param>
    /// <param name="values">Only the low <paramref name="bits"/> bits of each may be set.</param>
    /// <param name="bits">In [1, 64].</param>
    public static void Write(DataOutput output, ReadOnlySpan<long> values, int bits)
    {
        Span<byte> buffer = stackalloc byte[1024];
        // Groups of 8 numbers fill whole bytes, so every group but the last stands on its own.
        int group = buffer.Length / bits * 8;
        for (; values.Length > 0; values = values[Math.Min(group, values.Length)..])
        {
            ReadOnlySpan<long> part = values[..Math.Min(group, values.Length)];
            output.Write(buffer[..Pack(part, bits, buffer)]);
        }
    }

    /// <summary>Packs 128 numbers (or another multiple of 32) into <c>values.Length · bits / 8</c> bytes.</summary>
    public static void PackBlock(ReadOnlySpan<int> values, int bits, Span<byte> target)
    {
        ulong pending = 0;
        int filled = 0, at = 0;
        foreach (int value in values)
        {
            pending = (pending << bits) | (uint)value;
            filled += bits;
            if (filled < 32)
                continue;
            filled -= 32;
            BinaryPrimitives.WriteUInt32BigEndian(target[at..], (uint)(pending >> filled));
            at += 4;
        }
    }

    private static int Pack(ReadOnlySpan<long> values, int bits, Span<byte> target)
    {
        int at = 0, filled = 0;
        uint pending = 0;
        foreach (long value in values)
        {
            for (int left = bits; left > 0;)
            {
                int take = Math.Min(left, 8 - filled);
                left -= take;
                pending = (pending << take) | ((uint)(value >> left) & ((1u << take) - 1));
                filled += take;
                if (filled < 8)
                    continue;
                target[at++] = (byte)pending;
                pending = 0;
                filled = 0;
            }
        }
        if (filled > 0)
            target[at++] = (byte)(pending << (8 - filled));
        return at;
    }
}
