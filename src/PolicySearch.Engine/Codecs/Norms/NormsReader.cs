using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>
/// The norms of a segment: a number a document and field, in practice a byte (<c>.nvd</c>, where they lie <c>.nvm</c>):
/// <code>
/// .nvm  := Header("Lucene41NormsMetadata", 2), Field*, −1:VInt32, Footer
/// Field := Number:VInt32, 0:Byte, Offset:Int64 (in the .nvd), Encoding:Byte, PackedVersion:VInt32 unless Encoding is 2
/// .nvd  := Header("Lucene41NormsData", 2), what the fields point to, Footer
///   0 differences:  BlockSize:VInt32, BlockPacked(documents)
///   1 table:        Count:VInt32, Int64^Count, Format:VInt32, Width:VInt32, packed numbers into the table
///   2 bytes:        Byte^documents, signed
///   3 multiples:    Minimum:Int64, Divisor:Int64, BlockSize:VInt32, BlockPacked(documents) of (number − minimum) / divisor
/// </code>
/// Immutable; any number of threads may use it.
/// </summary>
internal sealed class NormsReader : IDisposable
{
    public const string DataCodec = "Lucene41NormsData";
    public const string MetaCodec = "Lucene41NormsMetadata";
    public const int Version = 2;
    public const string DataExtension = "nvd";
    public const string MetaExtension = "nvm";
    public const byte Differences = 0;
    public const byte Table = 1;
    public const byte Bytes = 2;
    public const byte Multiples = 3;

    private readonly MemoryInput data;
    private readonly int maxDoc;
    private readonly Dictionary<int, (long Offset, byte Encoding)> entries = [];
    private readonly Dictionary<int, NumericDocValues> opened = [];

    public NormsReader(Directory directory, string segment, Index.FieldInfos fields, int maxDoc)
    {
        this.maxDoc = maxDoc;
        using (MemoryInput meta = MemoryInput.Open(directory, IndexFileNames.SegmentFileName(segment, "", MetaExtension), IOContext.READ_ONCE))
            ReadEntries(meta, fields);
        data = MemoryInput.Open(directory, IndexFileNames.SegmentFileName(segment, "", DataExtension), IOContext.READ);
        try
        {
            CodecUtil.CheckHeader(data, DataCodec, Version, Version);
            CodecUtil.CheckFooter(data);
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    /// <summary>The norms of a field that has them; the same object for all callers.</summary>
    /// <exception cref="CorruptIndexException">The segment does not hold them after all.</exception>
    public NumericDocValues Get(FieldInfo field)
    {
        data.Memory.EnsureOpen();
        lock (opened)
        {
            if (!opened.TryGetValue(field.Number, out NumericDocValues? norms))
                opened[field.Number] = norms = Load(field);
            return norms;
        }
    }

    public void CheckIntegrity() => CodecUtil.CheckChecksum(data);

    public void Dispose() => data.Dispose();

    private NumericDocValues Load(FieldInfo field)
    {
        if (!entries.TryGetValue(field.Number, out var entry))
            throw data.Corrupt($"norms of field {field.Name}", "none in the .nvm");
        MemoryInput input = data.Copy();
        input.Seek(entry.Offset);
        return entry.Encoding switch
        {
            Bytes => new ByteNorms(input, maxDoc),
            Table => LoadTable(input),
            Differences => new PackedValues(new BlockPackedNumbers(input, maxDoc, input.ReadVInt32())),
            _ => LoadMultiples(input),
        };
    }

    private ScaledValues LoadMultiples(MemoryInput input)
    {
        long minimum = input.ReadInt64(), divisor = input.ReadInt64();
        return new ScaledValues(new BlockPackedNumbers(input, maxDoc, input.ReadVInt32()), minimum, divisor);
    }

    private TableValues LoadTable(MemoryInput input)
    {
        int count = input.ReadVInt32();
        if (count is < 1 or > 256)
            input.ThrowCorrupt(input.Position, "a table of 1 to 256 norms", $"{count}");
        var table = new long[count];
        for (int i = 0; i < count; i++)
            table[i] = input.ReadInt64();
        int format = input.ReadVInt32();
        if (format != 0)
            input.ThrowCorrupt(input.Position - 1, "packed ints of format 0", $"{format}");
        int width = PackedBits.CheckWidth(input, input.ReadVInt32(), 1, 8);
        return new TableValues(input, new DirectNumbers(input, maxDoc, width), table);
    }

    private void ReadEntries(MemoryInput meta, Index.FieldInfos fields)
    {
        CodecUtil.CheckHeader(meta, MetaCodec, Version, Version);
        long end = CodecUtil.CheckChecksum(meta);
        for (int number = meta.ReadVInt32(); number != -1; number = meta.ReadVInt32())
        {
            if (fields.FieldInfo(number) is not { HasNorms: true })
                meta.ThrowCorrupt(meta.Position - 1, "the number of a field with norms", $"{number}");
            byte type = meta.ReadByte();
            long offset = meta.ReadInt64();
            byte encoding = meta.ReadByte();
            if (type != 0 || encoding > Multiples)
                meta.ThrowCorrupt(meta.Position - 1, "type 0 and an encoding in [0, 3]", $"type {type}, encoding {encoding}");
            if (encoding != Bytes)
                PackedBits.CheckVersion(meta);
            entries[number] = (offset, encoding);
        }
        CodecUtil.CheckEnd(meta, end);
    }
}

/// <summary>Norms of one byte each, in place. <see cref="Values"/> is what a scorer wants: an index into a table of 256.</summary>
internal sealed unsafe class ByteNorms : NumericDocValues
{
    private readonly FileMemory memory;
    private readonly byte* start;
    private readonly int maxDoc;

    public ByteNorms(MemoryInput input, int maxDoc)
    {
        memory = input.Memory;
        this.maxDoc = maxDoc;
        start = PackedBits.Skip(input, maxDoc, 8);
    }

    /// <summary>The norm bytes of all documents, in place. Valid while this object is kept alive; throws when the reader is closed.</summary>
    public ReadOnlySpan<byte> Values
    {
        get
        {
            memory.EnsureOpen();
            return new ReadOnlySpan<byte>(start, maxDoc);
        }
    }

    public override long Get(int docID)
    {
        sbyte value = (sbyte)Values[docID];
        GC.KeepAlive(this);
        return value;
    }
}
