using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;

namespace Lucene.Net.Analysis.Cn.Smart;

/// <summary>
/// The dictionary as it lies in the assembly (embedded resource smartcn.dict, Brotli). Integers are little-endian, VInt is 7 bits a byte, low bits first.
/// <code>
/// File    := "SCN1" EntryCount:Int32 PairCount:Int32 Entries Pairs
/// Entries := Shared:Byte^N Rest:Byte^N Char:UInt16^(sum of Rest) Frequency:VInt^EntryCount            (N = EntryCount − 4)
/// Pairs   := RowLength:VInt^EntryCount Gap:VInt^PairCount Frequency:VInt^PairCount
/// </code>
/// Entries 0 to 3 have no text: a string of letters, a number, a sentence's begin, its end. The others are in ordinal order; an entry takes Shared
/// characters of the one before, then Rest of its own. Row f lists the entries that follow entry f: the first is Gap, each later one is Gap + 1 further on.
/// Written by tests/PolicySearch.DictionaryTool.
/// </summary>
internal sealed class DictionaryFile
{
    /// <summary>Entries without text, at the front.</summary>
    public const int Letters = 0, Number = 1, Begin = 2, End = 3, NameCount = 4;

    private readonly byte[] bytes;
    private int position;

    private DictionaryFile(byte[] bytes)
    {
        this.bytes = bytes;
        if (!bytes.AsSpan(0, 4).SequenceEqual("SCN1"u8))
            throw new InvalidDataException("smartcn.dict: not a dictionary of version SCN1");
        int entryCount = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4)), pairCount = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8));
        position = 12;
        Texts = ReadTexts(entryCount);
        Frequencies = ReadVInts(entryCount);
        RowLengths = ReadVInts(entryCount);
        Followers = ReadVInts(pairCount);
        PairFrequencies = ReadVInts(pairCount);
        GapsToNumbers();
    }

    /// <summary>The text of each entry; empty for the first four.</summary>
    public string[] Texts { get; }

    /// <summary>Occurrences of each entry in the training text.</summary>
    public int[] Frequencies { get; }

    /// <summary>How many pairs each entry starts; their entries and frequencies follow each other in the next two.</summary>
    public int[] RowLengths { get; }

    /// <summary>The second entry of each pair.</summary>
    public int[] Followers { get; }

    /// <summary>Occurrences of each pair.</summary>
    public int[] PairFrequencies { get; }

    /// <summary>Reads the embedded dictionary.</summary>
    public static DictionaryFile Load()
    {
        using Stream resource = typeof(DictionaryFile).Assembly.GetManifestResourceStream("smartcn.dict")!;
        using var stream = new BrotliStream(resource, CompressionMode.Decompress);
        using var memory = new MemoryStream(4 << 20);
        stream.CopyTo(memory);
        return new DictionaryFile(memory.ToArray());
    }

    private string[] ReadTexts(int entryCount)
    {
        int count = entryCount - NameCount;
        ReadOnlySpan<byte> shared = Take(count), rest = Take(count);
        string[] texts = new string[entryCount];
        texts.AsSpan(0, NameCount).Fill("");
        Span<char> text = stackalloc char[byte.MaxValue * 2];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> chars = Take(rest[i] * sizeof(char));
            for (int k = 0; k < rest[i]; k++)
                text[shared[i] + k] = (char)(chars[2 * k] | chars[2 * k + 1] << 8);
            texts[NameCount + i] = new string(text[..(shared[i] + rest[i])]);
        }
        return texts;
    }

    private int[] ReadVInts(int count)
    {
        int[] values = new int[count];
        for (int i = 0; i < count; i++)
        {
            int value = 0;
            for (int shift = 0; ; shift += 7)
            {
                byte b = bytes[position++];
                value |= (b & 0x7F) << shift;
                if (b < 0x80)
                    break;
            }
            values[i] = value;
        }
        return values;
    }

    private void GapsToNumbers()
    {
        int pair = 0;
        foreach (int length in RowLengths)
        {
            int next = 0;
            for (int end = pair + length; pair < end; pair++)
                next = 1 + (Followers[pair] += next);
        }
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        position += count;
        return bytes.AsSpan(position - count, count);
    }
}
