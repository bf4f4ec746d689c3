using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Codecs;

/// <summary>A document's number, or none.</summary>
internal readonly record struct NumericValue(long Value, bool Exists);

/// <summary>
/// Writes .dvd and .dvm, the values of documents by column. Sequences are read more than once and must be the same each time.
/// <code>
/// .dvm      := Header, Entry*, -1:VInt32, Footer
/// Entry     := Number:VInt32, Kind:Byte, …       Kind: 0 numeric, 1 binary, 2 sorted, 3 sorted set
/// numeric   := Format:VInt32, Missing:Int64, PackedVersion:VInt32, Data:Int64, Count:VInt64, BlockSize:VInt32,
///              0 differences: nothing | 1 multiples: Min:Int64, Divisor:Int64 | 2 table: Size:VInt32, Value:Int64 ^Size
/// binary    := Format:VInt32, Missing:Int64, MinLength:VInt32, MaxLength:VInt32, Count:VInt64, Data:Int64,
///              0 equal lengths: nothing | 1 lengths differ: Ends:Int64, PackedVersion:VInt32, BlockSize:VInt32
///              | 2 sorted, shared prefixes left out: Interval:VInt32 = 16, Starts:Int64, PackedVersion:VInt32, BlockSize:VInt32
/// sorted    := binary Entry of the values, numeric Entry of the ordinals (-1: none)
/// sortedset := Format:VInt32, 0: binary Entry, numeric Entry of all ordinals, numeric Entry of where each document's end
///              | 1 at most one value: sorted Entry
/// </code>
/// Missing is -1, or where in .dvd one bit per document says that it has a value (lowest bit first).
/// </summary>
internal sealed class DocValuesWriter : IDisposable
{
    public const string DataCodec = "Lucene45DocValuesData";
    public const string MetaCodec = "Lucene45ValuesMetadata";
    public const int Version = 2;

    private const byte NumericKind = 0, BinaryKind = 1, SortedKind = 2, SortedSetKind = 3;
    private const int Differences = 0, Multiples = 1, Table = 2;
    private const int PrefixInterval = 16;

    private readonly IndexOutput _data;
    private readonly IndexOutput _meta;

    public DocValuesWriter(Directory directory, string segment, string suffix, IOContext context)
    {
        _data = Outputs.Create(directory, IndexFileNames.SegmentFileName(segment, suffix, "dvd"), DataCodec, Version, context);
        try
        {
            _meta = Outputs.Create(directory, IndexFileNames.SegmentFileName(segment, suffix, "dvm"), MetaCodec, Version, context);
        }
        catch
        {
            _data.Dispose();
            throw;
        }
    }

    /// <summary>One number per document, or none.</summary>
    public void AddNumeric(FieldInfo field, IEnumerable<NumericValue> values)
    {
        NumericStatistics statistics = NumericStatistics.Of(values);
        int format = statistics.Table is not null ? Table : statistics.Divisor > 1 ? Multiples : Differences;
        long missing = statistics.Missing ? WriteExists(values.Select(value => value.Exists)) : -1;
        StartNumeric(field, format, missing, statistics.Count);
        switch (format)
        {
            case Table:
                WriteTable(values, statistics.Table!);
                break;
            case Multiples:
                _meta.WriteInt64(statistics.Min);
                _meta.WriteInt64(statistics.Divisor);
                WriteBlocks(values.Select(value => (value.Value - statistics.Min) / statistics.Divisor));
                break;
            default:
                WriteBlocks(values.Select(value => value.Value));
                break;
        }
    }

    /// <summary>Bytes per document; null for none.</summary>
    public void AddBinary(FieldInfo field, IEnumerable<BytesRef?> values)
    {
        long start = _data.Position;
        Lengths lengths = default;
        foreach (BytesRef? value in values)
        {
            lengths = lengths.With(value?.Length ?? 0);
            if (value is not null)
                _data.Write(value.Span);
        }
        bool missing = values.Any(value => value is null);
        _meta.WriteVInt32(field.Number);
        _meta.WriteByte(BinaryKind);
        _meta.WriteVInt32(lengths.AreEqual ? 0 : 1);
        _meta.WriteInt64(missing ? WriteExists(values.Select(value => value is not null)) : -1);
        WriteBinaryShape(lengths, start);
        if (!lengths.AreEqual)
            WriteEnds(values);
    }

    /// <summary>One value per document: the distinct values in order, and for each document its value's ordinal, -1 for none.</summary>
    public void AddSorted(FieldInfo field, IEnumerable<BytesRef> values, IEnumerable<long> ordinals)
    {
        _meta.WriteVInt32(field.Number);
        _meta.WriteByte(SortedKind);
        AddDictionary(field, values);
        AddOrdinals(field, ordinals);
    }

    /// <summary>Several values per document: the distinct values in order, how many each document has, and all their ordinals.</summary>
    public void AddSortedSet(FieldInfo field, IEnumerable<BytesRef> values, IEnumerable<int> counts, IEnumerable<long> ordinals)
    {
        _meta.WriteVInt32(field.Number);
        _meta.WriteByte(SortedSetKind);
        if (counts.All(count => count <= 1))
        {
            _meta.WriteVInt32(1);
            AddSorted(field, values, SingleOrdinals(counts, ordinals));
            return;
        }
        _meta.WriteVInt32(0);
        AddDictionary(field, values);
        AddOrdinals(field, ordinals);
        AddEnds(field, counts);
    }

    public void Finish()
    {
        _meta.WriteVInt32(-1);
        CodecUtil.WriteFooter(_meta);
        CodecUtil.WriteFooter(_data);
    }

    public void Dispose() => Outputs.DisposeAll(_data, _meta);

    private static IEnumerable<long> SingleOrdinals(IEnumerable<int> counts, IEnumerable<long> ordinals)
    {
        using IEnumerator<long> next = ordinals.GetEnumerator();
        foreach (int count in counts)
        {
            if (count > 0)
                next.MoveNext();
            yield return count > 0 ? next.Current : -1;
        }
    }

    private void StartNumeric(FieldInfo field, int format, long missing, long count)
    {
        _meta.WriteVInt32(field.Number);
        _meta.WriteByte(NumericKind);
        _meta.WriteVInt32(format);
        _meta.WriteInt64(missing);
        _meta.WriteVInt32(BitPacker.Version);
        _meta.WriteInt64(_data.Position);
        _meta.WriteVInt64(count);
        _meta.WriteVInt32(BlockPackedWriter.BlockSize);
    }

    private void AddOrdinals(FieldInfo field, IEnumerable<long> ordinals)
    {
        StartNumeric(field, Differences, -1, ordinals.LongCount());
        WriteBlocks(ordinals);
    }

    private void AddEnds(FieldInfo field, IEnumerable<int> counts)
    {
        StartNumeric(field, Differences, -1, counts.LongCount());
        var ends = new MonotonicBlockPackedWriter(_data);
        long end = 0;
        foreach (int count in counts)
            ends.Add(end += count);
        ends.Finish();
    }

    private void WriteBlocks(IEnumerable<long> values)
    {
        var writer = new BlockPackedWriter(_data);
        foreach (long value in values)
            writer.Add(value);
        writer.Finish();
    }

    private void WriteTable(IEnumerable<NumericValue> values, long[] table)
    {
        _meta.WriteVInt32(table.Length);
        foreach (long value in table)
            _meta.WriteInt64(value);
        int bits = BitPacker.BitsRequired(table.Length - 1), used = 0;
        // A multiple of 8, so that each part but the last fills whole bytes.
        var part = new long[1024];
        foreach (NumericValue value in values)
        {
            part[used++] = Array.BinarySearch(table, value.Value);
            if (used < part.Length)
                continue;
            BitPacker.Write(_data, part, bits);
            used = 0;
        }
        BitPacker.Write(_data, part.AsSpan(0, used), bits);
    }

    private long WriteExists(IEnumerable<bool> exists)
    {
        long start = _data.Position;
        int bits = 0, count = 0;
        foreach (bool bit in exists)
        {
            bits |= bit ? 1 << count : 0;
            if (++count < 8)
                continue;
            _data.WriteByte((byte)bits);
            bits = count = 0;
        }
        if (count > 0)
            _data.WriteByte((byte)bits);
        return start;
    }

    private void WriteEnds(IEnumerable<BytesRef?> values)
    {
        _meta.WriteInt64(_data.Position);
        _meta.WriteVInt32(BitPacker.Version);
        _meta.WriteVInt32(BlockPackedWriter.BlockSize);
        var ends = new MonotonicBlockPackedWriter(_data);
        long end = 0;
        foreach (BytesRef? value in values)
            ends.Add(end += value?.Length ?? 0);
        ends.Finish();
    }

    private void WriteBinaryShape(Lengths lengths, long start)
    {
        _meta.WriteVInt32(lengths.Min);
        _meta.WriteVInt32(lengths.Max);
        _meta.WriteVInt64(lengths.Count);
        _meta.WriteInt64(start);
    }

    /// <summary>The distinct values of a sorted field: plain when all are equally long, else each without the bytes that it shares with the one before.</summary>
    private void AddDictionary(FieldInfo field, IEnumerable<BytesRef> values)
    {
        Lengths lengths = default;
        foreach (BytesRef value in values)
            lengths = lengths.With(value.Length);
        if (lengths.AreEqual)
        {
            AddBinary(field, values);
            return;
        }
        long start = _data.Position;
        var addresses = new GrowableOutput(1024);
        WriteShared(values, start, addresses);
        long addressesAt = _data.Position;
        addresses.WriteTo(_data);
        _meta.WriteVInt32(field.Number);
        _meta.WriteByte(BinaryKind);
        _meta.WriteVInt32(2);
        _meta.WriteInt64(-1);
        WriteBinaryShape(lengths, start);
        _meta.WriteVInt32(PrefixInterval);
        _meta.WriteInt64(addressesAt);
        _meta.WriteVInt32(BitPacker.Version);
        _meta.WriteVInt32(BlockPackedWriter.BlockSize);
    }

    private void WriteShared(IEnumerable<BytesRef> values, long start, GrowableOutput addresses)
    {
        var starts = new MonotonicBlockPackedWriter(addresses);
        var last = new BytesRef(64);
        long count = 0;
        foreach (BytesRef value in values)
        {
            if (count++ % PrefixInterval == 0)
            {
                starts.Add(_data.Position - start);
                last.Length = 0;
            }
            int shared = last.Span.CommonPrefixLength(value.Span);
            _data.WriteVInt32(shared);
            _data.WriteVInt32(value.Length - shared);
            _data.Write(value.Span[shared..]);
            last.CopyBytes(value);
        }
        starts.Finish();
    }

    private readonly record struct Lengths(int Min, int Max, long Count)
    {
        public bool AreEqual => Min == Max;

        public Lengths With(int length) =>
            Count == 0 ? new(length, length, 1) : new(Math.Min(Min, length), Math.Max(Max, length), Count + 1);
    }
}
