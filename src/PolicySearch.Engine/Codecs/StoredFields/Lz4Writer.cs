using System.Buffers.Binary;
using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>
/// Compresses with LZ4's block format: greedy matching through one hash table, which favours speed.
/// <code>
/// Block    := Sequence*
/// Sequence := Token:Byte = literals &lt;&lt; 4 | matched - 4, [more of literals: 255* and a byte], Literals,
///             [Distance: 2 bytes, low first, [more of matched]]       the last sequence has literals only
/// </code>
/// Use one instance per writer; not thread-safe.
/// </summary>
internal sealed class Lz4Writer
{
    private const int HashBits = 14, MinMatch = 4, MaxDistance = 65535;

    // The format keeps the last bytes literal, so that a decoder may copy in wide steps.
    private const int LastLiterals = 5, LastMatchStart = 12;

    // Where a sequence was last seen, counted through all blocks: what lies before the block at hand is no match, so the table need not be cleared for it.
    private readonly int[] _table = new int[1 << HashBits];
    private int _seen;

    /// <summary>Compresses all of <paramref name="data"/> into <paramref name="output"/>.</summary>
    public void Compress(ReadOnlySpan<byte> data, DataOutput output)
    {
        int anchor = 0, at = 0, limit = data.Length - LastMatchStart, matchLimit = data.Length - LastLiterals;
        int first = NextBlock(data.Length), misses = 0;
        while (at < limit)
        {
            uint sequence = BinaryPrimitives.ReadUInt32LittleEndian(data[at..]);
            ref int slot = ref _table[(sequence * 2654435761u) >> (32 - HashBits)];
            int candidate = slot - first;
            slot = at + first;
            if (candidate < 0 || at - candidate > MaxDistance || BinaryPrimitives.ReadUInt32LittleEndian(data[candidate..]) != sequence)
            {
                at += 1 + (misses++ >> 6);
                continue;
            }
            misses = 0;
            int matched = MinMatch + data[(at + MinMatch)..matchLimit].CommonPrefixLength(data[(candidate + MinMatch)..]);
            while (at > anchor && candidate > 0 && data[at - 1] == data[candidate - 1])
            {
                at--;
                candidate--;
                matched++;
            }
            WriteSequence(output, data[anchor..at], at - candidate, matched);
            at += matched;
            anchor = at;
        }
        WriteLast(output, data[anchor..]);
    }

    /// <summary>The number of a block's first byte, greater than any in the table.</summary>
    private int NextBlock(int length)
    {
        if (_seen > int.MaxValue - 1 - length)
        {
            Array.Clear(_table);
            _seen = 0;
        }
        // From 1: an empty slot holds 0.
        int first = _seen + 1;
        _seen += length;
        return first;
    }

    private static void WriteSequence(DataOutput output, ReadOnlySpan<byte> literals, int distance, int matched)
    {
        int more = matched - MinMatch;
        WriteToken(output, literals, Math.Min(more, 15));
        output.WriteByte((byte)distance);
        output.WriteByte((byte)(distance >> 8));
        if (more >= 15)
            WriteLength(output, more - 15);
    }

    private static void WriteLast(DataOutput output, ReadOnlySpan<byte> literals) => WriteToken(output, literals, 0);

    private static void WriteToken(DataOutput output, ReadOnlySpan<byte> literals, int low)
    {
        output.WriteByte((byte)((Math.Min(literals.Length, 15) << 4) | low));
        if (literals.Length >= 15)
            WriteLength(output, literals.Length - 15);
        output.Write(literals);
    }

    private static void WriteLength(DataOutput output, int rest)
    {
        for (; rest >= 255; rest -= 255)
            output.WriteByte(255);
        output.WriteByte((byte)rest);
    }
}
