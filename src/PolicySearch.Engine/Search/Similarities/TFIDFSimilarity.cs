using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search.Similarities;

/// <summary>The vector space model: tf · idf² · boost · norm, times coord and query norm. Threads may share it.</summary>
public abstract class TFIDFSimilarity : Similarity
{
    /// <summary>For the subclasses.</summary>
    protected TFIDFSimilarity()
    {
    }

    /// <inheritdoc/>
    public abstract override float Coord(int overlap, int maxOverlap);

    /// <inheritdoc/>
    public abstract override float QueryNorm(float sumOfSquaredWeights);

    /// <summary>The factor of a term frequency.</summary>
    public abstract float Tf(float freq);

    /// <summary>The rarity of a term.</summary>
    public abstract float Idf(long docFreq, long numDocs);

    /// <summary>The length norm of a field.</summary>
    public abstract float LengthNorm(FieldInvertState state);

    /// <summary>A norm from its stored form.</summary>
    public abstract float DecodeNormValue(long norm);

    /// <summary>The stored form of a norm.</summary>
    public abstract long EncodeNormValue(float f);

    /// <summary>What an occurrence of a phrase counts whose words are <paramref name="distance"/> off their places.</summary>
    public abstract float SloppyFreq(int distance);

    /// <summary>The factor of a payload.</summary>
    public abstract float ScorePayload(int doc, int start, int end, BytesRef payload);

    /// <summary>The rarity of one term, explained.</summary>
    public virtual Explanation IdfExplain(CollectionStatistics collectionStats, TermStatistics termStats) =>
        new(Idf(termStats.DocFreq, collectionStats.MaxDoc), $"idf(docFreq={termStats.DocFreq}, maxDocs={collectionStats.MaxDoc})");

    /// <summary>The rarity of a phrase: the sum over its terms, explained.</summary>
    public virtual Explanation IdfExplain(CollectionStatistics collectionStats, TermStatistics[] termStats)
    {
        var sum = new Explanation { Description = "idf(), sum of:" };
        foreach (TermStatistics term in termStats)
        {
            Explanation one = IdfExplain(collectionStats, term);
            sum.AddDetail(one);
            sum.Value += one.Value;
        }
        return sum;
    }

    /// <inheritdoc/>
    public sealed override long ComputeNorm(FieldInvertState state) => EncodeNormValue(LengthNorm(state));

    /// <inheritdoc/>
    public sealed override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats)
    {
        Explanation idf = termStats.Length == 1 ? IdfExplain(collectionStats, termStats[0]) : IdfExplain(collectionStats, termStats);
        return new IdfWeight(collectionStats.Field, idf, queryBoost);
    }

    /// <inheritdoc/>
    public sealed override SimScorer GetSimScorer(SimWeight stats, AtomicReaderContext context)
    {
        var weight = (IdfWeight)stats;
        return new TfIdfScorer(this, weight, context.AtomicReader.GetNormValues(weight.Field));
    }

    private sealed class IdfWeight(string field, Explanation idf, float queryBoost) : SimWeight
    {
        private float queryWeight = idf.Value * queryBoost;

        public string Field { get; } = field;

        public Explanation Idf { get; } = idf;

        public float QueryBoost { get; } = queryBoost;

        public float QueryNorm { get; private set; } = 1f;

        public float QueryWeight => queryWeight;

        public float Value { get; private set; }

        public override float GetValueForNormalization() => queryWeight * queryWeight;

        public override void Normalize(float queryNorm, float topLevelBoost)
        {
            QueryNorm = queryNorm * topLevelBoost;
            queryWeight *= QueryNorm;
            Value = queryWeight * Idf.Value;
        }
    }

    private sealed class TfIdfScorer(TFIDFSimilarity similarity, IdfWeight weight, NumericDocValues? norms) : SimScorer
    {
        public override float Score(int doc, float freq)
        {
            float raw = similarity.Tf(freq) * weight.Value;
            return norms == null ? raw : raw * similarity.DecodeNormValue(norms.Get(doc));
        }

        public override float ComputeSlopFactor(int distance) => similarity.SloppyFreq(distance);

        public override float ComputePayloadFactor(int doc, int start, int end, BytesRef payload) => similarity.ScorePayload(doc, start, end, payload);

        public override Explanation Explain(int doc, Explanation freq)
        {
            var result = new Explanation(Score(doc, freq.Value), $"score(doc={doc},freq={ScoreText.Of(freq.Value)}), product of:");
            result.AddDetail(ExplainQuery());
            result.AddDetail(ExplainField(doc, freq));
            return result;
        }

        private Explanation ExplainQuery()
        {
            var query = new Explanation(weight.QueryWeight, "queryWeight, product of:");
            if (weight.QueryBoost != 1.0f)
                query.AddDetail(new Explanation(weight.QueryBoost, "boost"));
            query.AddDetail(weight.Idf);
            query.AddDetail(new Explanation(weight.QueryNorm, "queryNorm"));
            return query;
        }

        private Explanation ExplainField(int doc, Explanation freq)
        {
            float tf = similarity.Tf(freq.Value), norm = norms == null ? 1f : similarity.DecodeNormValue(norms.Get(doc));
            var field = new Explanation(tf * weight.Idf.Value * norm, $"fieldWeight in {doc}, product of:");
            var tfPart = new Explanation(tf, $"tf(freq={ScoreText.Of(freq.Value)}), with freq of:");
            tfPart.AddDetail(freq);
            field.AddDetail(tfPart);
            field.AddDetail(weight.Idf);
            field.AddDetail(new Explanation(norm, $"fieldNorm(doc={doc})"));
            return field;
        }
    }
}
