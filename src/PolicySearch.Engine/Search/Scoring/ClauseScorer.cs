namespace Lucene.Net.Search;

/// <summary>A scorer over several clauses that can tell how many of them match the current document.</summary>
internal abstract class ClauseScorer(Weight? weight) : Scorer(weight)
{
    /// <summary>How many clauses match the current document.</summary>
    public abstract int Matching { get; }

    public override int Freq => Matching;

    public static int MatchingOf(Scorer scorer) => scorer is ClauseScorer several ? several.Matching : 1;
}

/// <summary>Multiplies the sum of the clauses by the factor for as many as match.</summary>
internal sealed class CoordScorer(Weight weight, ClauseScorer inner, float[] factors) : Scorer(weight)
{
    public override int DocID => inner.DocID;

    public override int Freq => inner.Freq;

    public override float GetScore() => inner.GetScore() * factors[inner.Matching];

    public override long GetCost() => inner.GetCost();

    public override int NextDoc() => inner.NextDoc();

    public override int Advance(int target) => inner.Advance(target);

    public override ICollection<ChildScorer> GetChildren() => inner.GetChildren();
}
