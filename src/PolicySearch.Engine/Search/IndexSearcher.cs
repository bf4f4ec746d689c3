using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;

namespace Lucene.Net.Search;

/// <summary>
/// Searches one view of an index. Cheap to make over a reader that is open; threads may share it once <see cref="Similarity"/> is set.
/// Does not own the reader.
/// </summary>
public partial class IndexSearcher
{
    /// <summary>The segments.</summary>
    protected internal readonly IList<AtomicReaderContext> m_leafContexts;

    /// <summary>The slices of segments that could be searched side by side; null: they are searched one after the other.</summary>
    protected readonly LeafSlice[]? m_leafSlices;

    /// <summary>The root of the reader.</summary>
    protected readonly IndexReaderContext m_readerContext;

    private readonly FieldStatisticsCache statistics = new();

    /// <summary>Searches a reader.</summary>
    public IndexSearcher(IndexReader r)
        : this(r.Context)
    {
    }

    /// <summary>Searches a reader by its root.</summary>
    /// <exception cref="ArgumentException">The context is not a root.</exception>
    public IndexSearcher(IndexReaderContext context)
        : this(context, null, allocateLeafSlices: false)
    {
    }

    /// <summary>Searches a reader; the scheduler is kept for compatibility, the segments are searched one after the other.</summary>
    public IndexSearcher(IndexReader r, TaskScheduler? executor)
        : this(r.Context, executor)
    {
    }

    /// <summary>Searches a reader by its root; the scheduler is kept for compatibility, the segments are searched one after the other.</summary>
    public IndexSearcher(IndexReaderContext context, TaskScheduler? executor)
        : this(context, executor, executor != null)
    {
    }

    /// <summary>Searches a reader by its root.</summary>
    protected IndexSearcher(IndexReaderContext context, TaskScheduler? executor, bool allocateLeafSlices)
    {
        if (!context.IsTopLevel)
            throw new ArgumentException("IndexSearcher needs the root of a reader, not one of its segments", nameof(context));
        m_readerContext = context;
        m_leafContexts = context.Leaves;
        m_leafSlices = allocateLeafSlices ? GetSlices(m_leafContexts) : null;
    }

    /// <summary>The similarity of searchers that are not given another.</summary>
    public static Similarity DefaultSimilarity { get; } = new DefaultSimilarity();

    /// <summary>The reader.</summary>
    public virtual IndexReader IndexReader => m_readerContext.Reader;

    /// <summary>The similarity; the one that the index was written with. To be set before the first search.</summary>
    public virtual Similarity Similarity { get; set; } = DefaultSimilarity;

    /// <summary>The root of the reader.</summary>
    public virtual IndexReaderContext TopReaderContext => m_readerContext;

    /// <summary>The stored fields of a document.</summary>
    public virtual Document Doc(int docID) => IndexReader.Document(docID);

    /// <summary>Shows the stored fields of a document to a visitor.</summary>
    public virtual void Doc(int docID, StoredFieldVisitor fieldVisitor) => IndexReader.Document(docID, fieldVisitor);

    /// <summary>Some stored fields of a document; all of them for null.</summary>
    public virtual Document Doc(int docID, ISet<string>? fieldsToLoad) => fieldsToLoad == null ? Doc(docID) : IndexReader.Document(docID, fieldsToLoad);

    /// <summary>The figures of a field over all segments.</summary>
    public virtual CollectionStatistics CollectionStatistics(string field) => statistics.Of(field, m_readerContext);

    /// <summary>The figures of a term over all segments.</summary>
    public virtual TermStatistics TermStatistics(Term term, TermContext context) => new(term.Bytes, context.DocFreq, context.TotalTermFreq);

    /// <summary>The primitive form of a query.</summary>
    public virtual Query Rewrite(Query query)
    {
        Query rewritten = query.Rewrite(IndexReader);
        while (!ReferenceEquals(rewritten, query))
        {
            query = rewritten;
            rewritten = query.Rewrite(IndexReader);
        }
        return query;
    }

    /// <summary>The weight of a query, rewritten and ready for scoring.</summary>
    public virtual Weight CreateNormalizedWeight(Query query)
    {
        Weight weight = Rewrite(query).CreateWeight(this);
        float norm = Similarity.QueryNorm(weight.GetValueForNormalization());
        weight.Normalize(float.IsFinite(norm) ? norm : 1f, 1f);
        return weight;
    }

    /// <summary>How the score of a document comes about.</summary>
    public virtual Explanation Explain(Query query, int doc) => Explain(CreateNormalizedWeight(query), doc);

    /// <summary>How the score of a document comes about.</summary>
    protected virtual Explanation Explain(Weight weight, int doc)
    {
        AtomicReaderContext leaf = m_leafContexts[ReaderUtil.SubIndex(doc, m_leafContexts)];
        int docInLeaf = doc - leaf.DocBase;
        return leaf.AtomicReader.LiveDocs is { } live && !live.Get(docInLeaf)
            ? new ComplexExplanation(false, 0f, $"document {doc} is deleted")
            : weight.Explain(leaf, docInLeaf);
    }

    /// <summary>The slices of segments that could be searched side by side: each segment is one.</summary>
    protected virtual LeafSlice[] GetSlices(IList<AtomicReaderContext> leaves) => leaves.Select(leaf => new LeafSlice(leaf)).ToArray();

    /// <summary>The query, restricted by a filter; the query itself for null.</summary>
    protected virtual Query WrapFilter(Query query, Filter? filter) => filter == null ? query : new FilteredQuery(query, filter);

    /// <inheritdoc/>
    public override string ToString() => $"IndexSearcher({IndexReader})";

    /// <summary>Segments that are searched together.</summary>
    public class LeafSlice
    {
        /// <summary>A slice of segments.</summary>
        public LeafSlice(params AtomicReaderContext[] leaves) => Leaves = leaves;

        internal AtomicReaderContext[] Leaves { get; }
    }
}
