using System.Buffers.Binary;
using System.Numerics;

namespace Lucene.Net.Util;

/// <summary>Prefixes, suffixes and hashes of <see cref="BytesRef"/>s.</summary>
public static class StringHelper
{
    /// <summary>The seed of hashes that never leave the process.</summary>
    public static int GoodFastHashSeed { get; } = Random.Shared.Next();

    /// <summary>Length of the prefix that both have in common.</summary>
    public static int BytesDifference(this BytesRef left, BytesRef right) => left.Span.CommonPrefixLength(right.Span);

    /// <summary>True when <paramref name="ref"/> begins with <paramref name="prefix"/>; every value begins with no bytes.</summary>
    public static bool StartsWith(this BytesRef @ref, BytesRef prefix) => @ref.Span.StartsWith(prefix.Span);

    /// <summary>True when <paramref name="ref"/> ends with <paramref name="suffix"/>.</summary>
    public static bool EndsWith(this BytesRef @ref, BytesRef suffix) => @ref.Span.EndsWith(suffix.Span);

    /// <summary>MurmurHash3, the 32 bit variant for x86.</summary>
    public static int Murmurhash3_x86_32(BytesRef bytes, int seed) => Murmur3(bytes.Span, seed);

    /// <inheritdoc cref="Murmurhash3_x86_32(BytesRef, int)"/>
    public static int Murmurhash3_x86_32(byte[] data, int offset, int len, int seed) => Murmur3(data.AsSpan(offset, len), seed);

    internal static int Murmur3(ReadOnlySpan<byte> data, int seed)
    {
        uint hash = (uint)seed;
        int length = data.Length;
        for (; data.Length >= 4; data = data[4..])
            hash = BitOperations.RotateLeft(hash ^ Scramble(BinaryPrimitives.ReadUInt32LittleEndian(data)), 13) * 5 + 0xe6546b64;
        uint tail = 0;
        for (int i = data.Length - 1; i >= 0; i--)
            tail = tail << 8 | data[i];
        return (int)Finish(hash ^ Scramble(tail) ^ (uint)length);
    }

    private static uint Scramble(uint k) => BitOperations.RotateLeft(k * 0xcc9e2d51, 15) * 0x1b873593;

    private static uint Finish(uint hash)
    {
        hash = (hash ^ hash >> 16) * 0x85ebca6b;
        hash = (hash ^ hash >> 13) * 0xc2b2ae35;
        return hash ^ hash >> 16;
    }
}
