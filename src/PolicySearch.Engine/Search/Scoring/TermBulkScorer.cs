using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>Collects the documents of one term, block by block.</summary>
internal sealed class TermBulkScorer(TermPostings postings, IBits? acceptDocs) : BulkScorer
{
    private readonly PostingsBlocks blocks = postings.Blocks;
    private readonly Similarity.SimScorer similarity = postings.Similarity;
    private float[] scores = [];
    private int position;

    public override bool Score(ICollector collector, int max)
    {
        if (collector is TotalHitCountCollector counter && acceptDocs == null && max == DocIdSetIterator.NO_MORE_DOCS && blocks.Count == 0)
        {
            counter.Count(blocks.DocFreq);
            blocks.Return();
            return false;
        }
        scores = scores.Length > 0 ? scores : new float[PostingsBlocks.MaxCount];
        var hit = new CurrentHit();
        collector.SetScorer(hit);
        while (position < blocks.Count || NextBlock())
        {
            int end = EndBefore(max);
            if (collector is TopScoreDocCollector top)
                CollectBest(top, end);
            else
                CollectEach(collector, hit, end);
            if (end < blocks.Count)
                return true;
        }
        blocks.Return();
        return false;
    }

    private bool NextBlock()
    {
        position = 0;
        return blocks.NextBlock();
    }

    private int EndBefore(int max) => blocks.Docs[blocks.Count - 1] < max ? blocks.Count : BlockSearch.FirstAtLeast(blocks.Docs, position, max);

    private void CollectEach(ICollector collector, CurrentHit hit, int end)
    {
        int[] docs = blocks.Docs;
        blocks.LoadFreqs();
        int from = position;
        position = end;
        similarity.ScoreBlock(docs.AsSpan(from, end - from), blocks.Freqs.AsSpan(from, end - from), scores);
        for (int i = from; i < end; i++)
        {
            if (acceptDocs != null && !acceptDocs.Get(docs[i]))
                continue;
            hit.Set(docs[i], blocks.Freqs[i], scores[i - from]);
            collector.Collect(docs[i]);
        }
    }

    // All matches count; scores are computed of those that may be among the best.
    private void CollectBest(TopScoreDocCollector top, int end)
    {
        int from = position, count = end - from;
        position = end;
        ReadOnlySpan<int> docs = blocks.Docs.AsSpan(from, count);
        top.Count(acceptDocs == null ? count : CountAccepted(docs));
        blocks.LoadFreqs();
        ReadOnlySpan<int> freqs = blocks.Freqs.AsSpan(from, count);
        Span<int> indexes = stackalloc int[PostingsBlocks.MaxCount + 1];
        foreach (int i in indexes[..similarity.SelectAbove(top.Threshold, docs, freqs, indexes)])
        {
            float score = similarity.Score(docs[i], freqs[i]);
            if (score > top.Threshold && (acceptDocs == null || acceptDocs.Get(docs[i])))
                top.Offer(docs[i], score);
        }
    }

    private int CountAccepted(ReadOnlySpan<int> docs)
    {
        int accepted = 0;
        foreach (int doc in docs)
            accepted += acceptDocs!.Get(doc) ? 1 : 0;
        return accepted;
    }
}
