namespace Lucene.Net.Search;

/// <summary>Documents that match all clauses; scores are added in the order of cost, in single precision.</summary>
internal sealed class ConjunctionScorer : ClauseScorer
{
    private readonly Scorer[] clauses;
    private readonly Scorer lead;

    public ConjunctionScorer(Weight? weight, IEnumerable<Scorer> clauses)
        : base(weight)
    {
        this.clauses = clauses.OrderBy(c => c.GetCost()).ToArray();
        lead = this.clauses[0];
    }

    public override int DocID => lead.DocID;

    public override int Matching
    {
        get
        {
            int sum = 0;
            foreach (Scorer clause in clauses)
                sum += MatchingOf(clause);
            return sum;
        }
    }

    public override int Freq => clauses.Length;

    public override long GetCost() => lead.GetCost();

    public override float GetScore()
    {
        float sum = 0f;
        foreach (Scorer clause in clauses)
            sum += clause.GetScore();
        return sum;
    }

    public override int NextDoc() => Align(lead.NextDoc());

    public override int Advance(int target) => Align(lead.Advance(target));

    public override ICollection<ChildScorer> GetChildren() => clauses.Select(c => new ChildScorer(c, "MUST")).ToList();

    private int Align(int doc)
    {
        while (doc != NO_MORE_DOCS && Disagreement(doc) is var next && next != doc)
            doc = lead.Advance(next);
        return doc;
    }

    /// <summary>The document itself when all are on it, else the first that lies after it for one of them.</summary>
    private int Disagreement(int doc)
    {
        for (int i = 1; i < clauses.Length; i++)
        {
            Scorer clause = clauses[i];
            int at = clause.DocID;
            if (at < doc)
                at = clause.Advance(doc);
            if (at > doc)
                return at;
        }
        return doc;
    }
}
