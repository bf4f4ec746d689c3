using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>
/// Numbers of a fixed width, one directly behind the other ("packed ints", format 0, byte aligned, version 1):
/// <code>
/// Packed(n, width) := n numbers of width bits as one big-endian stream of bits, filled up to a whole byte
/// </code>
/// The readers here look at up to eight bytes from where a number begins. That stays inside the file because a
/// footer of 16 bytes ends it; whoever makes one checks that the numbers end before the footer.
/// </summary>
internal static unsafe class PackedBits
{
    /// <summary>The version of packed ints that 4.8 writes.</summary>
    public const int Version = 1;

    /// <summary>Bytes of <paramref name="count"/> numbers.</summary>
    public static long ByteCount(long count, int width) => (count * width + 7) >> 3;

    /// <summary>Bits needed for a number in [0, <paramref name="max"/>]; at least 1.</summary>
    public static int BitsRequired(long max) => Math.Max(1, 64 - BitOperations.LeadingZeroCount((ulong)max));

    /// <summary>The number at <paramref name="index"/>; <paramref name="width"/> in [1, 64].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Get(byte* start, long index, int width)
    {
        long bit = index * width;
        byte* at = start + (bit >> 3);
        int skip = (int)bit & 7;
        ulong word = BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ulong>(at)) << skip;
        if (skip + width > 64)
            word |= (ulong)at[8] >> (8 - skip);
        return (long)(word >> (64 - width));
    }

    /// <summary>The first <paramref name="count"/> numbers.</summary>
    public static void Decode(byte* start, int width, Span<int> numbers)
    {
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = (int)Get(start, i, width);
    }

    /// <summary>Reads and checks the version that stands before packed numbers.</summary>
    public static void CheckVersion(MemoryInput input) => CheckVersion(input, input.ReadVInt32());

    public static void CheckVersion(MemoryInput input, int version)
    {
        if (version != Version)
            input.ThrowCorrupt(input.Position - 1, $"packed ints of version {Version}", $"{version}");
    }

    /// <summary>A width as read, once it is in [<paramref name="least"/>, <paramref name="most"/>].</summary>
    public static int CheckWidth(MemoryInput input, int width, int least, int most)
    {
        if (width < least || width > most)
            input.ThrowCorrupt(input.Position - 1, $"a width in [{least}, {most}] bits", $"{width}");
        return width;
    }

    /// <summary>Goes over packed numbers, and returns where they begin. They end before the footer.</summary>
    public static byte* Skip(MemoryInput input, long count, int width)
    {
        long bytes = ByteCount(count, width);
        if (bytes > input.Length - CodecUtil.FooterLength - input.Position)
            input.ThrowCorrupt(input.Position, $"{bytes} bytes of packed numbers before the footer", $"{input.Length - input.Position} bytes left");
        return input.ReadPointer(bytes);
    }

    /// <summary>0, −1, 1, −2, … for 0, 1, 2, 3, …</summary>
    public static long ZigZagDecode(long n) => n >>> 1 ^ -(n & 1);

    /// <summary>0, 1, 2, 3, … for 0, −1, 1, −2, …</summary>
    public static long ZigZagEncode(long n) => n << 1 ^ n >> 63;
}
