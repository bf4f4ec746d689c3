using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;

namespace Lucene.Net.Search;

/// <summary>Documents that hold all places of a phrase, of which the subclass keeps those where the places are right.</summary>
internal abstract class PhraseConjunction : Scorer, IPhraseFrequency
{
    private readonly DocsAndPositionsEnum[] byCost;
    private readonly Similarity.SimScorer similarity;
    private readonly long cost;
    private int doc = -1;

    protected PhraseConjunction(Weight weight, PhrasePlace[] places, Similarity.SimScorer similarity)
        : base(weight)
    {
        byCost = places.OrderBy(p => p.Cost).Select(p => p.Postings).ToArray();
        cost = places.Min(p => p.Cost);
        this.similarity = similarity;
    }

    public override int DocID => doc;

    public abstract float PhraseFreq { get; }

    public override long GetCost() => cost;

    public override float GetScore() => similarity.Score(doc, PhraseFreq);

    public override int NextDoc() => doc = FirstMatch(byCost[0].NextDoc());

    public override int Advance(int target) => doc = FirstMatch(byCost[0].Advance(target));

    /// <summary>Whether the places are right in the document that all postings are on; sets <see cref="PhraseFreq"/>.</summary>
    protected abstract bool Match();

    private int FirstMatch(int candidate)
    {
        while (candidate != NO_MORE_DOCS)
        {
            int at = Disagreement(candidate);
            if (at == candidate && Match())
                return candidate;
            candidate = at == candidate ? byCost[0].NextDoc() : byCost[0].Advance(at);
        }
        return NO_MORE_DOCS;
    }

    /// <summary>The document itself when all are on it, else the first that lies after it for one of them.</summary>
    private int Disagreement(int candidate)
    {
        for (int i = 1; i < byCost.Length; i++)
        {
            int at = byCost[i].DocID;
            if (at < candidate)
                at = byCost[i].Advance(candidate);
            if (at > candidate)
                return at;
        }
        return candidate;
    }
}
