using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Codecs;

/// <summary>
/// Writes .fdt, the stored fields, in compressed chunks, and .fdx through <see cref="ChunkIndexWriter"/>.
/// <code>
/// .fdt   := Header, ChunkSize:VInt32, PackedVersion:VInt32, Chunk*, Footer
/// Chunk  := DocBase:VInt32, Docs:VInt32, FieldCounts:Numbers, ByteCounts:Numbers, Lz4 of all documents
///           (from 2 · ChunkSize bytes on, every ChunkSize bytes by themselves)
/// Numbers:= one document: Value:VInt32; else Bits:VInt32, then one Value:VInt32 when Bits is 0, else packed
/// Doc    := Field*;  Field := Number &lt;&lt; 3 | type :VInt64, Value
/// type   := 0 String, 1 Length:VInt32 and bytes, 2 Int32, 3 Single as Int32, 4 Int64, 5 Double as Int64
/// </code>
/// A chunk ends at 16 KiB or 128 documents. Not thread-safe. An instance that is disposed before
/// <see cref="Finish"/> leaves useless files for the caller to delete.
/// </summary>
internal sealed class StoredFieldsWriter : IDisposable
{
    public const string DataCodec = "Lucene41StoredFieldsData";
    public const int Version = 2;
    public const int ChunkSize = 1 << 14;
    public const int MaxDocsPerChunk = 128;

    private readonly IndexOutput _data;
    private readonly ChunkIndexWriter _index;
    private readonly Lz4Writer _lz4 = new();
    private readonly GrowableOutput _buffer = new(ChunkSize * 2);
    private readonly long[] _fieldCounts = new long[MaxDocsPerChunk];
    private readonly long[] _byteCounts = new long[MaxDocsPerChunk];
    private int _docsBefore, _docs, _docStart, _fields;

    public StoredFieldsWriter(Directory directory, string segment, IOContext context)
    {
        _data = Outputs.Create(directory, IndexFileNames.SegmentFileName(segment, "", "fdt"), DataCodec, Version, context);
        try
        {
            _data.WriteVInt32(ChunkSize);
            _data.WriteVInt32(BitPacker.Version);
            _index = new ChunkIndexWriter(directory, segment, context);
        }
        catch
        {
            _data.Dispose();
            throw;
        }
    }

    /// <summary>Documents added so far.</summary>
    public int DocCount => _docsBefore + _docs;

    /// <summary>Forgets the fields written since the last <see cref="FinishDocument"/>.</summary>
    public void AbandonDocument()
    {
        _buffer.Truncate(_docStart);
        _fields = 0;
    }

    public void WriteString(int field, string value)
    {
        Begin(field, 0);
        int bytes = Encoding.UTF8.GetByteCount(value);
        _buffer.WriteVInt32(bytes);
        Encoding.UTF8.GetBytes(value, _buffer.Append(bytes));
    }

    public void WriteBytes(int field, ReadOnlySpan<byte> value)
    {
        Begin(field, 1);
        _buffer.WriteVInt32(value.Length);
        _buffer.Write(value);
    }

    public void WriteInt32(int field, int value)
    {
        Begin(field, 2);
        _buffer.WriteInt32(value);
    }

    public void WriteSingle(int field, float value)
    {
        Begin(field, 3);
        _buffer.WriteInt32(BitConverter.SingleToInt32Bits(value));
    }

    public void WriteInt64(int field, long value)
    {
        Begin(field, 4);
        _buffer.WriteInt64(value);
    }

    public void WriteDouble(int field, double value)
    {
        Begin(field, 5);
        _buffer.WriteInt64(BitConverter.DoubleToInt64Bits(value));
    }

    /// <summary>Ends a document, which may have no fields.</summary>
    public void FinishDocument()
    {
        _fieldCounts[_docs] = _fields;
        _byteCounts[_docs] = _buffer.Length - _docStart;
        _docs++;
        _fields = 0;
        _docStart = _buffer.Length;
        if (_docStart >= ChunkSize || _docs == MaxDocsPerChunk)
            WriteChunk();
    }

    /// <summary>Adds a document in the form that the chunks hold, with the same field numbers.</summary>
    public void AddRaw(int fields, ReadOnlySpan<byte> document)
    {
        _fields = fields;
        _buffer.Write(document);
        FinishDocument();
    }

    /// <summary>Writes what is left and the footers; <see cref="Dispose"/> then completes the files.</summary>
    public void Finish()
    {
        if (_docs > 0)
            WriteChunk();
        _index.Finish(_docsBefore, _data.Position);
        CodecUtil.WriteFooter(_data);
    }

    public void Dispose() => Outputs.DisposeAll(_data, _index);

    private void Begin(int field, int type)
    {
        _buffer.WriteVInt64(((long)field << 3) | (long)type);
        _fields++;
    }

    private void WriteChunk()
    {
        _index.Add(_docs, _data.Position);
        _data.WriteVInt32(_docsBefore);
        _data.WriteVInt32(_docs);
        WriteNumbers(_fieldCounts.AsSpan(0, _docs));
        WriteNumbers(_byteCounts.AsSpan(0, _docs));
        ReadOnlySpan<byte> data = _buffer.Written;
        int slice = data.Length >= 2 * ChunkSize ? ChunkSize : Math.Max(1, data.Length);
        for (int at = 0; at < Math.Max(1, data.Length); at += slice)
            _lz4.Compress(data.Slice(at, Math.Min(slice, data.Length - at)), _data);
        _docsBefore += _docs;
        _docs = _docStart = 0;
        _buffer.Reset();
    }

    private void WriteNumbers(ReadOnlySpan<long> values)
    {
        if (values.Length == 1)
        {
            _data.WriteVInt32((int)values[0]);
            return;
        }
        if (!values.ContainsAnyExcept(values[0]))
        {
            _data.WriteVInt32(0);
            _data.WriteVInt32((int)values[0]);
            return;
        }
        long all = 0;
        foreach (long value in values)
            all |= value;
        int bits = BitPacker.BitsRequired(all);
        _data.WriteVInt32(bits);
        BitPacker.Write(_data, values, bits);
    }
}
