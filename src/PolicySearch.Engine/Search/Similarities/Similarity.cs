using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search.Similarities;

/// <summary>
/// How matches are scored: at index time the norm of a field's length, at search time the weight of terms and the score of a
/// document. The same similarity must be set on the writer and on the searcher. Implementations may be shared by threads.
/// </summary>
public abstract class Similarity
{
    /// <summary>For the subclasses.</summary>
    protected Similarity()
    {
    }

    /// <summary>Factor on a boolean query's score when <paramref name="overlap"/> of <paramref name="maxOverlap"/> clauses match. Default 1.</summary>
    public virtual float Coord(int overlap, int maxOverlap) => 1f;

    /// <summary>Factor on all scores of a query, from the sum of its squared weights. Default 1.</summary>
    public virtual float QueryNorm(float valueForNormalization) => 1f;

    /// <summary>The norm that is stored for a field of a document.</summary>
    public abstract long ComputeNorm(FieldInvertState state);

    /// <summary>The weight of terms that are scored together: one term, or all terms of a phrase.</summary>
    public abstract SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats);

    /// <summary>Scores the documents of one segment.</summary>
    public abstract SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context);

    /// <summary>Scores documents of one segment. Not thread-safe.</summary>
    public abstract class SimScorer
    {
        /// <summary>For the subclasses.</summary>
        protected SimScorer()
        {
        }

        /// <summary>The score of a document in which the terms occur <paramref name="freq"/> times; a sloppy phrase has a fraction.</summary>
        public abstract float Score(int doc, float freq);

        /// <summary>What an occurrence of a phrase counts whose words are <paramref name="distance"/> off their places.</summary>
        public abstract float ComputeSlopFactor(int distance);

        /// <summary>The factor of a payload.</summary>
        public abstract float ComputePayloadFactor(int doc, int start, int end, BytesRef payload);

        /// <summary>How the score comes about.</summary>
        public virtual Explanation Explain(int doc, Explanation freq)
        {
            var result = new Explanation(Score(doc, freq.Value), $"score(doc={doc},freq={ScoreText.Of(freq.Value)}), with freq of:");
            result.AddDetail(freq);
            return result;
        }

        /// <summary>Scores many documents, exactly as <see cref="Score"/> does one.</summary>
        internal virtual void ScoreBlock(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, Span<float> scores)
        {
            for (int i = 0; i < docs.Length; i++)
                scores[i] = Score(docs[i], freqs[i]);
        }

        /// <summary>
        /// Writes the indexes, ascending, of all documents that may score more than <paramref name="threshold"/>; it may be some too many. Returns how many
        /// there are. <paramref name="indexes"/> has room for one more than there are documents.
        /// </summary>
        internal virtual int SelectAbove(float threshold, ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, Span<int> indexes)
        {
            for (int i = 0; i < docs.Length; i++)
                indexes[i] = i;
            return docs.Length;
        }

        /// <summary>No document in which the terms occur at most <paramref name="maxFreq"/> times scores more; +∞ when nothing is known.</summary>
        internal virtual float UpperBound(float maxFreq) => float.PositiveInfinity;
    }

    /// <summary>The weight of terms. Threads may share it once it is normalised.</summary>
    public abstract class SimWeight
    {
        /// <summary>For the subclasses.</summary>
        protected SimWeight()
        {
        }

        /// <summary>The squared weight, for <see cref="QueryNorm"/>.</summary>
        public abstract float GetValueForNormalization();

        /// <summary>Sets the factors from outside.</summary>
        public abstract void Normalize(float queryNorm, float topLevelBoost);
    }
}
