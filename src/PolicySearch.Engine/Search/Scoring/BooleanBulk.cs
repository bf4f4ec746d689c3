using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>Chooses a bulk scorer for the boolean queries that have a fast one: all terms required, or nothing required.</summary>
internal static class BooleanBulk
{
    /// <summary>False when there is no fast one; true with null when the segment has no match.</summary>
    public static bool TryMake(BooleanQuery query, IList<Weight> weights, float[]? coord, AtomicReaderContext context, IBits? acceptDocs, out BulkScorer? scorer)
    {
        scorer = null;
        IList<BooleanClause> clauses = query.Clauses;
        if (clauses.All(c => c.IsRequired) && query.MinimumNumberShouldMatch == 0 && coord == null && weights.Count > 1 && weights.All(w => w is TermWeight))
        {
            scorer = Conjunction(weights, context, acceptDocs);
            return true;
        }
        if (clauses.Any(c => c.IsRequired))
            return false;
        scorer = Disjunction(query, weights, coord, context, acceptDocs);
        return true;
    }

    private static ConjunctionBulkScorer? Conjunction(IList<Weight> weights, AtomicReaderContext context, IBits? acceptDocs)
    {
        var terms = new TermPostings[weights.Count];
        for (int i = 0; i < terms.Length; i++)
        {
            if (((TermWeight)weights[i]).OpenPostings(context) is not { } postings)
                return null;
            terms[i] = postings;
        }
        return new ConjunctionBulkScorer(terms, acceptDocs);
    }

    private static BulkScorer? Disjunction(BooleanQuery query, IList<Weight> weights, float[]? coord, AtomicReaderContext context, IBits? acceptDocs)
    {
        var optional = new List<WindowClause>();
        var prohibited = new List<DocIdSetIterator>();
        for (int i = 0; i < weights.Count; i++)
        {
            if (!query.Clauses[i].IsProhibited)
                AddClause(optional, weights[i], context);
            else if (weights[i].GetScorer(context, null) is { } scorer)
                prohibited.Add(scorer);
        }
        int least = Math.Max(1, query.MinimumNumberShouldMatch);
        if (optional.Count < least)
            return null;
        if (optional is [TermWindow single] && prohibited.Count == 0 && coord == null)
            return new TermBulkScorer(single.Postings, acceptDocs);
        return new DisjunctionBulkScorer(optional.ToArray(), prohibited.ToArray(), least, coord, acceptDocs);
    }

    private static void AddClause(List<WindowClause> clauses, Weight weight, AtomicReaderContext context)
    {
        if (weight is TermWeight term)
        {
            if (term.OpenPostings(context) is { } postings)
                clauses.Add(new TermWindow(postings));
        }
        else if (weight.GetScorer(context, null) is { } scorer)
        {
            clauses.Add(new ScorerWindow(scorer));
        }
    }
}
