using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>The matches of a query that a filter lets through, with their scores.</summary>
public class FilteredQuery : Query
{
    /// <summary>The filter leads, the query follows.</summary>
    public static readonly FilterStrategy LEAP_FROG_FILTER_FIRST_STRATEGY = new LeapFrogStrategy(filterFirst: true);

    /// <summary>The query leads, the filter follows.</summary>
    public static readonly FilterStrategy LEAP_FROG_QUERY_FIRST_STRATEGY = new LeapFrogStrategy(filterFirst: false);

    /// <summary>The filter is asked about each match of the query, where it can be; else the query leads.</summary>
    public static readonly FilterStrategy QUERY_FIRST_FILTER_STRATEGY = new QueryFirstStrategy();

    /// <summary>The default: a filter that can be asked about single documents is, unless it lets few through; else the filter leads.</summary>
    public static readonly FilterStrategy RANDOM_ACCESS_FILTER_STRATEGY = new RandomAccessFilterStrategy();

    /// <summary>The matches of <paramref name="query"/> that <paramref name="filter"/> lets through.</summary>
    public FilteredQuery(Query query, Filter filter)
        : this(query, filter, RANDOM_ACCESS_FILTER_STRATEGY)
    {
    }

    /// <summary>The same, with a choice of how.</summary>
    public FilteredQuery(Query query, Filter filter, FilterStrategy strategy)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(strategy);
        Query = query;
        Filter = filter;
        Strategy = strategy;
    }

    /// <summary>The filter.</summary>
    public Filter Filter { get; }

    /// <summary>The query.</summary>
    public Query Query { get; }

    /// <summary>How they are brought together.</summary>
    public virtual FilterStrategy Strategy { get; }

    /// <inheritdoc/>
    public override Query Rewrite(IndexReader reader)
    {
        Query rewritten = Query.Rewrite(reader);
        return ReferenceEquals(rewritten, Query) ? this : new FilteredQuery(rewritten, Filter, Strategy) { Boost = Boost };
    }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher) => new FilteredWeight(this, Query.CreateWeight(searcher));

    /// <inheritdoc/>
    public override void ExtractTerms(ISet<Term> terms) => Query.ExtractTerms(terms);

    /// <inheritdoc/>
    public override string ToString(string? s) => $"filtered({Query.ToString(s)})->{Filter}{BoostSuffix}";

    /// <inheritdoc/>
    public override bool Equals(object? o) => base.Equals(o) && o is FilteredQuery other && Query.Equals(other.Query) && Filter.Equals(other.Filter) && Strategy.Equals(other.Strategy);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Query, Filter, Strategy);

    private sealed class FilteredWeight(FilteredQuery query, Weight inner) : Weight
    {
        public override Query Query => query;

        public override bool ScoresDocsOutOfOrder => inner.ScoresDocsOutOfOrder;

        public override float GetValueForNormalization() => inner.GetValueForNormalization() * query.Boost * query.Boost;

        public override void Normalize(float norm, float topLevelBoost) => inner.Normalize(norm, topLevelBoost * query.Boost);

        public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs) =>
            query.Filter.GetDocIdSet(context, acceptDocs) is { } set ? query.Strategy.FilteredScorer(context, inner, set) : null;

        public override BulkScorer? GetBulkScorer(AtomicReaderContext context, bool scoreDocsInOrder, IBits? acceptDocs) =>
            query.Filter.GetDocIdSet(context, acceptDocs) is { } set ? query.Strategy.FilteredBulkScorer(context, inner, scoreDocsInOrder, set) : null;

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            Explanation explained = inner.Explain(context, doc);
            DocIdSetIterator? let = query.Filter.GetDocIdSet(context, null)?.GetIterator();
            if (let != null && let.Advance(doc) == doc)
                return explained;
            Explanation result = NoMatch($"failure to match filter: {query.Filter}");
            result.AddDetail(explained);
            return result;
        }
    }

    /// <summary>How the matches of a query and the documents of a filter are brought together. Stateless.</summary>
    public abstract class FilterStrategy
    {
        /// <summary>For the subclasses.</summary>
        protected FilterStrategy()
        {
        }

        /// <summary>The matches that the set holds, or null when there is none.</summary>
        public abstract Scorer? FilteredScorer(AtomicReaderContext context, Weight weight, DocIdSet docIdSet);

        /// <summary>The same, for handing all of them to a collector.</summary>
        public virtual BulkScorer? FilteredBulkScorer(AtomicReaderContext context, Weight weight, bool scoreDocsInOrder, DocIdSet docIdSet)
        {
            Scorer? scorer = FilteredScorer(context, weight, docIdSet);
            return scorer == null ? null : new ScorerBulkScorer(scorer);
        }
    }

    /// <summary>Asks the filter about each match of the query, if it can be asked and is not sparse; else lets the filter lead.</summary>
    public class RandomAccessFilterStrategy : FilterStrategy
    {
        /// <summary>The strategy.</summary>
        public RandomAccessFilterStrategy()
        {
        }

        /// <inheritdoc/>
        public override Scorer? FilteredScorer(AtomicReaderContext context, Weight weight, DocIdSet docIdSet) =>
            RandomAccess(docIdSet) is { } bits ? weight.GetScorer(context, bits) : LEAP_FROG_FILTER_FIRST_STRATEGY.FilteredScorer(context, weight, docIdSet);

        /// <inheritdoc/>
        public override BulkScorer? FilteredBulkScorer(AtomicReaderContext context, Weight weight, bool scoreDocsInOrder, DocIdSet docIdSet) =>
            RandomAccess(docIdSet) is { } bits ? weight.GetBulkScorer(context, scoreDocsInOrder, bits) : base.FilteredBulkScorer(context, weight, scoreDocsInOrder, docIdSet);

        /// <summary>Whether to ask about single documents, given the filter's first document. Default: when it is below 100.</summary>
        protected virtual bool UseRandomAccess(IBits bits, int firstFilterDoc) => firstFilterDoc < 100;

        private IBits? RandomAccess(DocIdSet set) =>
            set.Bits is { } bits && set.GetIterator() is { } docs && UseRandomAccess(bits, docs.NextDoc()) ? bits : null;
    }

    private sealed class QueryFirstStrategy : FilterStrategy
    {
        public override Scorer? FilteredScorer(AtomicReaderContext context, Weight weight, DocIdSet docIdSet) =>
            docIdSet.Bits is { } bits ? weight.GetScorer(context, bits) : LEAP_FROG_QUERY_FIRST_STRATEGY.FilteredScorer(context, weight, docIdSet);
    }

    private sealed class LeapFrogStrategy(bool filterFirst) : FilterStrategy
    {
        public override Scorer? FilteredScorer(AtomicReaderContext context, Weight weight, DocIdSet docIdSet)
        {
            DocIdSetIterator? filter = docIdSet.GetIterator();
            Scorer? scorer = filter == null ? null : weight.GetScorer(context, null);
            return scorer == null ? null : new LeapFrogScorer(weight, scorer, filter!, filterFirst);
        }
    }

    private sealed class LeapFrogScorer(Weight weight, Scorer scorer, DocIdSetIterator filter, bool filterFirst) : Scorer(weight)
    {
        private readonly DocIdSetIterator lead = filterFirst ? filter : scorer, follower = filterFirst ? scorer : filter;

        public override int DocID => scorer.DocID > filter.DocID ? scorer.DocID : filter.DocID;

        public override int Freq => scorer.Freq;

        public override long GetCost() => lead.GetCost();

        public override float GetScore() => scorer.GetScore();

        public override int NextDoc() => Meet(lead.NextDoc());

        public override int Advance(int target) => Meet(lead.Advance(target));

        public override ICollection<ChildScorer> GetChildren() => [new ChildScorer(scorer, "FILTERED")];

        private int Meet(int doc)
        {
            while (doc != NO_MORE_DOCS)
            {
                int other = follower.DocID < doc ? follower.Advance(doc) : follower.DocID;
                if (other == doc)
                    return doc;
                doc = lead.Advance(other);
            }
            return NO_MORE_DOCS;
        }
    }
}
