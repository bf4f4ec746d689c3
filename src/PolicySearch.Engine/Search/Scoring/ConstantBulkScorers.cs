using System.Buffers;
using System.Numerics;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>Collects the documents of one term with a score that is the same for all: frequencies are not read.</summary>
internal sealed class ConstantTermBulkScorer(PostingsBlocks blocks, IBits? acceptDocs, float score) : BulkScorer
{
    private int position;

    public override bool Score(ICollector collector, int max)
    {
        var hit = new CurrentHit();
        collector.SetScorer(hit);
        while (position < blocks.Count || NextBlock())
        {
            for (int[] docs = blocks.Docs; position < blocks.Count; position++)
            {
                int doc = docs[position];
                if (doc >= max)
                    return true;
                if (acceptDocs != null && !acceptDocs.Get(doc))
                    continue;
                hit.Set(doc, 1, score);
                collector.Collect(doc);
            }
        }
        blocks.Return();
        return false;
    }

    private bool NextBlock()
    {
        position = 0;
        return blocks.NextBlock();
    }
}

/// <summary>Collects the documents of a bit set, which lies in borrowed memory, with a score that is the same for all.</summary>
internal sealed class ConstantBitsBulkScorer(IBitsSource source, AtomicReaderContext context, IBits? acceptDocs, float score) : BulkScorer
{
    private int next;

    /// <summary>Null where the segment has none of the documents.</summary>
    public static BulkScorer Make(IBitsSource source, AtomicReaderContext context, IBits? acceptDocs, float score) =>
        new ConstantBitsBulkScorer(source, context, acceptDocs, score);

    public override bool Score(ICollector collector, int max)
    {
        int wordCount = FixedBitSet.Bits2words(context.Reader.MaxDoc);
        long[] words = ArrayPool<long>.Shared.Rent(wordCount);
        try
        {
            Array.Clear(words, 0, wordCount);
            if (source.Fill(context, words))
                Collect(collector, words.AsSpan(0, wordCount), Math.Min(max, context.Reader.MaxDoc));
            bool more = max < context.Reader.MaxDoc;
            next = Math.Max(next, max);
            return more;
        }
        finally
        {
            ArrayPool<long>.Shared.Return(words);
        }
    }

    private void Collect(ICollector collector, ReadOnlySpan<long> words, int end)
    {
        var hit = new CurrentHit();
        collector.SetScorer(hit);
        for (int at = next >> 6; at < words.Length && at << 6 < end; at++)
        {
            ulong word = (ulong)words[at] & WindowMask(at << 6, next, end);
            if (acceptDocs == null && Counted(collector, word))
                continue;
            for (; word != 0; word &= word - 1)
            {
                int doc = (at << 6) + BitOperations.TrailingZeroCount(word);
                if (acceptDocs != null && !acceptDocs.Get(doc))
                    continue;
                hit.Set(doc, 1, score);
                collector.Collect(doc);
            }
        }
    }

    // Equal scores: once the best are found, later documents only count.
    private bool Counted(ICollector collector, ulong word)
    {
        if (collector is TopScoreDocCollector top && score <= top.Threshold)
            top.Count(BitOperations.PopCount(word));
        else if (collector is TotalHitCountCollector counter)
            counter.Count(BitOperations.PopCount(word));
        else
            return false;
        return true;
    }

    private static ulong WindowMask(int wordStart, int from, int end)
    {
        ulong mask = ulong.MaxValue;
        if (from > wordStart)
            mask = from - wordStart >= 64 ? 0 : mask << (from - wordStart);
        return end - wordStart >= 64 ? mask : mask & ((1UL << (end - wordStart)) - 1);
    }
}
