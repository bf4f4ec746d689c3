namespace Lucene.Net.Search;

/// <summary>Collects the matches of any scorer one by one.</summary>
internal sealed class ScorerBulkScorer(Scorer scorer) : BulkScorer
{
    public override bool Score(ICollector collector, int max)
    {
        collector.SetScorer(scorer);
        int doc = scorer.DocID < 0 ? scorer.NextDoc() : scorer.DocID;
        for (; doc < max; doc = scorer.NextDoc())
            collector.Collect(doc);
        return doc != DocIdSetIterator.NO_MORE_DOCS;
    }
}

/// <summary>Stands in for a scorer while a bulk scorer hands out documents: <see cref="Freq"/> and the score are set before each.</summary>
internal sealed class CurrentHit() : Scorer(null)
{
    private int doc = -1;
    private int freq = 1;
    private float score;

    public override int DocID => doc;

    public override int Freq => freq;

    public void Set(int doc, int freq, float score)
    {
        this.doc = doc;
        this.freq = freq;
        this.score = score;
    }

    public override float GetScore() => score;

    public override long GetCost() => 1;

    public override int NextDoc() => throw new NotSupportedException("the scorer given to a collector cannot be moved");

    public override int Advance(int target) => throw new NotSupportedException("the scorer given to a collector cannot be moved");
}
