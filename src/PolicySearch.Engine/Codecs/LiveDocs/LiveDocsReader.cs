using System.Numerics;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Lucene.Net.Codecs;

/// <summary>
/// Which documents of a segment are not deleted (<c>_S_G.del</c>):
/// <code>
/// .del    := −2:Int32, Header("BitVector", 1..2), (Full | Sparse), Footer        (4.0 to 4.7, version 1: no footer)
/// Full    := Size:Int32, Count:Int32, Byte^((Size + 7) / 8)
/// Sparse  := −1:Int32, Size:Int32, Count:Int32, (Gap:VInt32, Byte)*     only the bytes that are not 255, by the distance to the last one
/// </code>
/// Bit i of byte j stands for document 8j + i: 1 when it is there. Count is the number of ones.
/// </summary>
internal static class LiveDocsReader
{
    public const string Codec = "BitVector";
    public const int Mark = -2;
    public const int VersionStart = 1;
    public const int VersionCurrent = 2;
    public const string Extension = "del";

    public static FixedBitSet Read(Directory directory, SegmentCommitInfo segment)
    {
        using MemoryInput input = MemoryInput.Open(directory, segment.DelFileName!, IOContext.READ_ONCE);
        int mark = input.ReadInt32();
        if (mark != Mark)
            input.ThrowCorrupt(0, $"{Mark}", $"{mark}");
        int version = CodecUtil.CheckHeader(input, Codec, VersionStart, VersionCurrent);
        long end = version >= VersionCurrent ? CodecUtil.CheckChecksum(input) : input.Length;
        int size = input.ReadInt32();
        bool sparse = size == -1;
        if (sparse)
            size = input.ReadInt32();
        int count = input.ReadInt32();
        CheckCounts(input, segment, size, count);
        FixedBitSet bits = sparse ? ReadSparse(input, size, size - count) : ReadFull(input, size);
        if (bits.Cardinality != count)
            input.ThrowCorrupt(input.Position, $"{count} documents", $"{bits.Cardinality} bits set");
        CodecUtil.CheckEnd(input, end);
        return bits;
    }

    private static void CheckCounts(MemoryInput input, SegmentCommitInfo segment, int size, int count)
    {
        if (size != segment.Info.DocCount)
            input.ThrowCorrupt(input.Position - 8, $"the segment's {segment.Info.DocCount} documents", $"{size}");
        if (count != size - segment.DelCount)
            input.ThrowCorrupt(input.Position - 4, $"{size - segment.DelCount} documents, as segments_N says", $"{count}");
    }

    private static FixedBitSet ReadFull(MemoryInput input, int size)
    {
        var bits = new FixedBitSet(size);
        ReadOnlySpan<byte> bytes = input.ReadSpan((size + 7) >> 3);
        long[] words = bits.GetBits();
        for (int i = 0; i < bytes.Length && i >> 3 < words.Length; i++)
            words[i >> 3] |= (long)bytes[i] << (8 * (i & 7));
        CheckTail(input, size, words);
        return bits;
    }

    private static FixedBitSet ReadSparse(MemoryInput input, int size, int deleted)
    {
        var bits = new FixedBitSet(size);
        bits.Set(0, size);
        long[] words = bits.GetBits();
        long at = 0;
        while (deleted > 0)
        {
            at += input.ReadVInt32();
            byte value = input.ReadByte();
            if (at < 0 || at > (size - 1) >> 3 || value == 0xff)
                input.ThrowCorrupt(input.Position - 1, $"a byte in [0, {(size - 1) >> 3}] that is not 255", $"{value} at {at}");
            // Bits behind the last document count as set while they are counted here.
            deleted -= 8 - BitOperations.PopCount(value);
            if (at >> 3 < words.Length)
                words[at >> 3] &= ~(0xffL << (int)(8 * (at & 7))) | (long)value << (int)(8 * (at & 7));
        }
        ClearTail(size, words);
        return bits;
    }

    private static void CheckTail(MemoryInput input, int size, long[] words)
    {
        if ((size & 63) != 0 && words[^1] >>> size != 0)
            input.ThrowCorrupt(input.Position, $"no bits behind document {size - 1}", "some");
    }

    private static void ClearTail(int size, long[] words)
    {
        if ((size & 63) != 0)
            words[^1] &= (1L << size) - 1;
    }
}
