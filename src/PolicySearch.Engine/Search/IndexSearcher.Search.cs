using Lucene.Net.Index;

namespace Lucene.Net.Search;

public partial class IndexSearcher
{
    /// <summary>The best <paramref name="n"/> hits by score; among equals the lowest document numbers.</summary>
    public virtual TopDocs Search(Query query, int n) => Search(query, null, n);

    /// <summary>The best <paramref name="n"/> hits by score that a filter lets through.</summary>
    public virtual TopDocs Search(Query query, Filter? filter, int n) => SearchAfter(null, query, filter, n);

    /// <summary>Hands all hits to a collector.</summary>
    public virtual void Search(Query query, ICollector results) => Search(query, null, results);

    /// <summary>Hands all hits that a filter lets through to a collector.</summary>
    public virtual void Search(Query query, Filter? filter, ICollector results) =>
        Search(m_leafContexts, CreateNormalizedWeight(WrapFilter(query, filter)), results);

    /// <summary>The first <paramref name="n"/> hits in an order.</summary>
    public virtual TopFieldDocs Search(Query query, int n, Sort sort) => Search(query, null, n, sort);

    /// <summary>The first <paramref name="n"/> hits in an order that a filter lets through.</summary>
    public virtual TopFieldDocs Search(Query query, Filter? filter, int n, Sort sort) => Search(query, filter, n, sort, false, false);

    /// <summary>The same, with the scores of the hits and the best score of all if wanted.</summary>
    public virtual TopFieldDocs Search(Query query, Filter? filter, int n, Sort sort, bool doDocScores, bool doMaxScore) =>
        Search(CreateNormalizedWeight(WrapFilter(query, filter)), n, sort, doDocScores, doMaxScore);

    /// <summary>The best <paramref name="n"/> hits by score that come after the last of an earlier search; null for the first search.</summary>
    public virtual TopDocs SearchAfter(ScoreDoc? after, Query query, int n) => SearchAfter(after, query, null, n);

    /// <summary>The same, of those that a filter lets through.</summary>
    public virtual TopDocs SearchAfter(ScoreDoc? after, Query query, Filter? filter, int n) =>
        Search(CreateNormalizedWeight(WrapFilter(query, filter)), after, n);

    /// <summary>The first <paramref name="n"/> hits in an order that come after the last of an earlier search; null for the first search.</summary>
    public virtual TopDocs SearchAfter(ScoreDoc? after, Query query, int n, Sort sort) => SearchAfter(after, query, null, n, sort);

    /// <summary>The same, of those that a filter lets through.</summary>
    public virtual TopDocs SearchAfter(ScoreDoc? after, Query query, Filter? filter, int n, Sort sort) =>
        SearchAfter(after, query, filter, n, sort, false, false);

    /// <summary>The same, with the scores of the hits and the best score of all if wanted.</summary>
    /// <exception cref="ArgumentException"><paramref name="after"/> is not a hit of a sorted search.</exception>
    public virtual TopDocs SearchAfter(ScoreDoc? after, Query query, Filter? filter, int n, Sort sort, bool doDocScores, bool doMaxScore)
    {
        if (after is not (null or FieldDoc))
            throw new ArgumentException($"after must be a FieldDoc, not {after}", nameof(after));
        return Search(CreateNormalizedWeight(WrapFilter(query, filter)), (FieldDoc?)after, n, sort, true, doDocScores, doMaxScore);
    }

    /// <summary>The best hits by score.</summary>
    protected virtual TopDocs Search(Weight weight, ScoreDoc? after, int nDocs) => Search(m_leafContexts, weight, after, nDocs);

    /// <summary>The best hits by score in some segments.</summary>
    protected virtual TopDocs Search(IList<AtomicReaderContext> leaves, Weight weight, ScoreDoc? after, int nDocs)
    {
        if (after != null && after.Doc >= Limit)
            throw new ArgumentException($"after.Doc {after.Doc} must be below the number of documents, {Limit}", nameof(after));
        var collector = TopScoreDocCollector.Create(Math.Min(nDocs, Limit), after, !weight.ScoresDocsOutOfOrder);
        Search(leaves, weight, collector);
        return collector.GetTopDocs();
    }

    /// <summary>The first hits in an order.</summary>
    protected virtual TopFieldDocs Search(Weight weight, int nDocs, Sort sort, bool doDocScores, bool doMaxScore) =>
        Search(weight, null, nDocs, sort, true, doDocScores, doMaxScore);

    /// <summary>The first hits in an order.</summary>
    protected virtual TopFieldDocs Search(Weight weight, FieldDoc? after, int nDocs, Sort sort, bool fillFields, bool doDocScores, bool doMaxScore) =>
        Search(m_leafContexts, weight, after, nDocs, sort, fillFields, doDocScores, doMaxScore);

    /// <summary>The first hits in an order in some segments.</summary>
    protected virtual TopFieldDocs Search(IList<AtomicReaderContext> leaves, Weight weight, FieldDoc? after, int nDocs, Sort sort, bool fillFields, bool doDocScores, bool doMaxScore)
    {
        ArgumentNullException.ThrowIfNull(sort);
        var collector = TopFieldCollector.Create(sort.Rewrite(this), Math.Min(nDocs, Limit), after, fillFields, doDocScores, doMaxScore, !weight.ScoresDocsOutOfOrder);
        Search(leaves, weight, collector);
        return (TopFieldDocs)collector.GetTopDocs();
    }

    /// <summary>Hands all hits in some segments to a collector.</summary>
    protected virtual void Search(IList<AtomicReaderContext> leaves, Weight weight, ICollector collector)
    {
        foreach (AtomicReaderContext leaf in leaves)
        {
            try
            {
                collector.SetNextReader(leaf);
                weight.GetBulkScorer(leaf, !collector.AcceptsDocsOutOfOrder, leaf.AtomicReader.LiveDocs)?.Score(collector);
            }
            catch (CollectionTerminatedException)
            {
                // The collector has seen enough of this segment.
            }
        }
    }

    // An empty index still makes a collector of one.
    private int Limit => Math.Max(1, IndexReader.MaxDoc);
}
