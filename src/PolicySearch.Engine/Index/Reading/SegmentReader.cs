using Lucene.Net.Codecs;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>
/// A segment with the deletions of one commit. Opening reads tables of contents, not documents; everything else is read in place
/// from the mapped files when asked for.
/// </summary>
internal sealed class SegmentReader : AtomicReader
{
    private readonly SegmentCore core;
    private readonly DocValuesByFormat? docValues;
    private readonly FixedBitSet? liveDocs;

    /// <summary>Opens the segment's files.</summary>
    public SegmentReader(SegmentCommitInfo info) : this(info, new SegmentCore(info.Info), null)
    {
    }

    /// <summary>The segment of <paramref name="older"/> as a later commit sees it; shares what has not changed.</summary>
    public SegmentReader(SegmentCommitInfo info, SegmentReader older) : this(info, older.core.Shared(), older)
    {
    }

    /// <summary>The segment of <paramref name="older"/> with deletions that are not written yet; shares all else.</summary>
    /// <param name="info">The segment.</param>
    /// <param name="older">A reader of it.</param>
    /// <param name="liveDocs">The documents that are there, not changed from now on; null for all.</param>
    /// <param name="numDocs">How many those are.</param>
    public SegmentReader(SegmentCommitInfo info, SegmentReader older, FixedBitSet? liveDocs, int numDocs)
    {
        SegmentInfo = info;
        core = older.core.Shared();
        FieldInfos = older.FieldInfos;
        docValues = older.docValues?.Shared();
        this.liveDocs = liveDocs;
        NumDocs = numDocs;
    }

    // Takes over one reference of the core.
    private SegmentReader(SegmentCommitInfo info, SegmentCore core, SegmentReader? older)
    {
        SegmentInfo = info;
        this.core = core;
        NumDocs = MaxDoc - info.DelCount;
        try
        {
            bool sameFields = older != null && older.SegmentInfo.FieldInfosGen == info.FieldInfosGen;
            FieldInfos = sameFields ? older!.FieldInfos : info.HasFieldUpdates
                ? FieldInfosReader.Read(info.Info.Dir, info.Info.Name, IndexFileNames.ToBase36(info.FieldInfosGen))
                : core.Fields;
            docValues = sameFields ? older!.docValues?.Shared() : FieldInfos.HasDocValues ? new DocValuesByFormat(core.Directory, info.Info, FieldInfos) : null;
            if (info.HasDeletions)
                liveDocs = older != null && older.SegmentInfo.DelGen == info.DelGen ? older.liveDocs : LiveDocsReader.Read(info.Info.Dir, info);
        }
        catch (Exception e)
        {
            docValues?.Dispose();
            core.RemoveReference();
            SegmentCore.ThrowIfMissing(e, info.Info.Name);
            throw;
        }
    }

    public SegmentCommitInfo SegmentInfo { get; }

    public override FieldInfos FieldInfos { get; }

    public override Fields? Fields
    {
        get
        {
            EnsureOpen();
            return core.Postings;
        }
    }

    public override IBits? LiveDocs
    {
        get
        {
            EnsureOpen();
            return liveDocs;
        }
    }

    public override int MaxDoc => core.Info.DocCount;

    public override int NumDocs { get; }

    public override object CoreCacheKey => core;

    /// <summary>The deletions themselves, for whoever adds to a copy of them.</summary>
    public FixedBitSet? DeletionBits => liveDocs;

    /// <summary>The open files, for merging.</summary>
    public SegmentCore Core => core;

    public override void CheckIntegrity()
    {
        EnsureOpen();
        core.CheckIntegrity();
        docValues?.CheckIntegrity();
    }

    public override void Document(int docID, StoredFieldVisitor visitor)
    {
        EnsureOpen();
        CheckDocument(docID);
        core.Stored.Visit(docID, visitor);
    }

    public override Fields? GetTermVectors(int docID)
    {
        EnsureOpen();
        CheckDocument(docID);
        return core.Vectors?.Get(docID);
    }

    public override NumericDocValues? GetNormValues(string field)
    {
        EnsureOpen();
        return core.Fields.FieldInfo(field) is { HasNorms: true } info ? core.Norms!.Get(info) : null;
    }

    public override NumericDocValues? GetNumericDocValues(string field) => FindValues(field, DocValuesType.NUMERIC, out FieldInfo? info)?.GetNumeric(info!);

    public override BinaryDocValues? GetBinaryDocValues(string field) => FindValues(field, DocValuesType.BINARY, out FieldInfo? info)?.GetBinary(info!);

    public override SortedDocValues? GetSortedDocValues(string field) => FindValues(field, DocValuesType.SORTED, out FieldInfo? info)?.GetSorted(info!);

    public override SortedSetDocValues? GetSortedSetDocValues(string field) => FindValues(field, DocValuesType.SORTED_SET, out FieldInfo? info)?.GetSortedSet(info!);

    public override IBits? GetDocsWithField(string field) =>
        FieldInfos.FieldInfo(field) is { HasDocValues: true } info ? FindValues(field, info.DocValuesType, out _)?.GetDocsWithField(info) : null;

    public override string ToString() => SegmentInfo.ToString(SegmentInfo.Info.Dir, MaxDoc - NumDocs - SegmentInfo.DelCount);

    protected internal override void DoClose()
    {
        docValues?.Dispose();
        core.RemoveReference();
    }

    private DocValuesReader? FindValues(string field, DocValuesType type, out FieldInfo? info)
    {
        EnsureOpen();
        info = FieldInfos.FieldInfo(field);
        return info == null || info.DocValuesType != type ? null : docValues?.Find(info);
    }
}
