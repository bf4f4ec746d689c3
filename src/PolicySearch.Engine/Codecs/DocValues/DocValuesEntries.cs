using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>Where a field's numbers lie in the .dvd, and how they are encoded. <see cref="MissingOffset"/> is −1 when every document has one.</summary>
internal sealed record NumericEntry(int Encoding, long MissingOffset, long Offset, long Count, int BlockSize)
{
    public long Minimum { get; init; }

    public long Divisor { get; init; }

    public long[] Table { get; init; } = [];

    /// <summary>Bits of a place in <see cref="Table"/>.</summary>
    public int Width => PackedBits.BitsRequired(Table.Length - 1);
}

/// <summary>Where a field's byte strings lie in the .dvd, and how they are encoded. <see cref="MissingOffset"/> is −1 when every document has one.</summary>
internal sealed record BinaryEntry(int Encoding, long MissingOffset, int MinLength, int MaxLength, long Count, long Offset)
{
    /// <summary>How many strings share a start; prefix encoding alone.</summary>
    public int Interval { get; init; }

    public long AddressesOffset { get; init; }

    public int BlockSize { get; init; }
}

/// <summary>A field's table of contents: the parts that its kind has, else null.</summary>
internal sealed record DocValuesEntry(DocValuesType Type)
{
    /// <summary>The numbers; ords for SORTED; all documents' ords for SORTED_SET.</summary>
    public NumericEntry? Numeric { get; init; }

    /// <summary>The byte strings; for SORTED and SORTED_SET in order.</summary>
    public BinaryEntry? Binary { get; init; }

    /// <summary>Where each document's ords end; SORTED_SET alone, and null there when no document has more than one.</summary>
    public NumericEntry? Ends { get; init; }
}

/// <summary>
/// The table of contents of a segment's doc values (<c>.dvm</c>):
/// <code>
/// .dvm      := Header("Lucene45ValuesMetadata", 2), (Field:VInt32, Entry)*, −1:VInt32, Footer
/// Entry     := 0:Byte, Numeric | 1:Byte, Binary | 2:Byte, Sorted | 3:Byte, SortedSet
/// Numeric   := Encoding:VInt32, MissingOffset:Int64, PackedVersion:VInt32, Offset:Int64, Count:VInt64, BlockSize:VInt32, NumericRest
///   NumericRest of 0 differences: nothing · of 1 multiples: Minimum:Int64, Divisor:Int64 · of 2 table: Count:VInt32, Int64^Count
/// Binary    := Encoding:VInt32, MissingOffset:Int64, MinLength:VInt32, MaxLength:VInt32, Count:VInt64, Offset:Int64, BinaryRest
///   BinaryRest of 0 fixed length: nothing · of 1 variable length: Addresses · of 2 shared prefixes: Interval:VInt32, Addresses
///   Addresses := Offset:Int64, PackedVersion:VInt32, BlockSize:VInt32
/// Sorted    := Field:VInt32, 1:Byte, Binary, Field:VInt32, 0:Byte, Numeric
/// SortedSet := Kind:VInt32, then for kind 1 (at most one value a document) Field:VInt32, 2:Byte, Sorted, and for kind 0
///              Field:VInt32, 1:Byte, Binary, Field:VInt32, 0:Byte, Numeric, Field:VInt32, 0:Byte, Numeric (of ends, monotonic)
/// </code>
/// Offsets are in the .dvd: <see cref="DocValuesReader"/>.
/// </summary>
internal static class DocValuesEntries
{
    public const string Codec = "Lucene45ValuesMetadata";
    public const int Version = 2;
    public const string Extension = "dvm";

    public const int Differences = 0, Multiples = 1, Table = 2;
    public const int FixedLength = 0, VariableLength = 1, SharedPrefixes = 2;
    public const int SetWithEnds = 0, SetOfSingles = 1;
    public const byte NumericKind = 0, BinaryKind = 1, SortedKind = 2, SortedSetKind = 3;

    public static Dictionary<int, DocValuesEntry> Read(MemoryInput meta, Index.FieldInfos fields)
    {
        CodecUtil.CheckHeader(meta, Codec, Version, Version);
        long end = CodecUtil.CheckChecksum(meta);
        var entries = new Dictionary<int, DocValuesEntry>();
        for (int field = meta.ReadVInt32(); field != -1; field = meta.ReadVInt32())
        {
            if (fields.FieldInfo(field) is not { HasDocValues: true })
                meta.ThrowCorrupt(meta.Position - 1, "the number of a field with doc values", $"{field}");
            entries[field] = ReadEntry(meta, field);
        }
        CodecUtil.CheckEnd(meta, end);
        return entries;
    }

    private static DocValuesEntry ReadEntry(MemoryInput meta, int field)
    {
        byte kind = meta.ReadByte();
        switch (kind)
        {
            case NumericKind:
                return new DocValuesEntry(DocValuesType.NUMERIC) { Numeric = ReadNumeric(meta) };
            case BinaryKind:
                return new DocValuesEntry(DocValuesType.BINARY) { Binary = ReadBinary(meta) };
            case SortedKind:
                return ReadSorted(meta, field);
            case SortedSetKind:
                return ReadSortedSet(meta, field);
            default:
                throw meta.Corrupt("a kind of doc values in [0, 3]", $"{kind}");
        }
    }

    private static DocValuesEntry ReadSorted(MemoryInput meta, int field)
    {
        Expect(meta, field, BinaryKind);
        BinaryEntry binary = ReadBinary(meta);
        Expect(meta, field, NumericKind);
        return new DocValuesEntry(DocValuesType.SORTED) { Binary = binary, Numeric = ReadNumeric(meta) };
    }

    private static DocValuesEntry ReadSortedSet(MemoryInput meta, int field)
    {
        int kind = meta.ReadVInt32();
        if (kind == SetOfSingles)
        {
            Expect(meta, field, SortedKind);
            return ReadSorted(meta, field) with { Type = DocValuesType.SORTED_SET };
        }
        if (kind != SetWithEnds)
            meta.ThrowCorrupt(meta.Position - 1, "a kind of sorted sets in [0, 1]", $"{kind}");
        DocValuesEntry sorted = ReadSorted(meta, field);
        Expect(meta, field, NumericKind);
        return sorted with { Type = DocValuesType.SORTED_SET, Ends = ReadNumeric(meta) };
    }

    private static void Expect(MemoryInput meta, int field, byte kind)
    {
        int foundField = meta.ReadVInt32();
        byte foundKind = meta.ReadByte();
        if (foundField != field || foundKind != kind)
            meta.ThrowCorrupt(meta.Position - 2, $"field {field}, kind {kind}", $"field {foundField}, kind {foundKind}");
    }

    private static NumericEntry ReadNumeric(MemoryInput meta)
    {
        int encoding = meta.ReadVInt32();
        long missing = meta.ReadInt64();
        PackedBits.CheckVersion(meta);
        var entry = new NumericEntry(encoding, missing, meta.ReadInt64(), meta.ReadVInt64(), meta.ReadVInt32());
        switch (encoding)
        {
            case Differences:
                return entry;
            case Multiples:
                return entry with { Minimum = meta.ReadInt64(), Divisor = meta.ReadInt64() };
            case Table:
                return entry with { Table = ReadTable(meta) };
            default:
                throw meta.Corrupt("an encoding of numbers in [0, 2]", $"{encoding}");
        }
    }

    private static long[] ReadTable(MemoryInput meta)
    {
        int count = meta.ReadVInt32();
        if (count is < 1 or > 256)
            meta.ThrowCorrupt(meta.Position - 1, "a table of 1 to 256 numbers", $"{count}");
        var table = new long[count];
        for (int i = 0; i < count; i++)
            table[i] = meta.ReadInt64();
        return table;
    }

    private static BinaryEntry ReadBinary(MemoryInput meta)
    {
        int encoding = meta.ReadVInt32();
        long missing = meta.ReadInt64();
        var entry = new BinaryEntry(encoding, missing, meta.ReadVInt32(), meta.ReadVInt32(), meta.ReadVInt64(), meta.ReadInt64());
        int interval = encoding == SharedPrefixes ? meta.ReadVInt32() : 1;
        if (encoding is < FixedLength or > SharedPrefixes || entry.MinLength < 0 || entry.MaxLength < 0 || interval < 1)
            throw meta.Corrupt("an encoding of byte strings in [0, 2], lengths and an interval", $"{encoding}, {entry.MinLength} to {entry.MaxLength}, {interval}");
        if (encoding == FixedLength)
            return entry;
        long addresses = meta.ReadInt64();
        PackedBits.CheckVersion(meta);
        return entry with { Interval = interval, AddressesOffset = addresses, BlockSize = meta.ReadVInt32() };
    }
}
