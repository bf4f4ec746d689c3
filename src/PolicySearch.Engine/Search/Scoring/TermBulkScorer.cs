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

    // Documents with fewer occurrences cannot be among the best: grows with the collector's threshold.
    private int leastFreq = 1;

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

    private int EndBefore(int max) => blocks.Docs[blocks.Count - 1] < max ? blocks.Count : BlockSearch.FirstAtLeast(blocks.Docs, position, blocks.Count, max);

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

    // All matches count; scores are computed for blocks that may hold one of the best.
    private void CollectBest(TopScoreDocCollector top, int end)
    {
        int from = position, count = end - from;
        position = end;
        ReadOnlySpan<int> docs = blocks.Docs.AsSpan(from, count);
        top.Count(acceptDocs == null ? count : CountAccepted(docs));
        blocks.LoadFreqs();
        ReadOnlySpan<int> freqs = blocks.Freqs.AsSpan(from, count);
        while (leastFreq < int.MaxValue && similarity.UpperBound(leastFreq) <= top.Threshold)
            leastFreq = Raise(leastFreq, top.Threshold);
        if (leastFreq <= 1)
            OfferAll(top, docs, freqs);
        else
            OfferFrequent(top, docs, freqs);
    }

    // Step by step while it is small; when no number of occurrences suffices, at once to the end.
    private int Raise(int freq, float threshold) => similarity.UpperBound(int.MaxValue) <= threshold ? int.MaxValue : freq + 1;

    private void OfferAll(TopScoreDocCollector top, ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs)
    {
        similarity.ScoreBlock(docs, freqs, scores);
        for (int i = 0; i < docs.Length; i++)
        {
            if (scores[i] > top.Threshold && (acceptDocs == null || acceptDocs.Get(docs[i])))
                top.Offer(docs[i], scores[i]);
        }
    }

    private void OfferFrequent(TopScoreDocCollector top, ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs)
    {
        for (int i = SpanMath.IndexOfAtLeast(freqs, 0, leastFreq); i < freqs.Length; i = SpanMath.IndexOfAtLeast(freqs, i + 1, leastFreq))
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
