using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>
/// Where each chunk of documents lies in a .fdt or .tvd (<c>.fdx</c>, <c>.tvx</c>):
/// <code>
/// index := Header("Lucene41StoredFieldsIndex", version), PackedVersion:VInt32, Block*, 0:VInt32, End:VInt64, Footer
/// Block := Chunks:VInt32, FirstDoc:VInt32, DocsPerChunk:VInt32, Width:VInt32, Packed(Chunks, Width),
///          FirstOffset:VInt64, BytesPerChunk:VInt64, Width:VInt32, Packed(Chunks, Width)
/// first document of chunk i = FirstDoc + DocsPerChunk * i + zigzag⁻¹(packed i); offset of chunk i likewise
/// </code>
/// End is where the last chunk ends. Read in place: a block (up to 1,024 chunks) takes a few words of memory. Immutable; any number of threads may use it.
/// </summary>
internal sealed unsafe class ChunkIndex : IDisposable
{
    public const string Codec = "Lucene41StoredFieldsIndex";

    private readonly MemoryInput input;
    private readonly Block[] blocks;

    public ChunkIndex(Directory directory, string fileName, int version)
    {
        input = MemoryInput.Open(directory, fileName, IOContext.READ);
        try
        {
            CodecUtil.CheckHeader(input, Codec, version, version);
            long end = CodecUtil.CheckChecksum(input);
            PackedBits.CheckVersion(input);
            blocks = ReadBlocks();
            End = input.ReadVInt64();
            CodecUtil.CheckEnd(input, end);
        }
        catch
        {
            input.Dispose();
            throw;
        }
    }

    /// <summary>Where the last chunk ends.</summary>
    public long End { get; }

    /// <summary>Where the chunk lies that holds a document.</summary>
    public long OffsetOf(int docID)
    {
        input.Memory.EnsureOpen();
        ref readonly Block block = ref blocks[FindBlock(docID)];
        int chunk = FindChunk(in block, docID);
        long offset = block.FirstOffset + block.BytesPerChunk * chunk + Delta(block.Offsets, chunk, block.OffsetWidth);
        GC.KeepAlive(this);
        return offset;
    }

    public void Dispose() => input.Dispose();

    private int FindBlock(int docID)
    {
        int low = 0, high = blocks.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >>> 1;
            if (blocks[middle].FirstDoc <= docID)
                low = middle;
            else
                high = middle - 1;
        }
        if (high < 0)
            input.ThrowCorrupt(input.Position, $"a chunk with document {docID}", "no chunks");
        return low;
    }

    private static int FindChunk(in Block block, int docID)
    {
        int low = 0, high = block.Chunks - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >>> 1;
            if (block.FirstDoc + (long)block.DocsPerChunk * middle + Delta(block.Docs, middle, block.DocWidth) <= docID)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    private static long Delta(byte* start, int index, int width) => width == 0 ? 0 : PackedBits.ZigZagDecode(PackedBits.Get(start, index, width));

    private Block[] ReadBlocks()
    {
        var list = new List<Block>();
        for (int chunks = input.ReadVInt32(); chunks != 0; chunks = input.ReadVInt32())
        {
            if (chunks < 0)
                input.ThrowCorrupt(input.Position, "a number of chunks", $"{chunks}");
            list.Add(new Block(input, chunks));
        }
        return [.. list];
    }

    private readonly struct Block
    {
        public readonly int Chunks;
        public readonly int FirstDoc;
        public readonly int DocsPerChunk;
        public readonly int DocWidth;
        public readonly byte* Docs;
        public readonly long FirstOffset;
        public readonly long BytesPerChunk;
        public readonly int OffsetWidth;
        public readonly byte* Offsets;

        public Block(MemoryInput input, int chunks)
        {
            Chunks = chunks;
            FirstDoc = input.ReadVInt32();
            DocsPerChunk = input.ReadVInt32();
            DocWidth = PackedBits.CheckWidth(input, input.ReadVInt32(), 0, 33);
            Docs = PackedBits.Skip(input, chunks, DocWidth);
            FirstOffset = input.ReadVInt64();
            BytesPerChunk = input.ReadVInt64();
            OffsetWidth = PackedBits.CheckWidth(input, input.ReadVInt32(), 0, 64);
            Offsets = PackedBits.Skip(input, chunks, OffsetWidth);
        }
    }
}
