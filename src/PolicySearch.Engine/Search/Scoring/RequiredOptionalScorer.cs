namespace Lucene.Net.Search;

/// <summary>The documents of one scorer, with another's score added where that one matches too.</summary>
internal sealed class RequiredOptionalScorer(Weight weight, Scorer required, Scorer optional) : ClauseScorer(weight)
{
    public override int DocID => required.DocID;

    public override int Matching => MatchingOf(required) + (OptionalMatches() ? MatchingOf(optional) : 0);

    public override long GetCost() => required.GetCost();

    public override float GetScore()
    {
        float score = required.GetScore();
        return OptionalMatches() ? score + optional.GetScore() : score;
    }

    public override int NextDoc() => required.NextDoc();

    public override int Advance(int target) => required.Advance(target);

    public override ICollection<ChildScorer> GetChildren() => [new ChildScorer(required, "MUST"), new ChildScorer(optional, "SHOULD")];

    private bool OptionalMatches()
    {
        int doc = required.DocID;
        return optional.DocID == doc || optional.DocID < doc && optional.Advance(doc) == doc;
    }
}

/// <summary>The documents of one scorer that another does not match.</summary>
internal sealed class ExclusionScorer(Weight weight, Scorer required, DocIdSetIterator excluded) : ClauseScorer(weight)
{
    public override int DocID => required.DocID;

    public override int Matching => MatchingOf(required);

    public override int Freq => required.Freq;

    public override long GetCost() => required.GetCost();

    public override float GetScore() => required.GetScore();

    public override int NextDoc() => FirstNotExcluded(required.NextDoc());

    public override int Advance(int target) => FirstNotExcluded(required.Advance(target));

    public override ICollection<ChildScorer> GetChildren() => [new ChildScorer(required, "MUST")];

    private int FirstNotExcluded(int doc)
    {
        while (doc != NO_MORE_DOCS && IsExcluded(doc))
            doc = required.NextDoc();
        return doc;
    }

    private bool IsExcluded(int doc) => excluded.DocID == doc || excluded.DocID < doc && excluded.Advance(doc) == doc;
}

/// <summary>One clause of a boolean query standing for itself, so that its inner clauses are not counted.</summary>
internal sealed class SingleClauseScorer(Weight weight, Scorer clause) : ClauseScorer(weight)
{
    public override int DocID => clause.DocID;

    public override int Matching => 1;

    public override int Freq => clause.Freq;

    public override long GetCost() => clause.GetCost();

    public override float GetScore() => clause.GetScore();

    public override int NextDoc() => clause.NextDoc();

    public override int Advance(int target) => clause.Advance(target);

    public override ICollection<ChildScorer> GetChildren() => [new ChildScorer(clause, "MUST")];
}
