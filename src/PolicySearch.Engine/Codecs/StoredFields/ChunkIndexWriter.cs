using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Codecs;

/// <summary>
/// Writes .fdx: where each chunk of .fdt starts, as differences from a line.
/// <code>
/// .fdx   := Header, PackedVersion:VInt32, Block*, 0:VInt32, EndOfChunks:VInt64, Footer
/// Block  := Chunks:VInt32 ≤ 1024, DocBase:VInt32, AvgDocs:VInt32, Bits:VInt32, zigzag(docs before chunk i - AvgDocs · i) packed,
///           Pointer:VInt64, AvgBytes:VInt64, Bits:VInt32, zigzag(bytes before chunk i - AvgBytes · i) packed
/// </code>
/// </summary>
internal sealed class ChunkIndexWriter : IDisposable
{
    public const string IndexCodec = "Lucene41StoredFieldsIndex";
    public const int BlockSize = 1024;

    private readonly IndexOutput _output;
    private readonly int[] _docs = new int[BlockSize];
    private readonly long[] _pointers = new long[BlockSize];
    private readonly long[] _scratch = new long[BlockSize];
    private int _chunks, _docsBefore;

    public ChunkIndexWriter(Directory directory, string segment, IOContext context)
    {
        _output = Outputs.Create(directory, IndexFileNames.SegmentFileName(segment, "", "fdx"), IndexCodec, StoredFieldsWriter.Version, context);
        _output.WriteVInt32(BitPacker.Version);
    }

    /// <summary>A chunk of so many documents begins at <paramref name="pointer"/>.</summary>
    public void Add(int docs, long pointer)
    {
        if (_chunks == BlockSize)
            WriteBlock();
        _docs[_chunks] = docs;
        _pointers[_chunks++] = pointer;
    }

    /// <summary>Writes what is left and the footer.</summary>
    public void Finish(int docCount, long end)
    {
        if (_chunks > 0)
            WriteBlock();
        if (_docsBefore != docCount)
            throw new InvalidOperationException($"chunks hold {_docsBefore} documents, expected {docCount}");
        _output.WriteVInt32(0);
        _output.WriteVInt64(end);
        CodecUtil.WriteFooter(_output);
    }

    public void Dispose() => _output.Dispose();

    private void WriteBlock()
    {
        int docs = 0;
        foreach (int count in _docs.AsSpan(0, _chunks))
            docs += count;
        int averageDocs = _chunks == 1 ? 0 : (int)MathF.Round((float)(docs - _docs[_chunks - 1]) / (_chunks - 1));
        _output.WriteVInt32(_chunks);
        _output.WriteVInt32(_docsBefore);
        _output.WriteVInt32(averageDocs);
        int before = 0;
        for (int i = 0; i < _chunks; i++)
        {
            _scratch[i] = Sign32(before - averageDocs * i);
            before += _docs[i];
        }
        WriteScratch();

        long first = _pointers[0], averageBytes = _chunks == 1 ? 0 : (_pointers[_chunks - 1] - first) / (_chunks - 1);
        _output.WriteVInt64(first);
        _output.WriteVInt64(averageBytes);
        for (int i = 0; i < _chunks; i++)
            _scratch[i] = BlockPackedWriter.ZigZag(_pointers[i] - first - averageBytes * i);
        WriteScratch();
        _docsBefore += docs;
        _chunks = 0;
    }

    private static long Sign32(int value) => (uint)((value >> 31) ^ (value << 1));

    private void WriteScratch()
    {
        Span<long> values = _scratch.AsSpan(0, _chunks);
        long all = 0;
        foreach (long value in values)
            all |= value;
        int bits = BitPacker.BitsRequired(all);
        _output.WriteVInt32(bits);
        BitPacker.Write(_output, values, bits);
    }
}
