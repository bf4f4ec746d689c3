using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Codecs;

/// <summary>
/// Writes .del, which documents of a segment are deleted.
/// <code>
/// .del := Mark:Int32 = -2, Header, (Size:Int32, Live:Int32, Bits | -1:Int32, Size:Int32, Live:Int32, (Gap:VInt32, Bits:Byte)*), Footer
/// Bits := one bit per document, the first in a byte's lowest bit, 1 when it is live
/// </code>
/// The second form names only the bytes with a deleted document; Gap counts from the byte before.
/// </summary>
internal static class LiveDocsWriter
{
    public const string Codec = "BitVector";
    public const int Version = 2;

    public static void Write(Directory directory, string fileName, FixedBitSet live, IOContext context)
    {
        byte[] bits = ToBytes(live, out int count, out int sparseBytes);
        using IndexOutput output = directory.CreateOutput(fileName, context);
        output.WriteInt32(-2);
        CodecUtil.WriteHeader(output, Codec, Version);
        // The sparse form takes at least two bytes for each byte that it names.
        if (sparseBytes < bits.Length)
            output.WriteInt32(-1);
        output.WriteInt32(live.Length);
        output.WriteInt32(count);
        if (sparseBytes < bits.Length)
            WriteSparse(output, bits, live.Length - count);
        else
            output.Write(bits);
        CodecUtil.WriteFooter(output);
    }

    private static byte[] ToBytes(FixedBitSet live, out int count, out int sparseBytes)
    {
        var bits = new byte[(live.Length + 7) >> 3];
        count = 0;
        for (int i = 0; i < live.Length; i++)
        {
            if (!live.Get(i))
                continue;
            bits[i >> 3] |= (byte)(1 << (i & 7));
            count++;
        }
        sparseBytes = 4 + 4 * (bits.Length - bits.AsSpan().Count((byte)0xFF));
        return bits;
    }

    private static void WriteSparse(IndexOutput output, byte[] bits, int deleted)
    {
        // Readers count deletions to know the end, and the unused bits of the last byte look like some.
        int last = 0;
        for (int i = 0; deleted > 0; i++)
        {
            if (bits[i] == 0xFF)
                continue;
            output.WriteVInt32(i - last);
            output.WriteByte(bits[i]);
            last = i;
            deleted -= 8 - System.Numerics.BitOperations.PopCount(bits[i]);
        }
    }
}
