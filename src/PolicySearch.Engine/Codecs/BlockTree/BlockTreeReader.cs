using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Lucene.Net.Codecs;

/// <summary>
/// The terms of a segment in blocks (<c>.tim</c>), and an index from prefixes to blocks (<c>.tip</c>):
/// <code>
/// .tim    := Header("BLOCK_TREE_TERMS_DICT", 3), Header("Lucene41PostingsWriterTerms", 2), 128:VInt32, Block*, Fields, FieldsAt:Int64, Footer
/// Fields  := Count:VInt32, Field^Count
/// Field   := Number:VInt32, Terms:VInt64, Length:VInt32, Code (of the root block) in Length bytes,
///            SumTotalTermFreq:VInt64 (not for documents alone), SumDocFreq:VInt64, DocCount:VInt32, Pointers:VInt32
/// Block   := (Entries * 2 + 1 when the last of its floor):VInt32, (Bytes * 2 + 1 for a leaf):VInt32, Suffixes in Bytes,
///            Bytes:VInt32, Stats in Bytes, Bytes:VInt32, Metas in Bytes
///   Suffixes of a leaf   := (Length:VInt32, Byte^Length)^Entries                             all are terms
///   Suffixes of another  := ((Length * 2):VInt32, Byte^Length                                a term
///                         |  (Length * 2 + 1):VInt32, Byte^Length, Back:VInt64)^Entries      a block with that prefix, Back bytes before this one
///   Stats   := (DocFreq:VInt32, (TotalTermFreq − DocFreq):VInt64 unless documents alone)^terms
///   Metas   := (VInt64^Pointers, Document:VInt32 for df 1, ToLastPosBlock:VInt64 for positions and ttf > 128, ToSkips:VInt64 for df > 128)^terms
///              Pointers are the starts in .doc, .pos and .pay, each less that of the term before in the block
/// .tip    := Header("BLOCK_TREE_TERMS_INDEX", 3), Fst^fields, FstAt:VInt64^fields, TableAt:Int64, Footer
/// Code    := (Start * 4 + 2 when it holds terms + 1 when it has a floor):VInt64, Floor?
/// Floor   := Count:VInt32, (Label:Byte, (Distance * 2 + 1 when it holds terms):VInt64)^Count
/// </code>
/// A block too large is cut into a floor of several: the first has the terms whose byte behind the prefix is less than the first
/// Label, and so on; they follow each other. The <see cref="Fst"/> has for each prefix the Code of its block.
/// Owns the files. Immutable; any number of threads may use it.
/// </summary>
internal sealed class BlockTreeReader : Fields, IDisposable
{
    public const string TermsCodec = "BLOCK_TREE_TERMS_DICT";
    public const string IndexCodec = "BLOCK_TREE_TERMS_INDEX";
    public const int Version = 3;
    public const string TermsExtension = "tim";
    public const string IndexExtension = "tip";

    private readonly MemoryInput terms;
    private readonly MemoryInput index;
    private readonly SortedDictionary<string, BlockTreeTerms> fields = new(StringComparer.Ordinal);

    public BlockTreeReader(Directory directory, string segment, string suffix, Index.FieldInfos infos, int maxDoc)
    {
        Postings = new PostingsReader(directory, segment, suffix, infos, maxDoc);
        try
        {
            terms = MemoryInput.Open(directory, IndexFileNames.SegmentFileName(segment, suffix, TermsExtension), IOContext.READ);
            index = MemoryInput.Open(directory, IndexFileNames.SegmentFileName(segment, suffix, IndexExtension), IOContext.READ);
            ReadStarts();
            ReadFields(infos, maxDoc);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public PostingsReader Postings { get; }

    public override int Count => fields.Count;

    public override IEnumerator<string> GetEnumerator() => fields.Keys.GetEnumerator();

    public override Terms? GetTerms(string field) => fields.GetValueOrDefault(field);

    public void CheckIntegrity()
    {
        CodecUtil.CheckChecksum(terms);
        CodecUtil.CheckChecksum(index);
        Postings.CheckIntegrity();
    }

    public void Dispose()
    {
        terms?.Dispose();
        index?.Dispose();
        Postings.Dispose();
    }

    private void ReadStarts()
    {
        CodecUtil.CheckHeader(terms, TermsCodec, Version, Version);
        CodecUtil.CheckHeader(terms, PostingsFormat.TermsCodec, PostingsFormat.Version, PostingsFormat.Version);
        int blockSize = terms.ReadVInt32();
        if (blockSize != PostingsFormat.BlockSize)
            terms.ThrowCorrupt(terms.Position, $"postings in blocks of {PostingsFormat.BlockSize}", $"{blockSize}");
        CodecUtil.CheckHeader(index, IndexCodec, Version, Version);
    }

    private void ReadFields(Index.FieldInfos infos, int maxDoc)
    {
        long fieldsAt = SeekToTable(terms), end = terms.Length - CodecUtil.FooterLength - 8;
        SeekToTable(index);
        int count = terms.CheckLength(terms.ReadVInt32(), 8);
        for (int i = 0; i < count; i++)
        {
            BlockTreeTerms field = ReadField(infos, maxDoc, fieldsAt);
            if (!fields.TryAdd(field.Field.Name, field))
                terms.ThrowCorrupt(terms.Position, "each field once", $"{field.Field.Name} again");
        }
        CodecUtil.CheckEnd(terms, end);
        CodecUtil.CheckEnd(index, index.Length - CodecUtil.FooterLength - 8);
    }

    private BlockTreeTerms ReadField(Index.FieldInfos infos, int maxDoc, long blocksEnd)
    {
        int number = terms.ReadVInt32();
        if (infos.FieldInfo(number) is not { IsIndexed: true } info)
            throw terms.Corrupt("the number of an indexed field", $"{number}");
        long termCount = terms.ReadVInt64();
        byte[] rootCode = terms.ReadSpan(terms.CheckLength(terms.ReadVInt32(), 1)).ToArray();
        long sumTotalTermFreq = info.IndexOptions == IndexOptions.DOCS_ONLY ? -1 : terms.ReadVInt64();
        long sumDocFreq = terms.ReadVInt64();
        int docCount = terms.ReadVInt32(), pointers = terms.ReadVInt32();
        if (termCount < 1 || docCount < 0 || docCount > maxDoc || sumDocFreq < docCount || sumDocFreq < termCount || (sumTotalTermFreq >= 0 && sumTotalTermFreq < sumDocFreq))
            terms.ThrowCorrupt(terms.Position, $"counts for field {info.Name} that agree with {maxDoc} documents", $"{termCount} terms, {docCount} documents, {sumDocFreq} and {sumTotalTermFreq} in sum");
        int expected = Pointers(info);
        if (pointers != expected)
            terms.ThrowCorrupt(terms.Position, $"{expected} pointers a term", $"{pointers}");
        MemoryInput fst = index.Copy();
        fst.Seek(index.ReadVInt64());
        return new BlockTreeTerms(this, info, terms, new Fst(fst), rootCode, blocksEnd)
        {
            TermCount = termCount,
            FieldSumTotalTermFreq = sumTotalTermFreq,
            FieldSumDocFreq = sumDocFreq,
            FieldDocCount = docCount,
        };
    }

    /// <summary>How many pointers a term of the field has: into .doc, .pos and .pay.</summary>
    public static int Pointers(FieldInfo field) =>
        field.IndexOptions < IndexOptions.DOCS_AND_FREQS_AND_POSITIONS ? 1
        : field.HasPayloads || field.IndexOptions == IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS ? 3 : 2;

    private static long SeekToTable(MemoryInput input)
    {
        long footer = CodecUtil.CheckFooter(input), start = input.Position;
        if (footer - 8 < start)
            input.ThrowCorrupt(footer, "a table of fields", "none");
        input.Seek(footer - 8);
        long at = input.ReadInt64();
        if (at < start || at > footer - 8)
            input.ThrowCorrupt(footer - 8, $"a table in [{start}, {footer - 8}]", $"{at}");
        input.Seek(at);
        return at;
    }
}

/// <summary>The terms of one field. Any number of threads may use it.</summary>
internal sealed class BlockTreeTerms(BlockTreeReader reader, FieldInfo info, MemoryInput blocks, Fst index, byte[] rootCode, long blocksEnd) : Terms
{
    public BlockTreeReader Reader => reader;

    public FieldInfo Field => info;

    public MemoryInput Blocks => blocks;

    /// <summary>Where the blocks end in the .tim.</summary>
    public long BlocksEnd => blocksEnd;

    public Fst Fst => index;

    /// <summary>The Code of the block with the empty prefix.</summary>
    public byte[] RootCode => rootCode;

    public long TermCount { get; init; }

    public long FieldSumTotalTermFreq { get; init; }

    public long FieldSumDocFreq { get; init; }

    public int FieldDocCount { get; init; }

    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    public override long Count => TermCount;

    public override int DocCount => FieldDocCount;

    public override bool HasFreqs => info.IndexOptions >= IndexOptions.DOCS_AND_FREQS;

    public override bool HasOffsets => info.IndexOptions >= IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS;

    public override bool HasPayloads => info.HasPayloads;

    public override bool HasPositions => info.IndexOptions >= IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;

    public override long SumDocFreq => FieldSumDocFreq;

    public override long SumTotalTermFreq => FieldSumTotalTermFreq;

    public override TermsEnum GetEnumerator() => new BlockTreeTermsEnum(this);

    public override TermsEnum GetEnumerator(TermsEnum? reuse)
    {
        if (reuse is not BlockTreeTermsEnum mine || mine.Terms != this)
            return new BlockTreeTermsEnum(this);
        mine.Reset();
        return mine;
    }
}
