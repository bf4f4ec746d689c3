using System.Collections.Concurrent;
using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>
/// A reader of several segments that looks like one of a single segment, for what wants a whole index at once: every term costs a step in each segment.
/// Global ordinals are made once for a field and kept. Any number of threads may use it. Disposing it disposes the reader that it wraps.
/// </summary>
public sealed class SlowCompositeReaderWrapper : AtomicReader
{
    private readonly CompositeReader reader;
    private readonly ConcurrentDictionary<string, MultiDocValues.OrdinalMap> ordinals = new(StringComparer.Ordinal);

    private SlowCompositeReaderWrapper(CompositeReader reader)
    {
        this.reader = reader;
        FieldInfos = MultiFields.GetMergedFieldInfos(reader);
        Fields = MultiFields.GetFields(reader);
        LiveDocs = MultiFields.GetLiveDocs(reader);
    }

    /// <inheritdoc/>
    public override object CombinedCoreAndDeletesKey => reader.CombinedCoreAndDeletesKey;

    /// <inheritdoc/>
    public override object CoreCacheKey => reader.CoreCacheKey;

    /// <inheritdoc/>
    public override FieldInfos FieldInfos { get; }

    /// <inheritdoc/>
    public override Fields? Fields { get; }

    /// <inheritdoc/>
    public override IBits? LiveDocs { get; }

    /// <inheritdoc/>
    public override int MaxDoc => reader.MaxDoc;

    /// <inheritdoc/>
    public override int NumDocs => reader.NumDocs;

    /// <summary>The reader itself when it is one of a single segment, else a wrapper around it.</summary>
    public static AtomicReader Wrap(IndexReader reader) => reader as AtomicReader ?? new SlowCompositeReaderWrapper((CompositeReader)reader);

    /// <inheritdoc/>
    public override void CheckIntegrity()
    {
        EnsureOpen();
        foreach (AtomicReaderContext leaf in reader.Leaves)
            leaf.AtomicReader.CheckIntegrity();
    }

    /// <inheritdoc/>
    protected internal override void DoClose() => reader.Dispose();

    /// <inheritdoc/>
    public override void Document(int docID, StoredFieldVisitor visitor)
    {
        EnsureOpen();
        reader.Document(docID, visitor);
    }

    /// <inheritdoc/>
    public override Fields? GetTermVectors(int docID)
    {
        EnsureOpen();
        return reader.GetTermVectors(docID);
    }

    /// <inheritdoc/>
    public override BinaryDocValues? GetBinaryDocValues(string field)
    {
        EnsureOpen();
        return MultiDocValues.GetBinaryValues(reader, field);
    }

    /// <inheritdoc/>
    public override IBits? GetDocsWithField(string field)
    {
        EnsureOpen();
        return MultiDocValues.GetDocsWithField(reader, field);
    }

    /// <inheritdoc/>
    public override NumericDocValues? GetNormValues(string field)
    {
        EnsureOpen();
        return FieldInfos.FieldInfo(field) is { HasNorms: true } ? MultiDocValues.GetNormValues(reader, field) : null;
    }

    /// <inheritdoc/>
    public override NumericDocValues? GetNumericDocValues(string field)
    {
        EnsureOpen();
        return MultiDocValues.GetNumericValues(reader, field);
    }

    /// <inheritdoc/>
    public override SortedDocValues? GetSortedDocValues(string field)
    {
        EnsureOpen();
        return MultiDocValues.GetSortedValues(reader, field, subs => OrdinalsOf(field, subs));
    }

    /// <inheritdoc/>
    public override SortedSetDocValues? GetSortedSetDocValues(string field)
    {
        EnsureOpen();
        return MultiDocValues.GetSortedSetValues(reader, field, subs => OrdinalsOf(field, subs));
    }

    /// <inheritdoc/>
    public override string ToString() => $"SlowCompositeReaderWrapper({reader})";

    private MultiDocValues.OrdinalMap OrdinalsOf(string field, TermsEnum[] subs) => ordinals.GetOrAdd(field, _ => new MultiDocValues.OrdinalMap(null, subs));
}
