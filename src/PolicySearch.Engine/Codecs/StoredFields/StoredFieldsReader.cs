using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>
/// The stored fields of a segment, several documents compressed together (<c>.fdt</c>; where each chunk lies: <see cref="ChunkIndex"/>):
/// <code>
/// .fdt   := Header("Lucene41StoredFieldsData", 2), SliceBytes:VInt32 (16384), PackedVersion:VInt32, Chunk*, Footer
/// Chunk  := FirstDoc:VInt32, Docs:VInt32, Counts (fields a document), Counts (bytes a document), Text
/// Counts := VInt32 when Docs is 1; else Width:VInt32, then for width 0 one VInt32 for all, else Packed(Docs, Width)
/// Text   := the documents one behind the other as an LZ4 block; as several, of SliceBytes each, when they are 2 * SliceBytes or more
/// Doc    := Field*
/// Field  := (Number * 8 + Type):VInt64, then for type
///           0 String · 1 Length:VInt32, Byte^Length · 2 Int32 · 3 Int32 (bits of a float) · 4 Int64 · 5 Int64 (bits of a double)
/// </code>
/// Any number of threads may use it.
/// </summary>
internal sealed class StoredFieldsReader : IDisposable
{
    public const string Codec = "Lucene41StoredFieldsData";
    public const int Version = 2;
    public const string DataExtension = "fdt";
    public const string IndexExtension = "fdx";
    public const int TypeBits = 3;
    public const int TypeString = 0, TypeBytes = 1, TypeInt32 = 2, TypeSingle = 3, TypeInt64 = 4, TypeDouble = 5;

    // Of a damaged chunk: no 2^31 bytes for a document that says it has them. LZ4 cannot expand more than this.
    private const int MostExpansion = 255;

    [ThreadStatic]
    private static byte[]? spare;

    private readonly Index.FieldInfos fields;
    private readonly int maxDoc;
    private readonly MemoryInput data;
    private readonly ChunkIndex index;
    private readonly int sliceBytes;

    public StoredFieldsReader(Directory directory, string segment, Index.FieldInfos fields, int maxDoc)
    {
        this.fields = fields;
        this.maxDoc = maxDoc;
        index = new ChunkIndex(directory, IndexFileNames.SegmentFileName(segment, "", IndexExtension), Version);
        try
        {
            data = MemoryInput.Open(directory, IndexFileNames.SegmentFileName(segment, "", DataExtension), IOContext.READ);
            sliceBytes = ReadStart();
        }
        catch
        {
            data?.Dispose();
            index.Dispose();
            throw;
        }
    }

    /// <summary>Hands the fields of a document, in [0, maxDoc), to <paramref name="visitor"/>.</summary>
    public void Visit(int docID, StoredFieldVisitor visitor)
    {
        MemoryInput input = data.Copy();
        input.Seek(index.OffsetOf(docID));
        ChunkHead head = ReadHead(input, docID);
        if (head.Length == 0 && head.Fields == 0)
            return;
        byte[] text = Decompress(input, head);
        try
        {
            VisitFields(text, head, docID, visitor);
        }
        finally
        {
            spare = text.Length <= 1 << 20 ? text : null;
        }
    }

    public void CheckIntegrity() => CodecUtil.CheckChecksum(data);

    public void Dispose()
    {
        data.Dispose();
        index.Dispose();
    }

    private int ReadStart()
    {
        CodecUtil.CheckHeader(data, Codec, Version, Version);
        long end = CodecUtil.CheckFooter(data);
        if (index.End != end)
            data.ThrowCorrupt(end, $"the end of the last chunk at {index.End}, as the .fdx says", "the footer");
        int bytes = data.ReadVInt32();
        if (bytes < 1)
            data.ThrowCorrupt(data.Position, "a slice of at least a byte", $"{bytes}");
        PackedBits.CheckVersion(data);
        return bytes;
    }

    private ChunkHead ReadHead(MemoryInput input, int docID)
    {
        int first = input.ReadVInt32(), docs = input.ReadVInt32();
        if (first < 0 || docs < 1 || docs > maxDoc - first || docID < first || docID - first >= docs)
            input.ThrowCorrupt(input.Position, $"a chunk with document {docID}", $"{docs} documents from {first}");
        int inChunk = docID - first;
        if (docs == 1)
        {
            int fieldCount = input.ReadVInt32(), length = input.ReadVInt32();
            return Checked(input, new ChunkHead(fieldCount, 0, length, length));
        }
        (int count, _, _) = ReadCounts(input, docs, inChunk);
        (int bytes, long before, long total) = ReadCounts(input, docs, inChunk);
        return Checked(input, new ChunkHead(count, before, bytes, total));
    }

    // The count of one document, the sum of those before it, and the sum of all.
    private static unsafe (int Own, long Before, long Total) ReadCounts(MemoryInput input, int docs, int inChunk)
    {
        int width = PackedBits.CheckWidth(input, input.ReadVInt32(), 0, 31);
        if (width == 0)
        {
            int all = input.ReadVInt32();
            return (all, (long)all * inChunk, (long)all * docs);
        }
        byte* start = PackedBits.Skip(input, docs, width);
        long before = 0, total = 0;
        for (int i = 0; i < docs; i++)
        {
            before = i == inChunk ? total : before;
            total += PackedBits.Get(start, i, width);
        }
        int own = (int)PackedBits.Get(start, inChunk, width);
        GC.KeepAlive(input);
        return (own, before, total);
    }

    private static ChunkHead Checked(MemoryInput input, ChunkHead head)
    {
        long left = input.Length - input.Position;
        if (head.Fields < 0 || head.Length < 0 || head.Total > int.MaxValue || head.Total > left * MostExpansion)
            input.ThrowCorrupt(input.Position, $"documents that {left} bytes can hold", $"{head.Fields} fields in {head.Length} bytes of {head.Total}");
        return head;
    }

    // Only as much of the chunk as the document needs: the bytes up to its end, from its first slice on.
    private byte[] Decompress(MemoryInput input, ChunkHead head)
    {
        int end = (int)(head.Before + head.Length);
        byte[] text = spare is { } kept && kept.Length >= end ? kept : new byte[Math.Max(end, 4 * sliceBytes)];
        spare = null;
        bool sliced = head.Total >= 2L * sliceBytes;
        int step = sliced ? sliceBytes : (int)head.Total;
        for (int at = 0; at < end; at += step)
        {
            int length = sliced ? (int)Math.Min(sliceBytes, head.Total - at) : end;
            text = DecodeSlice(input, text, at, length, partial: !sliced && end < head.Total);
        }
        return text;
    }

    private static byte[] DecodeSlice(MemoryInput input, byte[] text, int at, int length, bool partial)
    {
        if (text.Length < at + length)
            Array.Resize(ref text, at + length);
        ReadOnlySpan<byte> source = input.Rest();
        if (!Lz4.Decode(source, text.AsSpan(at, length), partial, out int consumed))
            input.ThrowCorrupt(input.Position, $"{length} bytes as LZ4", "something else");
        input.SkipBytes(consumed);
        return text;
    }

    private void VisitFields(byte[] text, ChunkHead head, int docID, StoredFieldVisitor visitor)
    {
        var document = new SpanInput(text.AsSpan((int)head.Before, head.Length));
        for (int i = 0; i < head.Fields; i++)
        {
            long code = document.ReadVInt64();
            int type = (int)code & (1 << TypeBits) - 1;
            FieldInfo? field = code < 0 || code >> TypeBits > int.MaxValue ? null : fields.FieldInfo((int)(code >> TypeBits));
            if (field == null || type > TypeDouble)
                throw data.Corrupt($"fields of document {docID}", $"field number and type {code}");
            StoredFieldVisitor.Status status = visitor.NeedsField(field);
            if (status == StoredFieldVisitor.Status.STOP)
                return;
            VisitField(ref document, field, type, status == StoredFieldVisitor.Status.YES ? visitor : null);
            if (document.Failed)
                throw data.Corrupt($"document {docID} of {head.Length} bytes", $"field {field.Name} beyond its end");
        }
    }

    // Without a visitor, only goes over the value.
    private static void VisitField(ref SpanInput document, FieldInfo field, int type, StoredFieldVisitor? visitor)
    {
        switch (type)
        {
            case TypeString:
                ReadOnlySpan<byte> utf8 = document.ReadBytes(document.ReadVInt32());
                visitor?.StringField(field, Encoding.UTF8.GetString(utf8));
                break;
            case TypeBytes:
                ReadOnlySpan<byte> bytes = document.ReadBytes(document.ReadVInt32());
                visitor?.BinaryField(field, bytes.ToArray());
                break;
            case TypeInt32:
                int int32 = document.ReadInt32();
                visitor?.Int32Field(field, int32);
                break;
            case TypeSingle:
                int single = document.ReadInt32();
                visitor?.SingleField(field, BitConverter.Int32BitsToSingle(single));
                break;
            case TypeInt64:
                long int64 = document.ReadInt64();
                visitor?.Int64Field(field, int64);
                break;
            default:
                long bits = document.ReadInt64();
                visitor?.DoubleField(field, BitConverter.Int64BitsToDouble(bits));
                break;
        }
    }

    // A document's fields and bytes, the bytes before it in its chunk, and all of the chunk.
    private readonly record struct ChunkHead(int Fields, long Before, int Length, long Total);
}
