using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Lucene.Net.Util;

namespace Lucene.Net.Search.Similarities;

/// <summary>The weight of one term or phrase under <see cref="BM25Similarity"/>.</summary>
internal sealed class BM25Weight : Similarity.SimWeight
{
    private readonly CollectionStatistics collection;
    private readonly TermStatistics[] terms;
    private readonly float idf;

    public BM25Weight(BM25Similarity similarity, CollectionStatistics collection, TermStatistics[] terms, float queryBoost, NormFactors factors)
    {
        Similarity = similarity;
        this.collection = collection;
        this.terms = terms;
        QueryBoost = queryBoost;
        Factors = factors;
        idf = IdfOfAll();
    }

    public BM25Similarity Similarity { get; }

    public string Field => collection.Field;

    public float QueryBoost { get; }

    public float TopLevelBoost { get; private set; } = 1f;

    public NormFactors Factors { get; }

    /// <summary>Rarity times boosts.</summary>
    public float Value { get; private set; }

    public override float GetValueForNormalization()
    {
        float weight = idf * QueryBoost;
        return weight * weight;
    }

    public override void Normalize(float queryNorm, float topLevelBoost)
    {
        TopLevelBoost = topLevelBoost;
        Value = idf * QueryBoost * topLevelBoost;
    }

    public Explanation ExplainIdf() =>
        terms.Length == 1 ? Similarity.IdfExplain(collection, terms[0]) : Similarity.IdfExplain(collection, terms);

    // The texts of an explanation are only built when BM25 is subclassed, where IdfExplain may have been overridden.
    private float IdfOfAll()
    {
        if (Similarity.GetType() != typeof(BM25Similarity))
            return ExplainIdf().Value;
        float sum = 0f;
        foreach (TermStatistics term in terms)
            sum += Similarity.Idf(term.DocFreq, collection.MaxDoc);
        return sum;
    }
}

/// <summary>BM25 over one segment.</summary>
internal sealed class BM25Scorer(BM25Weight weight, NormBytes? norms) : Similarity.SimScorer
{
    private readonly float scale = weight.Value * (weight.Similarity.K1 + 1);
    private readonly float k1 = weight.Similarity.K1;
    private readonly float[] factors = weight.Factors.ByNorm;
    private readonly float least = LeastFactor(weight, norms);

    public override float Score(int doc, float freq)
    {
        // Without norms as if b were 0.
        float norm = norms == null ? k1 : factors[norms[doc]];
        return scale * freq / (freq + norm);
    }

    internal override void ScoreBlock(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, Span<float> scores)
    {
        if (norms == null)
            ScoreWithoutNorms(freqs, scores);
        else
            ScoreWithNorms(docs, freqs, scores, norms.Span);
    }

    // score > t means norm < freq · (scale − t) / t: one comparison for each document instead of a division. The slivers cover what rounding may hide.
    internal override int SelectAbove(float threshold, ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, Span<int> indexes)
    {
        if (norms == null || !(threshold > 0f))
            return base.SelectAbove(threshold, docs, freqs, indexes);
        double reached = threshold * (1 - 1e-6);
        var perOccurrence = (float)((scale - reached) / reached * (1 + 1e-6));
        // Not even in the shortest document: then nothing has to be read of any.
        if (!(perOccurrence > 0f))
            return 0;
        ReadOnlySpan<byte> normOf = norms.Span;
        ReadOnlySpan<float> factorOf = factors;
        float leastFreq = least / perOccurrence * (1 - 1e-6f);
        return leastFreq <= 1f
            ? SelectAll(perOccurrence, docs, freqs, indexes, normOf, factorOf)
            : SelectFrequent(perOccurrence, (int)Math.Min(leastFreq, int.MaxValue / 2), docs, freqs, indexes, normOf, factorOf);
    }

    // Without bounds checks, as ScoreWithNorms, and without a branch: which documents pass cannot be foreseen.
    private static int SelectAll(float perOccurrence, ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, Span<int> indexes, ReadOnlySpan<byte> norms, ReadOnlySpan<float> factors)
    {
        if (docs.Length == 0)
            return 0;
        _ = norms[docs[^1]];
        _ = norms[docs[0]];
        _ = freqs[docs.Length - 1];
        _ = indexes[docs.Length];
        _ = factors[byte.MaxValue];
        ref int doc = ref MemoryMarshal.GetReference(docs);
        ref int freq = ref MemoryMarshal.GetReference(freqs);
        ref int index = ref MemoryMarshal.GetReference(indexes);
        ref byte norm = ref MemoryMarshal.GetReference(norms);
        ref float factor = ref MemoryMarshal.GetReference(factors);
        int count = 0;
        for (int i = 0; i < docs.Length; i++)
        {
            Unsafe.Add(ref index, count) = i;
            count += Unsafe.Add(ref factor, Unsafe.Add(ref norm, Unsafe.Add(ref doc, i))) <= Unsafe.Add(ref freq, i) * perOccurrence ? 1 : 0;
        }
        return count;
    }

    private static int SelectFrequent(float perOccurrence, int leastFreq, ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, Span<int> indexes, ReadOnlySpan<byte> norms, ReadOnlySpan<float> factors)
    {
        int count = 0;
        for (int i = SpanMath.IndexOfAtLeast(freqs, 0, leastFreq); i < freqs.Length; i = SpanMath.IndexOfAtLeast(freqs, i + 1, leastFreq))
        {
            if (factors[norms[docs[i]]] <= freqs[i] * perOccurrence)
                indexes[count++] = i;
        }
        return count;
    }

    internal override float UpperBound(float maxFreq)
    {
        // The sliver above covers what rounding may add on the way.
        return scale <= 0 ? 0f : scale * maxFreq / (maxFreq + least) * 1.000001f;
    }

    private static float LeastFactor(BM25Weight weight, NormBytes? norms)
    {
        if (norms == null)
            return weight.Similarity.K1;
        float least = float.PositiveInfinity;
        foreach (byte norm in norms.Used)
            least = Math.Min(least, weight.Factors.ByNorm[norm]);
        return least;
    }

    private void ScoreWithoutNorms(ReadOnlySpan<int> freqs, Span<float> scores)
    {
        for (int i = 0; i < freqs.Length; i++)
        {
            float freq = freqs[i];
            scores[i] = scale * freq / (freq + k1);
        }
    }

    // Once per posting of every common word: no bounds checks. A document beyond the norms would be a damaged index,
    // so the greatest document of the (ascending) block is checked instead of each.
    private void ScoreWithNorms(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, Span<float> scores, ReadOnlySpan<byte> norms)
    {
        if (docs.Length == 0)
            return;
        _ = norms[docs[^1]];
        _ = norms[docs[0]];
        _ = freqs[docs.Length - 1];
        _ = scores[docs.Length - 1];
        ref int doc = ref MemoryMarshal.GetReference(docs);
        ref float score = ref MemoryMarshal.GetReference(scores);
        ref byte norm = ref MemoryMarshal.GetReference(norms);
        ref float factor = ref MemoryMarshal.GetArrayDataReference(factors);
        for (int i = 0; i < docs.Length; i++)
            Unsafe.Add(ref score, i) = Unsafe.Add(ref factor, Unsafe.Add(ref norm, Unsafe.Add(ref doc, i)));
        ScoreFactors(scale, freqs[..docs.Length], scores);
    }

    /// <summary>Turns factors of norms into scores, in place: the operations of <see cref="Score"/>, eight at a time.</summary>
    private static void ScoreFactors(float scale, ReadOnlySpan<int> freqs, Span<float> scores)
    {
        ref int freq = ref MemoryMarshal.GetReference(freqs);
        ref float score = ref MemoryMarshal.GetReference(scores);
        int i = 0;
        for (; i + Vector256<int>.Count <= freqs.Length; i += Vector256<int>.Count)
        {
            Vector256<float> f = Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref freq, (nuint)i));
            (f * scale / (f + Vector256.LoadUnsafe(ref score, (nuint)i))).StoreUnsafe(ref score, (nuint)i);
        }
        for (; i < freqs.Length; i++)
            scores[i] = scale * freqs[i] / (freqs[i] + scores[i]);
    }

    public override float ComputeSlopFactor(int distance) => weight.Similarity.SloppyFreq(distance);

    public override float ComputePayloadFactor(int doc, int start, int end, BytesRef payload) => weight.Similarity.ScorePayload(doc, start, end, payload);

    public override Explanation Explain(int doc, Explanation freq)
    {
        var result = new Explanation(Score(doc, freq.Value), $"score(doc={doc},freq={ScoreText.Of(freq.Value)}), product of:");
        float boost = weight.QueryBoost * weight.TopLevelBoost;
        if (boost != 1.0f)
            result.AddDetail(new Explanation(boost, "boost"));
        result.AddDetail(weight.ExplainIdf());
        result.AddDetail(ExplainTf(doc, freq));
        return result;
    }

    private Explanation ExplainTf(int doc, Explanation freq)
    {
        float norm = norms == null ? k1 : factors[norms[doc]];
        var tf = new Explanation(freq.Value * (k1 + 1) / (freq.Value + norm), "tfNorm, computed from:");
        tf.AddDetail(freq);
        tf.AddDetail(new Explanation(k1, "parameter k1"));
        if (norms == null)
        {
            tf.AddDetail(new Explanation(0, "parameter b (norms omitted for field)"));
            return tf;
        }
        tf.AddDetail(new Explanation(weight.Similarity.B, "parameter b"));
        tf.AddDetail(new Explanation(weight.Factors.AverageLength, "avgFieldLength"));
        tf.AddDetail(new Explanation(weight.Similarity.DecodeNormValue(norms[doc]), "fieldLength"));
        return tf;
    }
}
