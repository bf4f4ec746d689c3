using System.Buffers.Binary;

namespace Lucene.Net.Codecs;

/// <summary>Reads primitive types from bytes in memory. Reading beyond the end gives zeros and sets <see cref="Failed"/>.</summary>
internal ref struct SpanInput(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    public bool Failed { get; private set; }

    /// <summary>What is not read yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => rest;

    public byte ReadByte()
    {
        ReadOnlySpan<byte> one = ReadBytes(1);
        return one.IsEmpty ? (byte)0 : one[0];
    }

    /// <summary>The next bytes; none when there are not so many.</summary>
    public ReadOnlySpan<byte> ReadBytes(int count)
    {
        if ((uint)count > (uint)rest.Length)
        {
            Failed = true;
            rest = default;
            return default;
        }
        ReadOnlySpan<byte> result = rest[..count];
        rest = rest[count..];
        return result;
    }

    public int ReadInt32()
    {
        ReadOnlySpan<byte> four = ReadBytes(4);
        return four.IsEmpty ? 0 : BinaryPrimitives.ReadInt32BigEndian(four);
    }

    public long ReadInt64()
    {
        ReadOnlySpan<byte> eight = ReadBytes(8);
        return eight.IsEmpty ? 0 : BinaryPrimitives.ReadInt64BigEndian(eight);
    }

    public int ReadVInt32() => (int)ReadVInt(35);

    public long ReadVInt64() => ReadVInt(63);

    private long ReadVInt(int bits)
    {
        long value = 0;
        for (int shift = 0; shift < bits; shift += 7)
        {
            byte b = ReadByte();
            value |= (b & 0x7fL) << shift;
            if (b < 0x80)
                return value;
        }
        Failed = true;
        return 0;
    }
}
