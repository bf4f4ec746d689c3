using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Lucene.Net.Codecs;

/// <summary>
/// The postings' files of a segment; grammar at <see cref="PostingsFormat"/>. Owns them. Immutable; any number of threads may
/// use it, each with enumerators of its own.
/// </summary>
internal sealed class PostingsReader : IDisposable
{
    private readonly List<MemoryInput> files = [];
    private readonly EnumPool<BlockDocsEnum> docsPool = new();
    private readonly EnumPool<BlockPositionsEnum> positionsPool = new();

    public PostingsReader(Directory directory, string segment, string suffix, Index.FieldInfos fields, int maxDoc)
    {
        MaxDoc = maxDoc;
        try
        {
            Docs = Open(directory, segment, suffix, PostingsFormat.DocExtension, PostingsFormat.DocCodec);
            Decoder = new BlockDecoder(Docs);
            if (fields.HasProx)
                Positions = Open(directory, segment, suffix, PostingsFormat.PosExtension, PostingsFormat.PosCodec);
            if (fields.HasPayloads || fields.HasOffsets)
                Details = Open(directory, segment, suffix, PostingsFormat.PayExtension, PostingsFormat.PayCodec);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public int MaxDoc { get; }

    public BlockDecoder Decoder { get; }

    public MemoryInput Docs { get; }

    /// <summary>Null when no field has positions.</summary>
    public MemoryInput? Positions { get; }

    /// <summary>Null when no field has offsets or payloads.</summary>
    public MemoryInput? Details { get; }

    public BlockDocsEnum GetDocs(FieldInfo field, in PostingsLocation term, IBits? liveDocs, DocsEnum? reuse)
    {
        if (reuse is not BlockDocsEnum docs || docs.Postings != this || docs.Field != field)
            docs = new BlockDocsEnum(this, field);
        return docs.Start(in term, liveDocs);
    }

    public BlockPositionsEnum GetPositions(FieldInfo field, in PostingsLocation term, IBits? liveDocs, DocsAndPositionsEnum? reuse, DocsAndPositionsFlags flags)
    {
        if (reuse is not BlockPositionsEnum docs || docs.Postings != this || docs.Field != field)
            docs = new BlockPositionsEnum(this, field);
        return docs.Start(in term, liveDocs, flags);
    }

    /// <summary>A pooled enumerator; to be given back with <see cref="Return(BlockDocsEnum)"/> by whoever has finished with it, at most once.</summary>
    public BlockDocsEnum RentDocs(FieldInfo field, in PostingsLocation term) =>
        GetDocs(field, in term, null, docsPool.Take(static (docs, f) => docs.Field == f, field));

    /// <summary>A pooled enumerator without offsets and payloads; to be given back with <see cref="Return(BlockPositionsEnum)"/>.</summary>
    public BlockPositionsEnum RentPositions(FieldInfo field, in PostingsLocation term) =>
        GetPositions(field, in term, null, positionsPool.Take(static (docs, f) => docs.Field == f, field), DocsAndPositionsFlags.NONE);

    public void Return(BlockDocsEnum docs) => docsPool.Give(docs);

    public void Return(BlockPositionsEnum docs) => positionsPool.Give(docs);

    public void CheckIntegrity()
    {
        foreach (MemoryInput file in files)
            CodecUtil.CheckChecksum(file);
    }

    public void Dispose()
    {
        foreach (MemoryInput file in files)
            file.Dispose();
    }

    private MemoryInput Open(Directory directory, string segment, string suffix, string extension, string codec)
    {
        MemoryInput file = MemoryInput.Open(directory, IndexFileNames.SegmentFileName(segment, suffix, extension), IOContext.READ);
        files.Add(file);
        CodecUtil.CheckHeader(file, codec, PostingsFormat.Version, PostingsFormat.Version);
        CodecUtil.CheckFooter(file);
        return file;
    }
}
