using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>
/// Collects documents that hold all of several terms. A block of the rarest term is thinned out by one term after the other; what is
/// left is scored, term by term as well.
/// </summary>
internal sealed class ConjunctionBulkScorer : BulkScorer
{
    private readonly TermPostings[] terms;
    private readonly IBits? acceptDocs;
    private readonly CurrentHit hit = new();
    private Candidates candidates = null!;
    private int position;
    private bool ended;

    public ConjunctionBulkScorer(TermPostings[] terms, IBits? acceptDocs)
    {
        // The order of cost is also the order in which scores are added.
        this.terms = terms.OrderBy(t => t.Blocks.DocFreq).ToArray();
        this.acceptDocs = acceptDocs;
    }

    public override bool Score(ICollector collector, int max)
    {
        collector.SetScorer(hit);
        candidates = Candidates.Rent(terms.Length);
        PostingsBlocks lead = terms[0].Blocks;
        while (!ended && (position < lead.Count || NextBlock()))
        {
            int from = position;
            int end = lead.Docs[lead.Count - 1] < max ? lead.Count : BlockSearch.FirstAtLeast(lead.Docs, from, max);
            position = end;
            FindMatches(from, end);
            if (candidates.Count > 0)
                Collect(collector);
            if (end < lead.Count)
                break;
        }
        candidates.Return();
        if (ended)
            ReturnPostings();
        return !ended;
    }

    private bool NextBlock()
    {
        position = 0;
        ended = !terms[0].Blocks.NextBlock();
        return !ended;
    }

    private void ReturnPostings()
    {
        foreach (TermPostings term in terms)
            term.Blocks.Return();
    }

    /// <summary>Makes the matches among the lead's documents [from, end) the candidates, with their frequencies in place of their places.</summary>
    private void FindMatches(int from, int end)
    {
        PostingsBlocks lead = terms[0].Blocks;
        candidates.Start(lead.Docs.AsSpan(from, end - from), from, acceptDocs);
        for (int term = 1; term < terms.Length && candidates.Count > 0; term++)
            Thin(term);
        if (candidates.Count > 0)
            ToFreqs(lead, candidates.Places(0));
    }

    private void Thin(int term)
    {
        PostingsBlocks blocks = terms[term].Blocks;
        candidates.BeginTerm();
        while (candidates.Wanted is >= 0 and var wanted)
        {
            // Without a later block no later document of the lead can match either.
            if (ended = !blocks.AdvanceBlock(wanted))
                break;
            Span<int> found = candidates.Find(term, blocks.Docs, BlockSearch.PartEnds(blocks.Docs), blocks.Docs[blocks.Count - 1]);
            if (!found.IsEmpty)
                ToFreqs(blocks, found);
        }
        candidates.EndTerm(term);
    }

    /// <summary>Replaces places in the current block by the frequencies there.</summary>
    private static void ToFreqs(PostingsBlocks blocks, Span<int> places)
    {
        blocks.LoadFreqs();
        int[] freqs = blocks.Freqs;
        foreach (ref int place in places)
            place = freqs[place];
    }

    private void Collect(ICollector collector)
    {
        if (collector is TotalHitCountCollector counter)
        {
            counter.Count(candidates.Count);
            return;
        }
        Score();
        if (collector is TopScoreDocCollector top)
            CollectBest(top);
        else
            CollectEach(collector);
    }

    private void Score()
    {
        ReadOnlySpan<int> docs = candidates.Docs;
        Span<float> sums = candidates.Sums.AsSpan(0, docs.Length), scores = candidates.Scores.AsSpan(0, docs.Length);
        terms[0].Similarity.ScoreBlock(docs, candidates.Places(0), sums);
        for (int term = 1; term < terms.Length; term++)
        {
            terms[term].Similarity.ScoreBlock(docs, candidates.Places(term), scores);
            for (int i = 0; i < sums.Length; i++)
                sums[i] += scores[i];
        }
    }

    private void CollectBest(TopScoreDocCollector top)
    {
        ReadOnlySpan<int> docs = candidates.Docs;
        top.Count(docs.Length);
        for (int i = 0; i < docs.Length; i++)
        {
            if (candidates.Sums[i] > top.Threshold)
                top.Offer(docs[i], candidates.Sums[i]);
        }
    }

    private void CollectEach(ICollector collector)
    {
        ReadOnlySpan<int> docs = candidates.Docs;
        for (int i = 0; i < docs.Length; i++)
        {
            hit.Set(docs[i], terms.Length, candidates.Sums[i]);
            collector.Collect(docs[i]);
        }
    }
}
