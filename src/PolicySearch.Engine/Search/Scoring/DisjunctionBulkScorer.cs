using System.Numerics;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>
/// Collects documents that match some of several clauses and no prohibited one, window by window. Once the best hits are known, clauses whose greatest
/// scores together do not reach them are weak: a document that matches weak clauses only is counted, and not scored.
/// </summary>
internal sealed class DisjunctionBulkScorer : BulkScorer
{
    private readonly WindowClause[] clauses;
    private readonly DocIdSetIterator[] prohibited;
    private readonly int least;
    private readonly float[]? coord;
    private readonly IBits? acceptDocs;
    private readonly CurrentHit hit = new();

    // Clauses [0, weak) are weak; they are in the order of their bounds.
    private int weak;
    private double weakBound;
    private int done;

    public DisjunctionBulkScorer(WindowClause[] clauses, DocIdSetIterator[] prohibited, int least, float[]? coord, IBits? acceptDocs)
    {
        this.clauses = clauses;
        this.prohibited = prohibited;
        this.least = least;
        this.coord = coord;
        this.acceptDocs = acceptDocs;
        Array.Sort(clauses, static (a, b) => a.Bound.CompareTo(b.Bound));
    }

    public override bool Score(ICollector collector, int max)
    {
        collector.SetScorer(hit);
        ScoreWindow window = ScoreWindow.Rent(countMatching: least > 1 || coord != null);
        try
        {
            int next;
            while ((next = NextMatch()) < max)
            {
                int start = Math.Max(done, next & -ScoreWindow.Size);
                done = (int)Math.Min(max, (long)(next & -ScoreWindow.Size) + ScoreWindow.Size);
                window.MoveTo(start, done);
                if (collector is TopScoreDocCollector top && least <= 1 && coord == null)
                    FindWeak(top.Threshold);
                Fill(window);
                Collect(window, collector);
                window.Clear();
            }
            return next != DocIdSetIterator.NO_MORE_DOCS;
        }
        finally
        {
            window.Return();
        }
    }

    private int NextMatch()
    {
        int next = DocIdSetIterator.NO_MORE_DOCS;
        foreach (WindowClause clause in clauses)
            next = Math.Min(next, clause.Next);
        return next;
    }

    // Sums of scores are made in double precision, as those of bounds are: rounding to a float at the end keeps their order.
    private void FindWeak(float threshold)
    {
        while (weak < clauses.Length && weakBound + clauses[weak].Bound <= threshold)
            weakBound += clauses[weak++].Bound;
    }

    private void Fill(ScoreWindow window)
    {
        for (int i = weak; i < clauses.Length; i++)
            clauses[i].AddTo(window);
        for (int i = 0; i < weak; i++)
            clauses[i].AddWeakTo(window);
        foreach (DocIdSetIterator excluded in prohibited)
            Exclude(window, excluded);
        if (least > 1)
            ExcludeWeak(window);
        if (acceptDocs != null)
            ExcludeNotAccepted(window, acceptDocs);
    }

    private static void Exclude(ScoreWindow window, DocIdSetIterator excluded)
    {
        int doc = excluded.DocID;
        if (doc < window.Base)
            doc = excluded.Advance(window.Base);
        for (; doc < window.End; doc = excluded.NextDoc())
            window.Remove(doc);
    }

    private void ExcludeWeak(ScoreWindow window)
    {
        for (int at = 0; at < ScoreWindow.Size; at++)
        {
            if (window.Matching![at] < least)
                window.Bits[at >> 6] &= ~(1UL << at);
        }
    }

    private static void ExcludeNotAccepted(ScoreWindow window, IBits accepted)
    {
        for (int i = 0; i < window.Bits.Length; i++)
        {
            for (ulong word = window.Bits[i] | window.WeakBits[i]; word != 0; word &= word - 1)
            {
                int doc = window.Base + (i << 6) + BitOperations.TrailingZeroCount(word);
                if (!accepted.Get(doc))
                    window.Remove(doc);
            }
        }
    }

    private void Collect(ScoreWindow window, ICollector collector)
    {
        if (collector is TotalHitCountCollector counter)
            counter.Count(window.Count());
        else if (collector is TopScoreDocCollector top)
            CollectBest(window, top);
        else
            CollectEach(window, collector);
    }

    private void CollectBest(ScoreWindow window, TopScoreDocCollector top)
    {
        top.Count(window.Count());
        double[] scores = window.Scores;
        float threshold = top.Threshold;
        for (int i = 0; i < window.Bits.Length; i++)
        {
            for (ulong word = window.Bits[i]; word != 0; word &= word - 1)
            {
                int at = (i << 6) + BitOperations.TrailingZeroCount(word);
                float score = (float)scores[at];
                if (coord != null)
                    score *= coord[window.Matching![at]];
                if (score <= threshold)
                    continue;
                top.Offer(window.Base + at, score);
                threshold = top.Threshold;
            }
        }
    }

    private void CollectEach(ScoreWindow window, ICollector collector)
    {
        for (int i = 0; i < window.Bits.Length; i++)
        {
            for (ulong word = window.Bits[i]; word != 0; word &= word - 1)
            {
                int at = (i << 6) + BitOperations.TrailingZeroCount(word);
                float score = (float)window.Scores[at];
                if (coord != null)
                    score *= coord[window.Matching![at]];
                hit.Set(window.Base + at, window.Matching?[at] ?? 1, score);
                collector.Collect(window.Base + at);
            }
        }
    }
}
