using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Lucene.Net.Codecs;

/// <summary>
/// The doc values of a segment (<c>.dvd</c>), as <see cref="DocValuesEntries"/> says where:
/// <code>
/// .dvd := Header("Lucene45DocValuesData", 2), what the entries point to, Footer
///   missing:         Byte^⌈documents / 8⌉, bit i of byte j is 1 when document 8j + i has a value
///   differences:     BlockPacked(Count)
///   multiples:       BlockPacked(Count) of (number − minimum) / divisor
///   table:           Packed(Count, width), places in the table
///   fixed length:    the strings one after the other
///   variable length: the same; addresses: Monotonic(Count), where each ends, from the first
///   shared prefixes: (Shared:VInt32, Rest:VInt32, Byte^Rest)^Count, the first of each interval sharing nothing;
///                    addresses: Monotonic(⌈Count / interval⌉), where each interval begins, from the first
///   ends:            Monotonic(documents), how many ords the documents up to and with this one have
/// </code>
/// Read in place. Any number of threads may use it; the values that it hands out belong to one thread each.
/// </summary>
internal sealed class DocValuesReader : IDisposable
{
    public const string Codec = "Lucene45DocValuesData";
    public const int Version = 2;
    public const string Extension = "dvd";

    private readonly MemoryInput data;
    private readonly int maxDoc;
    private readonly Dictionary<int, DocValuesEntry> entries;

    // Tables of blocks, made when first asked for.
    private readonly Dictionary<object, PackedNumbers> opened = new(ReferenceEqualityComparer.Instance);

    public DocValuesReader(Directory directory, string segment, string suffix, Index.FieldInfos fields, int maxDoc)
    {
        this.maxDoc = maxDoc;
        using (MemoryInput meta = MemoryInput.Open(directory, IndexFileNames.SegmentFileName(segment, suffix, DocValuesEntries.Extension), IOContext.READ_ONCE))
            entries = DocValuesEntries.Read(meta, fields);
        data = MemoryInput.Open(directory, IndexFileNames.SegmentFileName(segment, suffix, Extension), IOContext.READ);
        try
        {
            CodecUtil.CheckHeader(data, Codec, Version, Version);
            CodecUtil.CheckFooter(data);
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    public NumericDocValues GetNumeric(FieldInfo field)
    {
        NumericEntry entry = Find(field, DocValuesType.NUMERIC).Numeric!;
        PackedNumbers numbers = Numbers(entry);
        return entry.Encoding switch
        {
            DocValuesEntries.Differences => new PackedValues(numbers),
            DocValuesEntries.Multiples => new ScaledValues(numbers, entry.Minimum, entry.Divisor),
            _ => new TableValues(data, numbers, entry.Table),
        };
    }

    public BinaryDocValues GetBinary(FieldInfo field) => new MappedBinaryValues(Strings(Find(field, DocValuesType.BINARY).Binary!));

    public SortedDocValues GetSorted(FieldInfo field)
    {
        DocValuesEntry entry = Find(field, DocValuesType.SORTED);
        return new MappedSortedValues(data, Strings(entry.Binary!), Numbers(entry.Numeric!));
    }

    public SortedSetDocValues GetSortedSet(FieldInfo field)
    {
        DocValuesEntry entry = Find(field, DocValuesType.SORTED_SET);
        MappedStrings strings = Strings(entry.Binary!);
        PackedNumbers ords = Numbers(entry.Numeric!);
        if (entry.Ends == null)
            return new SingletonSetValues(new MappedSortedValues(data, strings, ords));
        return new MappedSortedSetValues(data, strings, ords, Monotonic(entry.Ends, entry.Ends.Offset, entry.Ends.Count, entry.Ends.BlockSize));
    }

    /// <summary>The documents that have a value.</summary>
    public IBits GetDocsWithField(FieldInfo field)
    {
        DocValuesEntry entry = Find(field, field.DocValuesType);
        return field.DocValuesType switch
        {
            DocValuesType.NUMERIC => Present(entry.Numeric!.MissingOffset),
            DocValuesType.BINARY => Present(entry.Binary!.MissingOffset),
            DocValuesType.SORTED => Index.DocValues.DocsWithValue(GetSorted(field), maxDoc),
            _ => Index.DocValues.DocsWithValue(GetSortedSet(field), maxDoc),
        };
    }

    public void CheckIntegrity() => CodecUtil.CheckChecksum(data);

    public void Dispose() => data.Dispose();

    private DocValuesEntry Find(FieldInfo field, DocValuesType type)
    {
        data.Memory.EnsureOpen();
        if (!entries.TryGetValue(field.Number, out DocValuesEntry? entry) || entry.Type != type)
            throw data.Corrupt($"doc values of kind {type} for field {field.Name}", $"{entry?.Type.ToString() ?? "none"} in the .dvm");
        return entry;
    }

    private IBits Present(long missingOffset) => missingOffset == -1 ? new ConstantBits(maxDoc, true) : new MappedBits(data, missingOffset, maxDoc);

    private PackedNumbers Numbers(NumericEntry entry) => Once(entry, () =>
    {
        MemoryInput input = At(entry.Offset);
        return entry.Encoding == DocValuesEntries.Table
            ? new DirectNumbers(input, entry.Count, entry.Width)
            : new BlockPackedNumbers(input, entry.Count, entry.BlockSize);
    });

    private PackedNumbers Monotonic(object key, long offset, long count, int blockSize) => Once(key, () => new MonotonicNumbers(At(offset), count, blockSize));

    private MappedStrings Strings(BinaryEntry entry)
    {
        if (entry.Encoding == DocValuesEntries.FixedLength)
            return new FixedStrings(data, entry);
        long addresses = entry.Encoding == DocValuesEntries.VariableLength ? entry.Count : (entry.Count + entry.Interval - 1) / entry.Interval;
        PackedNumbers numbers = Monotonic(entry, entry.AddressesOffset, addresses, entry.BlockSize);
        return entry.Encoding == DocValuesEntries.VariableLength ? new VariableStrings(data, entry, numbers) : new PrefixStrings(data, entry, numbers);
    }

    private PackedNumbers Once(object key, Func<PackedNumbers> open)
    {
        lock (opened)
        {
            if (!opened.TryGetValue(key, out PackedNumbers? numbers))
                opened[key] = numbers = open();
            return numbers;
        }
    }

    private MemoryInput At(long offset)
    {
        MemoryInput input = data.Copy();
        input.Seek(offset);
        return input;
    }
}
