using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
        ref int freq = ref MemoryMarshal.GetReference(freqs);
        ref float score = ref MemoryMarshal.GetReference(scores);
        ref byte norm = ref MemoryMarshal.GetReference(norms);
        ref float factor = ref MemoryMarshal.GetArrayDataReference(factors);
        float scale = this.scale;
        for (int i = 0; i < docs.Length; i++)
        {
            float f = Unsafe.Add(ref freq, i);
            Unsafe.Add(ref score, i) = scale * f / (f + Unsafe.Add(ref factor, Unsafe.Add(ref norm, Unsafe.Add(ref doc, i))));
        }
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
