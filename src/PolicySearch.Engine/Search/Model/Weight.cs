using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>
/// A query bound to one searcher: it holds the statistics, and makes scorers, one for each segment. Threads may share it once
/// <see cref="Normalize"/> has run.
/// </summary>
public abstract class Weight
{
    /// <summary>For the subclasses.</summary>
    protected Weight()
    {
    }

    /// <summary>The query that this weight is of.</summary>
    public abstract Query Query { get; }

    /// <summary>Whether the bulk scorers may hand out documents out of order.</summary>
    public virtual bool ScoresDocsOutOfOrder => false;

    /// <summary>How the score of a document (its number within the segment) comes about.</summary>
    public abstract Explanation Explain(AtomicReaderContext context, int doc);

    /// <summary>The sum of squared weights, for <see cref="Similarities.Similarity.QueryNorm"/>.</summary>
    public abstract float GetValueForNormalization();

    /// <summary>Sets the factors from outside; called once, before any scorer is asked for.</summary>
    public abstract void Normalize(float norm, float topLevelBoost);

    /// <summary>The matches in one segment, in order, or null when there is none.</summary>
    /// <param name="context">The segment.</param>
    /// <param name="acceptDocs">The documents that may match, usually the live ones; null for all.</param>
    public abstract Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs);

    /// <summary>The fastest way to hand all matches of one segment to a collector, or null when there is no match.</summary>
    public virtual BulkScorer? GetBulkScorer(AtomicReaderContext context, bool scoreDocsInOrder, IBits? acceptDocs)
    {
        Scorer? scorer = GetScorer(context, acceptDocs);
        return scorer == null ? null : new ScorerBulkScorer(scorer);
    }

    /// <summary>The explanation of a document that does not match.</summary>
    private protected static Explanation NoMatch(string why) => new ComplexExplanation(false, 0f, why);
}
