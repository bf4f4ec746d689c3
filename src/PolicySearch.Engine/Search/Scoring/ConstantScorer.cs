namespace Lucene.Net.Search;

/// <summary>Documents of an iterator, all with one score.</summary>
internal sealed class ConstantScorer(Weight weight, DocIdSetIterator docs, float score) : Scorer(weight)
{
    public override int DocID => docs.DocID;

    public override int Freq => 1;

    public override long GetCost() => docs.GetCost();

    public override float GetScore() => score;

    public override int NextDoc() => docs.NextDoc();

    public override int Advance(int target) => docs.Advance(target);

    public override ICollection<ChildScorer> GetChildren() => docs is Scorer scorer ? [new ChildScorer(scorer, "constant")] : [];
}
