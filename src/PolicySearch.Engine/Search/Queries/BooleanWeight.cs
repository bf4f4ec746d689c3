using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

public partial class BooleanQuery
{
    /// <summary>The weight of a <see cref="BooleanQuery"/>.</summary>
    public class BooleanWeight : Weight
    {
        private readonly BooleanQuery query;
        private readonly bool disableCoord;

        /// <summary>Clauses that are not prohibited.</summary>
        protected int m_maxCoord;

        /// <summary>The searcher's similarity.</summary>
        protected Similarity m_similarity;

        /// <summary>The weights of the clauses, in their order.</summary>
        protected IList<Weight> m_weights;

        /// <summary>The weight of a query over a searcher.</summary>
        public BooleanWeight(BooleanQuery outerInstance, IndexSearcher searcher, bool disableCoord)
        {
            query = outerInstance;
            this.disableCoord = disableCoord;
            m_similarity = searcher.Similarity;
            m_weights = query.clauses.Select(c => c.Query.CreateWeight(searcher)).ToList();
            m_maxCoord = query.clauses.Count(c => !c.IsProhibited);
        }

        /// <summary>Clauses that are not prohibited.</summary>
        public int MaxCoord => m_maxCoord;

        /// <inheritdoc/>
        public override Query Query => query;

        /// <summary>The searcher's similarity.</summary>
        public Similarity Similarity => m_similarity;

        /// <inheritdoc/>
        public override bool ScoresDocsOutOfOrder => false;

        /// <summary>The factor on the score when <paramref name="overlap"/> of <paramref name="maxOverlap"/> clauses match.</summary>
        public virtual float Coord(int overlap, int maxOverlap) => maxOverlap == 1 ? 1f : m_similarity.Coord(overlap, maxOverlap);

        /// <inheritdoc/>
        public override float GetValueForNormalization()
        {
            float sum = 0f;
            for (int i = 0; i < m_weights.Count; i++)
            {
                // Prohibited clauses are asked too: they have to see both calls.
                float value = m_weights[i].GetValueForNormalization();
                if (!query.clauses[i].IsProhibited)
                    sum += value;
            }
            return sum * query.Boost * query.Boost;
        }

        /// <inheritdoc/>
        public override void Normalize(float norm, float topLevelBoost)
        {
            foreach (Weight weight in m_weights)
                weight.Normalize(norm, topLevelBoost * query.Boost);
        }

        /// <inheritdoc/>
        public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs)
        {
            List<Scorer>? required = ScorersOf(Occur.MUST, context, acceptDocs);
            List<Scorer> optional = ScorersOf(Occur.SHOULD, context, acceptDocs)!;
            int least = query.m_minNrShouldMatch;
            if (required == null || optional.Count < least || required.Count + optional.Count == 0)
                return null;
            ClauseScorer scorer = Compose(required, optional, least);
            List<Scorer> prohibited = ScorersOf(Occur.MUST_NOT, context, acceptDocs)!;
            if (prohibited.Count > 0)
                scorer = new ExclusionScorer(this, scorer, AnyOf(prohibited));
            return CoordFactors() is { } factors ? new CoordScorer(this, scorer, factors) : scorer;
        }

        /// <inheritdoc/>
        public override BulkScorer? GetBulkScorer(AtomicReaderContext context, bool scoreDocsInOrder, IBits? acceptDocs) =>
            BooleanBulk.TryMake(query, m_weights, CoordFactors(), context, acceptDocs, out BulkScorer? scorer)
                ? scorer : base.GetBulkScorer(context, scoreDocsInOrder, acceptDocs);

        /// <summary>The factors by number of matching clauses; null when all are 1.</summary>
        private float[]? CoordFactors()
        {
            if (disableCoord)
                return null;
            var factors = new float[m_maxCoord + 1];
            for (int i = 0; i < factors.Length; i++)
                factors[i] = Coord(i, m_maxCoord);
            return Array.TrueForAll(factors, f => f == 1f) ? null : factors;
        }

        /// <summary>The scorers of the clauses of one kind; null when a required one matches nothing.</summary>
        private List<Scorer>? ScorersOf(Occur occur, AtomicReaderContext context, IBits? acceptDocs)
        {
            var scorers = new List<Scorer>();
            for (int i = 0; i < m_weights.Count; i++)
            {
                if (query.clauses[i].Occur != occur)
                    continue;
                Scorer? scorer = m_weights[i].GetScorer(context, acceptDocs);
                if (scorer != null)
                    scorers.Add(scorer);
                else if (occur == Occur.MUST)
                    return null;
            }
            return scorers;
        }

        private ClauseScorer Compose(List<Scorer> required, List<Scorer> optional, int least)
        {
            if (optional.Count == 0)
                return All(required);
            if (required.Count == 0)
                return Some(optional, Math.Max(least, 1));
            if (least == 0)
                return new RequiredOptionalScorer(this, All(required), Some(optional, 1));
            return new ConjunctionScorer(this, [All(required), Some(optional, least)]);
        }

        // Each clause counts as one, so one that is itself boolean is wrapped.
        private ClauseScorer All(List<Scorer> scorers) =>
            scorers.Count == 1 ? new SingleClauseScorer(this, scorers[0]) : new ConjunctionScorer(this, scorers.Select(Single));

        private ClauseScorer Some(List<Scorer> scorers, int least) =>
            scorers.Count == 1 ? new SingleClauseScorer(this, scorers[0]) : least > 1 ? new AtLeastScorer(this, scorers, least) : new DisjunctionSumScorer(this, scorers);

        private Scorer Single(Scorer scorer) => scorer is ClauseScorer ? new SingleClauseScorer(this, scorer) : scorer;

        private Scorer AnyOf(List<Scorer> scorers) => scorers.Count == 1 ? scorers[0] : new DisjunctionSumScorer(this, scorers);

        /// <inheritdoc/>
        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            var parts = new List<Explanation>();
            int optional = 0;
            for (int i = 0; i < m_weights.Count; i++)
            {
                BooleanClause clause = query.clauses[i];
                Explanation part = m_weights[i].Explain(context, doc);
                if (part.IsMatch && clause.IsProhibited)
                    return Failure($"match on prohibited clause ({clause.Query})", part);
                if (!part.IsMatch && clause.IsRequired)
                    return Failure($"no match on required clause ({clause.Query})", part);
                if (!part.IsMatch)
                    continue;
                parts.Add(part);
                optional += clause.Occur == Occur.SHOULD ? 1 : 0;
            }
            if (parts.Count == 0)
                return NoMatch("no matching clause");
            return optional < query.m_minNrShouldMatch
                ? NoMatch($"Failure to match minimum number of optional clauses: {query.m_minNrShouldMatch}")
                : ExplainSum(context, doc, parts);
        }

        // The sum is the scorer's own, so that the explained value is the score to the last bit.
        private ComplexExplanation ExplainSum(AtomicReaderContext context, int doc, List<Explanation> parts)
        {
            Scorer scorer = GetScorer(context, null)!;
            scorer.Advance(doc);
            float score = scorer.GetScore(), coord = disableCoord ? 1f : Coord(parts.Count, m_maxCoord);
            var sum = new ComplexExplanation(true, coord == 1f ? score : parts.Sum(p => p.Value), "sum of:");
            parts.ForEach(sum.AddDetail);
            if (coord == 1f)
                return sum;
            var product = new ComplexExplanation(true, score, "product of:");
            product.AddDetail(sum);
            product.AddDetail(new Explanation(coord, $"coord({parts.Count}/{m_maxCoord})"));
            return product;
        }

        private static ComplexExplanation Failure(string why, Explanation part)
        {
            var failure = new ComplexExplanation(false, 0f, "Failure to meet condition(s) of required/prohibited clause(s)");
            var reason = new Explanation(0f, why);
            reason.AddDetail(part);
            failure.AddDetail(reason);
            return failure;
        }
    }
}
