using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>
/// Numbers ≥ 0 that never fall, as differences from a line, in blocks of 16384:
/// <code>
/// Block := First:VInt64, Slope:Int32 (bits of a float), Bits:VInt32, zigzag(value - First - (long)(Slope * i)) packed with Bits
/// </code>
/// The product is one of floats; a reader repeats it exactly. Not thread-safe.
/// </summary>
internal sealed class MonotonicBlockPackedWriter(DataOutput output)
{
    private readonly long[] _values = new long[BlockPackedWriter.BlockSize];
    private int _count;

    public void Add(long value)
    {
        if (_count == _values.Length)
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
        long first = values[0], all = 0;
        float slope = _count == 1 ? 0f : (float)(values[^1] - first) / (_count - 1);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = BlockPackedWriter.ZigZag(values[i] - first - (long)(slope * i));
            all |= values[i];
        }
        output.WriteVInt64(first);
        output.WriteInt32(BitConverter.SingleToInt32Bits(slope));
        int bits = all == 0 ? 0 : BitPacker.BitsRequired(all);
        output.WriteVInt32(bits);
        if (bits > 0)
            BitPacker.Write(output, values, bits);
        _count = 0;
    }
}
