using Lucene.Net.Index;

namespace Lucene.Net.Search.Similarities;

/// <summary>A similarity of its own for each field. Coord and query norm are the wrapper's.</summary>
public abstract class PerFieldSimilarityWrapper : Similarity
{
    /// <summary>For the subclasses.</summary>
    protected PerFieldSimilarityWrapper()
    {
    }

    /// <summary>The similarity of a field; always the same one.</summary>
    public abstract Similarity Get(string name);

    /// <inheritdoc/>
    public sealed override long ComputeNorm(FieldInvertState state) => Get(state.Name).ComputeNorm(state);

    /// <inheritdoc/>
    public sealed override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats)
    {
        Similarity similarity = Get(collectionStats.Field);
        return new FieldWeight(similarity, similarity.ComputeWeight(queryBoost, collectionStats, termStats));
    }

    /// <inheritdoc/>
    public sealed override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context)
    {
        var ofField = (FieldWeight)weight;
        return ofField.Similarity.GetSimScorer(ofField.Weight, context);
    }

    private sealed class FieldWeight(Similarity similarity, SimWeight weight) : SimWeight
    {
        public Similarity Similarity { get; } = similarity;

        public SimWeight Weight { get; } = weight;

        public override float GetValueForNormalization() => Weight.GetValueForNormalization();

        public override void Normalize(float queryNorm, float topLevelBoost) => Weight.Normalize(queryNorm, topLevelBoost);
    }
}
