using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>
/// The term vectors of a segment, several documents together (<c>.tvd</c>; where each chunk lies: <see cref="ChunkIndex"/> in
/// <c>.tvx</c>, whose codec names are those of stored fields):
/// <code>
/// .tvd  := Header("Lucene41StoredFieldsData", 1), PackedVersion:VInt32, ChunkBytes:VInt32 (4096), Chunk*, Footer
/// Chunk := FirstDoc:VInt32, Docs:VInt32, fields of each document: VInt32 when Docs is 1, else Seq; nothing more when all have none;
///          Token:Byte = min(n − 1, 7) * 32 + width, (n − 8):VInt32 when n is 8 or more, Packed(n, width)   the n different field numbers
///          Packed(fields, bits of n − 1)                                  for each field its place among those
///          0:VInt32, Packed(n, 3) | 1:VInt32, Packed(fields, 3)           flags by place, or by field: 1 positions, 2 offsets, 4 payloads
///          Width:VInt32, Packed(fields, Width)                            terms of each field
///          Seq, Seq      of each term the bytes shared with the one before, and the bytes that follow
///          Seq           of each term its frequency − 1
///          Seq           of each position the gap from the term's last one                       in fields with positions
///          (Int32^n, Seq, Seq)? when some field has offsets: characters a position (bits of a float) by place;
///                        start − the term's last start − truncated(characters a position * gap of positions); length − the term's bytes
///          Seq           of each position the bytes of its payload                               in fields with payloads
///          LZ4 block     of each document the terms' bytes that follow, then its payloads
/// Seq   := BlockPacked in blocks of 64, without a head of its own
/// </code>
/// Any number of threads may use it.
/// </summary>
internal sealed class TermVectorsReader : IDisposable
{
    public const string Codec = "Lucene41StoredFieldsData";
    public const int Version = 1;
    public const string DataExtension = "tvd";
    public const string IndexExtension = "tvx";
    public const int Positions = 1, Offsets = 2, Payloads = 4;
    public const int FlagBits = 3;

    private readonly Index.FieldInfos fields;
    private readonly int maxDoc;
    private readonly MemoryInput data;
    private readonly ChunkIndex index;

    public TermVectorsReader(Directory directory, string segment, Index.FieldInfos fields, int maxDoc)
    {
        this.fields = fields;
        this.maxDoc = maxDoc;
        index = new ChunkIndex(directory, IndexFileNames.SegmentFileName(segment, "", IndexExtension), Version);
        try
        {
            data = MemoryInput.Open(directory, IndexFileNames.SegmentFileName(segment, "", DataExtension), IOContext.READ);
            CodecUtil.CheckHeader(data, Codec, Version, Version);
            long end = CodecUtil.CheckFooter(data);
            PackedBits.CheckVersion(data);
            if (index.End != end)
                data.ThrowCorrupt(end, $"the end of the last chunk at {index.End}, as the .tvx says", "the footer");
        }
        catch
        {
            data?.Dispose();
            index.Dispose();
            throw;
        }
    }

    /// <summary>The vectors of a document, in [0, maxDoc); null when it has none.</summary>
    public Fields? Get(int docID)
    {
        MemoryInput input = data.Copy();
        input.Seek(index.OffsetOf(docID));
        return new VectorChunk(input, fields, maxDoc, docID).Read();
    }

    public void CheckIntegrity() => CodecUtil.CheckChecksum(data);

    public void Dispose()
    {
        data.Dispose();
        index.Dispose();
    }
}
