using System.Buffers.Binary;
using System.Numerics;
using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>
/// 128 numbers of postings:
/// <code>
/// Block := 0:Byte, Value:VInt32                     when all are equal
///        | Bits:Byte, numbers packed in Bits each   16 · Bits bytes
/// </code>
/// Widths 1, 2 and 4 lie in big-endian 64-bit words, the first number in the lowest bits; all others high bits first.
/// The table at the start of .doc says so to readers.
/// </summary>
internal sealed class PostingsBlock
{
    public const int Size = 128;

    private readonly byte[] _packed = new byte[Size * 4];

    /// <summary>The table of formats: version of packed numbers, then (format &lt;&lt; 5 | width - 1) for every width, format 1 being words.</summary>
    public static void WriteTable(DataOutput output)
    {
        output.WriteVInt32(BitPacker.Version);
        for (int bits = 1; bits <= 32; bits++)
            output.WriteVInt32((InWords(bits) ? 1 << 5 : 0) | (bits - 1));
    }

    /// <summary>Writes 128 numbers ≥ 0.</summary>
    public void Write(ReadOnlySpan<int> values, DataOutput output)
    {
        if (!values.ContainsAnyExcept(values[0]))
        {
            output.WriteByte(0);
            output.WriteVInt32(values[0]);
            return;
        }
        uint all = 0;
        foreach (int value in values)
            all |= (uint)value;
        int bits = 32 - BitOperations.LeadingZeroCount(all);
        if (InWords(bits))
            PackWords(values, bits, _packed);
        else
            BitPacker.PackBlock(values, bits, _packed);
        output.WriteByte((byte)bits);
        output.WriteBytes(_packed, 0, bits * (Size / 8));
    }

    private static bool InWords(int bits) => bits is 1 or 2 or 4;

    private static void PackWords(ReadOnlySpan<int> values, int bits, Span<byte> target)
    {
        int perWord = 64 / bits;
        for (int word = 0; word < Size / perWord; word++)
        {
            ulong packed = 0;
            for (int i = perWord - 1; i >= 0; i--)
                packed = (packed << bits) | (uint)values[word * perWord + i];
            BinaryPrimitives.WriteUInt64BigEndian(target[(word * 8)..], packed);
        }
    }
}
