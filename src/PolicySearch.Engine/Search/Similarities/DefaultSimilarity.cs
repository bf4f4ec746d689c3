using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search.Similarities;

/// <summary>The classic formula: tf = √freq, idf = 1 + ln(N / (df + 1)), norm = boost / √length in one byte. Threads may share it.</summary>
public class DefaultSimilarity : TFIDFSimilarity
{
    private static readonly float[] NormTable = Enumerable.Range(0, 256).Select(b => SmallFloat315.Decode((byte)b)).ToArray();

    /// <summary>Whether tokens at the position of the one before do not add to the length. Default true.</summary>
    protected bool m_discountOverlaps = true;

    /// <summary>The classic formula.</summary>
    public DefaultSimilarity()
    {
    }

    /// <summary>Whether tokens at the position of the one before do not add to the length. Default true.</summary>
    public virtual bool DiscountOverlaps
    {
        get => m_discountOverlaps;
        set => m_discountOverlaps = value;
    }

    /// <inheritdoc/>
    public override float Coord(int overlap, int maxOverlap) => overlap / (float)maxOverlap;

    /// <inheritdoc/>
    public override float QueryNorm(float sumOfSquaredWeights) => (float)(1.0 / Math.Sqrt(sumOfSquaredWeights));

    /// <inheritdoc/>
    public sealed override long EncodeNormValue(float f) => (sbyte)SmallFloat315.Encode(f);

    /// <inheritdoc/>
    public sealed override float DecodeNormValue(long norm) => NormTable[(byte)norm];

    /// <inheritdoc/>
    public override float LengthNorm(FieldInvertState state)
    {
        int length = DiscountOverlaps ? state.Length - state.NumOverlap : state.Length;
        return state.Boost * (float)(1.0 / Math.Sqrt(length));
    }

    /// <inheritdoc/>
    public override float Tf(float freq) => (float)Math.Sqrt(freq);

    /// <inheritdoc/>
    public override float SloppyFreq(int distance) => 1.0f / (distance + 1);

    /// <inheritdoc/>
    public override float ScorePayload(int doc, int start, int end, BytesRef payload) => 1f;

    /// <inheritdoc/>
    public override float Idf(long docFreq, long numDocs) => (float)(Math.Log(numDocs / (double)(docFreq + 1)) + 1.0);

    /// <inheritdoc/>
    public override string ToString() => "DefaultSimilarity";
}
