using System.Runtime.CompilerServices;

namespace Lucene.Net.Codecs;

/// <summary>
/// LZ4 blocks without a frame:
/// <code>
/// Block    := Sequence*, the last without a match
/// Sequence := Token:Byte (literals * 16 + match length − 4), More literals?, literals, Distance:UInt16 (little-endian), More match?
/// More     := 255* Byte, summed up, when the token's four bits are 15
/// </code>
/// </summary>
internal static class Lz4
{
    /// <summary>Decodes exactly <paramref name="target"/>.Length bytes; false when the block is damaged.</summary>
    /// <param name="source">The block; may go on behind its end.</param>
    /// <param name="target">Filled completely.</param>
    /// <param name="partial">The block may go on behind the target; only what fits is decoded.</param>
    /// <param name="consumed">Bytes of the block.</param>
    public static bool Decode(ReadOnlySpan<byte> source, Span<byte> target, bool partial, out int consumed)
    {
        int from = 0, to = 0;
        consumed = 0;
        while (to < target.Length)
        {
            if (from >= source.Length)
                return false;
            int token = source[from++];
            long literals = token >> 4;
            if (literals == 15 && !ReadMore(source, ref from, ref literals))
                return false;
            if (partial)
                literals = Math.Min(literals, target.Length - to);
            if (literals > source.Length - from || literals > target.Length - to)
                return false;
            CopyLiterals(source, from, target, to, (int)literals);
            from += (int)literals;
            to += (int)literals;
            if (to == target.Length)
                break;
            if (!DecodeMatch(source, ref from, target, ref to, token & 15, partial))
                return false;
        }
        consumed = from;
        return true;
    }

    // Sixteen bytes at once where both sides have room, which is nearly always.
    private static void CopyLiterals(ReadOnlySpan<byte> source, int from, Span<byte> target, int to, int count)
    {
        if (count <= 16 && source.Length - from >= 16 && target.Length - to >= 16)
            Unsafe.CopyBlockUnaligned(ref target[to], in source[from], 16);
        else
            source.Slice(from, count).CopyTo(target[to..]);
    }

    private static bool DecodeMatch(ReadOnlySpan<byte> source, ref int from, Span<byte> target, ref int to, long length, bool partial)
    {
        if (source.Length - from < 2)
            return false;
        int distance = source[from] | source[from + 1] << 8;
        from += 2;
        if (length == 15 && !ReadMore(source, ref from, ref length))
            return false;
        length += 4;
        if (partial)
            length = Math.Min(length, target.Length - to);
        if (distance == 0 || distance > to || length > target.Length - to)
            return false;
        CopyMatch(target, to, distance, (int)length);
        to += (int)length;
        return true;
    }

    // A match may reach into itself: then its first `distance` bytes repeat, doubling with each copy.
    private static void CopyMatch(Span<byte> target, int to, int distance, int length)
    {
        while (length > 0)
        {
            int count = Math.Min(distance, length);
            target.Slice(to - distance, count).CopyTo(target[to..]);
            to += count;
            length -= count;
            distance += count;
        }
    }

    private static bool ReadMore(ReadOnlySpan<byte> source, ref int from, ref long value)
    {
        byte b;
        do
        {
            if (from >= source.Length)
                return false;
            b = source[from++];
            value += b;
        }
        while (b == 255);
        return true;
    }
}
