using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search.Similarities;

/// <summary>
/// BM25, in single precision exactly as Lucene 4.8 computes it: weight · (k1 + 1) · freq / (freq + k1 · (1 − b + b · length / average length)),
/// where the weight is the boost times ln(1 + (N − df + ½) / (df + ½)). Lengths are kept in one byte, so about one digit of them counts.
/// Immutable but for <see cref="DiscountOverlaps"/>; threads may share it.
/// </summary>
public class BM25Similarity : Similarity
{
    private static readonly float[] LengthOfNorm = LengthTable();

    // The factors depend on nothing but the average length, which seldom changes: kept for the next query.
    private volatile NormFactors[] recentFactors = [];

    /// <summary>k1 = 1.2, b = 0.75.</summary>
    public BM25Similarity()
        : this(1.2f, 0.75f)
    {
    }

    /// <summary>BM25 with its two parameters.</summary>
    /// <param name="k1">How slowly further occurrences stop to count; at least 0.</param>
    /// <param name="b">How much the length counts, from 0 to 1.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public BM25Similarity(float k1, float b)
    {
        if (!float.IsFinite(k1) || k1 < 0)
            throw new ArgumentException($"k1 must be finite and at least 0, not {k1}", nameof(k1));
        if (float.IsNaN(b) || b < 0 || b > 1)
            throw new ArgumentException($"b must be from 0 to 1, not {b}", nameof(b));
        K1 = k1;
        B = b;
    }

    /// <summary>How slowly further occurrences stop to count.</summary>
    public virtual float K1 { get; }

    /// <summary>How much the length counts, from 0 to 1.</summary>
    public virtual float B { get; }

    /// <summary>Whether tokens at the position of the one before do not add to the length. Default true.</summary>
    public virtual bool DiscountOverlaps { get; set; } = true;

    /// <inheritdoc/>
    public sealed override long ComputeNorm(FieldInvertState state)
    {
        int length = DiscountOverlaps ? state.Length - state.NumOverlap : state.Length;
        return (sbyte)EncodeNormValue(state.Boost, length);
    }

    /// <inheritdoc/>
    public sealed override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats)
    {
        float average = AvgFieldLength(collectionStats);
        return new BM25Weight(this, collectionStats, termStats, queryBoost, FactorsFor(average));
    }

    /// <inheritdoc/>
    public sealed override SimScorer GetSimScorer(SimWeight stats, AtomicReaderContext context)
    {
        var weight = (BM25Weight)stats;
        return new BM25Scorer(weight, NormBytes.Of(context.AtomicReader, weight.Field));
    }

    /// <summary>The average number of tokens; 1 when it is not known.</summary>
    protected internal virtual float AvgFieldLength(CollectionStatistics collectionStats) =>
        collectionStats.SumTotalTermFreq <= 0 ? 1f : (float)(collectionStats.SumTotalTermFreq / (double)collectionStats.MaxDoc);

    /// <summary>The rarity of a term.</summary>
    protected internal virtual float Idf(long docFreq, long numDocs) => (float)Math.Log(1 + (numDocs - docFreq + 0.5D) / (docFreq + 0.5D));

    /// <summary>The length in a norm byte.</summary>
    protected internal virtual float DecodeNormValue(byte b) => LengthOfNorm[b];

    /// <summary>The norm byte of a length.</summary>
    protected internal virtual byte EncodeNormValue(float boost, int fieldLength) => SmallFloat315.Encode(boost / (float)Math.Sqrt(fieldLength));

    /// <summary>The factor of a payload. Default 1.</summary>
    protected internal virtual float ScorePayload(int doc, int start, int end, BytesRef payload) => 1f;

    /// <summary>1 / (distance + 1).</summary>
    protected internal virtual float SloppyFreq(int distance) => 1.0f / (distance + 1);

    /// <summary>The rarity of one term, explained.</summary>
    public virtual Explanation IdfExplain(CollectionStatistics collectionStats, TermStatistics termStats) =>
        new(Idf(termStats.DocFreq, collectionStats.MaxDoc), $"idf(docFreq={termStats.DocFreq}, maxDocs={collectionStats.MaxDoc})");

    /// <summary>The rarity of a phrase: the sum over its terms, explained.</summary>
    public virtual Explanation IdfExplain(CollectionStatistics collectionStats, TermStatistics[] termStats)
    {
        var sum = new Explanation { Description = "idf(), sum of:" };
        float idf = 0.0f;
        foreach (TermStatistics term in termStats)
        {
            Explanation one = IdfExplain(collectionStats, term);
            sum.AddDetail(one);
            idf += one.Value;
        }
        sum.Value = idf;
        return sum;
    }

    /// <inheritdoc/>
    public override string ToString() => $"BM25(k1={ScoreText.Of(K1)},b={ScoreText.Of(B)})";

    private NormFactors FactorsFor(float averageLength)
    {
        NormFactors[] recent = recentFactors;
        foreach (NormFactors known in recent)
        {
            if (known.AverageLength.Equals(averageLength))
                return known;
        }
        float[] byNorm = ComputeFactors(averageLength);
        var computed = new NormFactors(averageLength, byNorm);
        recentFactors = [computed, .. recent.Take(15)];
        return computed;
    }

    private float[] ComputeFactors(float averageLength)
    {
        var factors = new float[256];
        for (int i = 0; i < factors.Length; i++)
            factors[i] = K1 * ((1 - B) + B * DecodeNormValue((byte)i) / averageLength);
        return factors;
    }

    private static float[] LengthTable()
    {
        var lengths = new float[256];
        for (int i = 0; i < lengths.Length; i++)
        {
            float inverseRoot = SmallFloat315.Decode((byte)i);
            lengths[i] = 1.0f / (inverseRoot * inverseRoot);
        }
        return lengths;
    }
}

/// <summary>What BM25 adds to the frequency in the divisor, by norm byte.</summary>
internal sealed record NormFactors(float AverageLength, float[] ByNorm);
