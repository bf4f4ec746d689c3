namespace Lucene.Net.Search;

/// <summary>
/// Documents that match at least so many of the clauses, two or more. Who matches m of n clauses matches one of any n − m + 1 of them: the rarest so many
/// lead, the others are only asked whether they have what those found. Costs time in proportion to the rare ones.
/// </summary>
internal sealed class AtLeastScorer : ClauseScorer
{
    private readonly DisjunctionSumScorer leads;
    private readonly Scorer[] others;
    private readonly int least;

    // How many of the others have been asked for the current document, and how many clauses are known to match it.
    private int asked, matching;

    /// <summary>A scorer that has not moved yet.</summary>
    /// <param name="weight">The query's; null in a stand-in.</param>
    /// <param name="clauses">At least <paramref name="least"/>; owned from now on.</param>
    /// <param name="least">Clauses that must match, 2 or more.</param>
    public AtLeastScorer(Weight? weight, IReadOnlyList<Scorer> clauses, int least)
        : base(weight)
    {
        Scorer[] rarestFirst = [.. clauses.OrderBy(clause => clause.GetCost())];
        int leading = rarestFirst.Length - least + 1;
        leads = new DisjunctionSumScorer(null, rarestFirst[..leading]);
        others = rarestFirst[leading..];
        this.least = least;
    }

    public override int DocID => leads.DocID;

    public override int Matching
    {
        get
        {
            AskAll();
            return matching;
        }
    }

    public override long GetCost() => leads.GetCost();

    public override float GetScore()
    {
        AskAll();
        var sum = new ClauseScores();
        leads.AddScores(ref sum);
        foreach (Scorer other in others)
        {
            if (other.DocID == DocID)
                sum.Add(other.GetScore());
        }
        return (float)sum.Sum;
    }

    public override int NextDoc() => FirstThatMatches(leads.NextDoc());

    public override int Advance(int target) => FirstThatMatches(leads.Advance(target));

    public override ICollection<ChildScorer> GetChildren() => [.. leads.GetChildren(), .. others.Select(other => new ChildScorer(other, "SHOULD"))];

    private int FirstThatMatches(int doc)
    {
        while (doc != NO_MORE_DOCS && !Matches())
            doc = leads.NextDoc();
        return doc;
    }

    private bool Matches()
    {
        asked = 0;
        matching = leads.Matching;
        while (matching < least && matching + others.Length - asked >= least)
            Ask();
        return matching >= least;
    }

    private void AskAll()
    {
        while (asked < others.Length)
            Ask();
    }

    private void Ask()
    {
        Scorer other = others[asked++];
        int doc = other.DocID < DocID ? other.Advance(DocID) : other.DocID;
        if (doc == DocID)
            matching++;
    }
}
