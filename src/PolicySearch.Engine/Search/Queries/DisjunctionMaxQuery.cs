using System.Collections;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>
/// Documents that match any of several queries, scored with the best of them and a part of the others: for a word that is looked for
/// in several fields.
/// </summary>
public class DisjunctionMaxQuery : Query, IEnumerable<Query>
{
    private List<Query> disjuncts = [];

    /// <summary>Without queries, which matches nothing.</summary>
    /// <param name="tieBreakerMultiplier">The part of the scores that are not the best, from 0 to 1.</param>
    public DisjunctionMaxQuery(float tieBreakerMultiplier) => TieBreakerMultiplier = tieBreakerMultiplier;

    /// <summary>With queries.</summary>
    /// <param name="disjuncts">The queries.</param>
    /// <param name="tieBreakerMultiplier">The part of the scores that are not the best, from 0 to 1.</param>
    public DisjunctionMaxQuery(ICollection<Query> disjuncts, float tieBreakerMultiplier)
        : this(tieBreakerMultiplier) => this.disjuncts.AddRange(disjuncts);

    /// <summary>The queries, in the order in which they were added.</summary>
    public virtual IList<Query> Disjuncts => disjuncts;

    /// <summary>The part of the scores that are not the best.</summary>
    public virtual float TieBreakerMultiplier { get; }

    /// <summary>Adds a query.</summary>
    public virtual void Add(Query query) => disjuncts.Add(query);

    /// <summary>Adds queries.</summary>
    public virtual void Add(ICollection<Query> disjuncts) => this.disjuncts.AddRange(disjuncts);

    /// <inheritdoc/>
    public virtual IEnumerator<Query> GetEnumerator() => disjuncts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override Query Rewrite(IndexReader reader)
    {
        if (disjuncts.Count == 1)
            return disjuncts[0].Rewrite(reader).Boosted(Boost);
        var rewritten = disjuncts.Select(q => q.Rewrite(reader)).ToList();
        if (rewritten.SequenceEqual(disjuncts, ReferenceEqualityComparer.Instance))
            return this;
        var copy = (DisjunctionMaxQuery)Clone();
        copy.disjuncts = rewritten;
        return copy;
    }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher) => new MaxWeight(this, searcher);

    /// <inheritdoc/>
    public override void ExtractTerms(ISet<Term> terms) => disjuncts.ForEach(q => q.ExtractTerms(terms));

    /// <summary>A copy with a list of queries of its own.</summary>
    public override object Clone()
    {
        var copy = (DisjunctionMaxQuery)base.Clone();
        copy.disjuncts = [.. disjuncts];
        return copy;
    }

    /// <inheritdoc/>
    public override string ToString(string? field)
    {
        IEnumerable<string> parts = disjuncts.Select(q => q is BooleanQuery ? $"({q.ToString(field)})" : q.ToString(field));
        string tie = TieBreakerMultiplier == 0f ? "" : "~" + ScoreText.Of(TieBreakerMultiplier);
        return $"({string.Join(" | ", parts)}){tie}{BoostSuffix}";
    }

    /// <inheritdoc/>
    public override bool Equals(object? o) => o is DisjunctionMaxQuery other && Boost.Equals(other.Boost)
        && TieBreakerMultiplier.Equals(other.TieBreakerMultiplier) && disjuncts.SequenceEqual(other.disjuncts);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Boost);
        hash.Add(TieBreakerMultiplier);
        disjuncts.ForEach(hash.Add);
        return hash.ToHashCode();
    }

    private sealed class MaxWeight(DisjunctionMaxQuery query, IndexSearcher searcher) : Weight
    {
        private readonly Weight[] weights = query.disjuncts.Select(q => q.CreateWeight(searcher)).ToArray();

        public override Query Query => query;

        public override float GetValueForNormalization()
        {
            float max = 0f, sum = 0f;
            foreach (Weight weight in weights)
            {
                float value = weight.GetValueForNormalization();
                sum += value;
                max = Math.Max(max, value);
            }
            float tie = query.TieBreakerMultiplier;
            return ((sum - max) * tie * tie + max) * query.Boost * query.Boost;
        }

        public override void Normalize(float norm, float topLevelBoost)
        {
            foreach (Weight weight in weights)
                weight.Normalize(norm, topLevelBoost * query.Boost);
        }

        public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs)
        {
            var scorers = weights.Select(w => w.GetScorer(context, acceptDocs)).OfType<Scorer>().ToList();
            return scorers.Count == 0 ? null : new DisjunctionMaxScorer(this, scorers, query.TieBreakerMultiplier);
        }

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            Scorer? scorer = GetScorer(context, null);
            if (scorer == null || scorer.Advance(doc) != doc)
                return NoMatch("no matching disjunct");
            string how = query.TieBreakerMultiplier == 0f ? "max of:" : $"max plus {ScoreText.Of(query.TieBreakerMultiplier)} times others of:";
            var result = new ComplexExplanation(true, scorer.GetScore(), how);
            foreach (Explanation part in weights.Select(w => w.Explain(context, doc)).Where(e => e.IsMatch))
                result.AddDetail(part);
            return result;
        }
    }
}
