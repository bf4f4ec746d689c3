using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>
/// Any number of 64-bit numbers, in blocks of <see cref="BlockSize"/>:
/// <code>
/// Block := Token:Byte = bits &lt;&lt; 1 | (min == 0), [zigzag(min) - 1]:VInt64 when min != 0, (value - min) packed with bits
/// </code>
/// A VInt64 has at most nine bytes here; the ninth holds eight bits. Not thread-safe.
/// </summary>
internal sealed class BlockPackedWriter(DataOutput output)
{
    public const int BlockSize = 16384;

    private readonly long[] _values = new long[BlockSize];
    private int _count;

    public void Add(long value)
    {
        if (_count == BlockSize)
            Flush();
        _values[_count++] = value;
    }

    /// <summary>Writes what is left; nothing may be added then.</summary>
    public void Finish() => Flush();

    private void Flush()
    {
        if (_count == 0)
            return;
        Span<long> values = _values.AsSpan(0, _count);
        (long min, long max) = MinMax(values);
        long delta = unchecked(max - min);
        int bits = delta < 0 ? 64 : delta == 0 ? 0 : BitPacker.BitsRequired(delta);
        if (bits == 64)
            min = 0;
        else if (min > 0)
            min = Math.Max(0, max - BitPacker.MaxValue(bits));
        output.WriteByte((byte)((bits << 1) | (min == 0 ? 1 : 0)));
        if (min != 0)
            WriteVInt64(output, ZigZag(min) - 1);
        if (bits > 0)
        {
            foreach (ref long value in values)
                value = unchecked(value - min);
            BitPacker.Write(output, values, bits);
        }
        _count = 0;
    }

    /// <summary>Small for numbers near zero, whatever their sign.</summary>
    public static long ZigZag(long value) => (value >> 63) ^ (value << 1);

    private static (long Min, long Max) MinMax(ReadOnlySpan<long> values)
    {
        long min = long.MaxValue, max = long.MinValue;
        foreach (long value in values)
        {
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }
        return (min, max);
    }

    private static void WriteVInt64(DataOutput output, long value)
    {
        ulong rest = (ulong)value;
        for (int i = 0; rest > 0x7F && i < 8; i++, rest >>= 7)
            output.WriteByte((byte)(rest | 0x80));
        output.WriteByte((byte)rest);
    }
}
