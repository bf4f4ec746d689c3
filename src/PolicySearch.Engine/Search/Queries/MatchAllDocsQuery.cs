using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>All documents, with the boost as their score.</summary>
public class MatchAllDocsQuery : Query
{
    /// <summary>All documents.</summary>
    public MatchAllDocsQuery()
    {
    }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher) => new AllWeight(this);

    /// <inheritdoc/>
    public override void ExtractTerms(ISet<Term> terms)
    {
    }

    /// <inheritdoc/>
    public override string ToString(string? field) => "*:*" + BoostSuffix;

    /// <inheritdoc/>
    public override bool Equals(object? o) => o is MatchAllDocsQuery other && Boost.Equals(other.Boost);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(MatchAllDocsQuery), Boost);

    private sealed class AllWeight(Query query) : Weight
    {
        private float score = query.Boost;

        public override Query Query => query;

        public override float GetValueForNormalization() => score * score;

        public override void Normalize(float norm, float topLevelBoost) => score *= norm * topLevelBoost;

        public override Scorer GetScorer(AtomicReaderContext context, IBits? acceptDocs) =>
            new ConstantScorer(this, new AcceptedDocs(context.Reader.MaxDoc, acceptDocs), score);

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            var result = new ComplexExplanation(true, score, "MatchAllDocsQuery, product of:");
            if (query.Boost != 1.0f)
                result.AddDetail(new Explanation(query.Boost, "boost"));
            result.AddDetail(new Explanation(score / query.Boost, "queryNorm"));
            return result;
        }
    }
}

/// <summary>The documents of a segment that bits accept; all of them for null.</summary>
internal sealed class AcceptedDocs(int maxDoc, IBits? accepted) : DocIdSetIterator
{
    private int doc = -1;

    public override int DocID => doc;

    public override long GetCost() => maxDoc;

    public override int NextDoc() => Advance(doc + 1);

    public override int Advance(int target)
    {
        for (int at = target; at < maxDoc; at++)
        {
            if (accepted == null || accepted.Get(at))
                return doc = at;
        }
        return doc = NO_MORE_DOCS;
    }
}
