using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>The matches of a query or filter, all with the boost as their score.</summary>
public class ConstantScoreQuery : Query
{
    /// <summary>The filter, when it is one that is wrapped.</summary>
    protected readonly Filter? m_filter;

    /// <summary>The query, when it is one that is wrapped.</summary>
    protected readonly Query? m_query;

    /// <summary>The matches of a query.</summary>
    public ConstantScoreQuery(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        m_query = query;
    }

    /// <summary>The documents of a filter.</summary>
    public ConstantScoreQuery(Filter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        m_filter = filter;
    }

    /// <summary>The filter; null when a query is wrapped.</summary>
    public virtual Filter? Filter => m_filter;

    /// <summary>The query; null when a filter is wrapped.</summary>
    public virtual Query? Query => m_query;

    /// <inheritdoc/>
    public override Query Rewrite(IndexReader reader)
    {
        Query? inner = m_query ?? (m_filter as QueryWrapperFilter)?.Query;
        if (inner == null)
            return this;
        Query rewritten = inner.Rewrite(reader);
        return ReferenceEquals(rewritten, m_query) ? this : new ConstantScoreQuery(rewritten) { Boost = Boost };
    }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher) => new ConstantWeight(this, m_query?.CreateWeight(searcher));

    /// <inheritdoc/>
    public override void ExtractTerms(ISet<Term> terms) => m_query?.ExtractTerms(terms);

    /// <inheritdoc/>
    public override string ToString(string? field) => $"ConstantScore({m_query?.ToString(field) ?? m_filter!.ToString()}){BoostSuffix}";

    /// <inheritdoc/>
    public override bool Equals(object? o) =>
        base.Equals(o) && o is ConstantScoreQuery other && Equals(m_filter, other.m_filter) && Equals(m_query, other.m_query);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), m_filter, m_query);

    private sealed class ConstantWeight(ConstantScoreQuery query, Weight? inner) : Weight
    {
        private float score = query.Boost;

        public override Query Query => query;

        public override float GetValueForNormalization()
        {
            // The inner weight has to see both calls; its own value does not matter.
            inner?.GetValueForNormalization();
            return score * score;
        }

        public override void Normalize(float norm, float topLevelBoost)
        {
            score *= norm * topLevelBoost;
            inner?.Normalize(norm, topLevelBoost);
        }

        public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs)
        {
            DocIdSetIterator? docs = inner != null ? inner.GetScorer(context, acceptDocs) : query.m_filter!.GetDocIdSet(context, acceptDocs)?.GetIterator();
            return docs == null ? null : new ConstantScorer(this, docs, score);
        }

        public override BulkScorer? GetBulkScorer(AtomicReaderContext context, bool scoreDocsInOrder, IBits? acceptDocs)
        {
            if (inner is TermWeight term)
                return term.OpenDocuments(context) is { } blocks ? new ConstantTermBulkScorer(blocks, acceptDocs, score) : null;
            if (query.m_filter is IBitsSource source)
                return ConstantBitsBulkScorer.Make(source, context, acceptDocs, score);
            return base.GetBulkScorer(context, scoreDocsInOrder, acceptDocs);
        }

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            Scorer? scorer = GetScorer(context, null);
            if (scorer == null || scorer.Advance(doc) != doc)
                return NoMatch($"{query} doesn't match id {doc}");
            var result = new ComplexExplanation(true, score, $"{query}, product of:");
            result.AddDetail(new Explanation(query.Boost, "boost"));
            result.AddDetail(new Explanation(score / query.Boost, "queryNorm"));
            return result;
        }
    }
}
