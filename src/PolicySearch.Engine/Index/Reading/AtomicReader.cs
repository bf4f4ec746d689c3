using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>A reader of one segment, or of something that looks like one.</summary>
public abstract class AtomicReader : IndexReader
{
    private readonly AtomicReaderContext context;

    /// <summary>For derived readers.</summary>
    protected AtomicReader() => context = new AtomicReaderContext(this);

    /// <summary>The context of this reader as the only one.</summary>
    public AtomicReaderContext AtomicContext
    {
        get
        {
            EnsureOpen();
            return context;
        }
    }

    /// <inheritdoc cref="AtomicContext"/>
    public sealed override IndexReaderContext Context => AtomicContext;

    /// <summary>What the segment knows about its fields.</summary>
    public abstract FieldInfos FieldInfos { get; }

    /// <summary>The postings, or null when no field is indexed.</summary>
    public abstract Fields? Fields { get; }

    /// <summary>The documents that are not deleted; null when all are there.</summary>
    public abstract IBits? LiveDocs { get; }

    /// <summary>Compares every file with its checksum. Reads them all.</summary>
    /// <exception cref="CorruptIndexException">One of them differs.</exception>
    public abstract void CheckIntegrity();

    /// <inheritdoc/>
    public sealed override int DocFreq(Term term) => Seek(term)?.DocFreq ?? 0;

    /// <summary>The field's BINARY values, or null. Each caller has its own.</summary>
    public abstract BinaryDocValues? GetBinaryDocValues(string field);

    /// <inheritdoc/>
    public sealed override int GetDocCount(string field) => GetTerms(field)?.DocCount ?? 0;

    /// <summary>The documents that have a doc value in the field; null when it has no doc values.</summary>
    public abstract IBits? GetDocsWithField(string field);

    /// <summary>The field's norms, or null.</summary>
    public abstract NumericDocValues? GetNormValues(string field);

    /// <summary>The field's NUMERIC values, or null.</summary>
    public abstract NumericDocValues? GetNumericDocValues(string field);

    /// <summary>The field's SORTED values, or null. Each caller has its own.</summary>
    public abstract SortedDocValues? GetSortedDocValues(string field);

    /// <summary>The field's SORTED_SET values, or null. Each caller has its own.</summary>
    public abstract SortedSetDocValues? GetSortedSetDocValues(string field);

    /// <inheritdoc/>
    public sealed override long GetSumDocFreq(string field) => GetTerms(field)?.SumDocFreq ?? 0;

    /// <inheritdoc/>
    public sealed override long GetSumTotalTermFreq(string field) => GetTerms(field)?.SumTotalTermFreq ?? 0;

    /// <summary>The documents of a term that are not deleted, or null when there is no such term.</summary>
    public DocsEnum? GetTermDocsEnum(Term term) => Seek(term)?.Docs(LiveDocs, null);

    /// <summary>The documents and positions of a term, or null when there is no such term or no positions.</summary>
    public DocsAndPositionsEnum? GetTermPositionsEnum(Term term) => Seek(term)?.DocsAndPositions(LiveDocs, null);

    /// <summary>The field's terms, or null.</summary>
    public Terms? GetTerms(string field) => Fields?.GetTerms(field);

    /// <inheritdoc/>
    public sealed override long TotalTermFreq(Term term) => Seek(term)?.TotalTermFreq ?? 0;

    private TermsEnum? Seek(Term term)
    {
        TermsEnum? terms = GetTerms(term.Field)?.GetEnumerator();
        return terms != null && terms.SeekExact(term.Bytes) ? terms : null;
    }
}
