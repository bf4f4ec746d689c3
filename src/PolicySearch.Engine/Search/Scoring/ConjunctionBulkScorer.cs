using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>Collects documents that hold all of several terms: the rarest leads, the others move up to it block by block.</summary>
internal sealed class ConjunctionBulkScorer : BulkScorer
{
    private readonly BlockCursor[] cursors;
    private readonly IBits? acceptDocs;
    private readonly CurrentHit hit = new();
    private int next;

    public ConjunctionBulkScorer(TermPostings[] terms, IBits? acceptDocs)
    {
        // The order of cost is also the order in which scores are added.
        cursors = terms.OrderBy(t => t.Blocks.DocFreq).Select(t => new BlockCursor(t)).ToArray();
        this.acceptDocs = acceptDocs;
    }

    public override bool Score(ICollector collector, int max)
    {
        collector.SetScorer(hit);
        var top = collector as TopScoreDocCollector;
        var counter = collector as TotalHitCountCollector;
        int doc;
        for (doc = NextMatch(next); doc < max; doc = NextMatch(doc + 1))
        {
            if (acceptDocs != null && !acceptDocs.Get(doc))
                continue;
            if (counter != null)
            {
                counter.Count(1);
            }
            else if (top != null)
            {
                top.Count(1);
                float score = ScoreHere();
                if (score > top.Threshold)
                    top.Offer(doc, score);
            }
            else
            {
                hit.Set(doc, cursors.Length, ScoreHere());
                collector.Collect(doc);
            }
        }
        next = doc;
        return doc != DocIdSetIterator.NO_MORE_DOCS;
    }

    private int NextMatch(int target)
    {
        BlockCursor[] cursors = this.cursors;
        int doc = cursors[0].MoveTo(target);
        for (int i = 1; i < cursors.Length;)
        {
            if (doc == DocIdSetIterator.NO_MORE_DOCS)
                return doc;
            int at = cursors[i].MoveTo(doc);
            if (at == doc)
            {
                i++;
                continue;
            }
            doc = cursors[0].MoveTo(at);
            i = 1;
        }
        return doc;
    }

    private float ScoreHere()
    {
        float sum = 0f;
        foreach (BlockCursor cursor in cursors)
            sum += cursor.Score();
        return sum;
    }
}

/// <summary>A place in the postings of a term.</summary>
internal sealed class BlockCursor(TermPostings postings)
{
    private readonly PostingsBlocks blocks = postings.Blocks;
    private readonly Similarity.SimScorer similarity = postings.Similarity;
    private int[] docs = postings.Blocks.Docs;
    private int position, count, last = -1;
    private bool hasFreqs;

    /// <summary>Moves to the first document that is at least <paramref name="target"/>; stays where it is when it is there already.</summary>
    public int MoveTo(int target)
    {
        if (last < target && !MoveBlock(target))
            return DocIdSetIterator.NO_MORE_DOCS;
        position = BlockSearch.FirstAtLeast(docs, position, count, target);
        return docs[position];
    }

    public float Score()
    {
        if (!hasFreqs)
        {
            blocks.LoadFreqs();
            hasFreqs = true;
        }
        return similarity.Score(docs[position], blocks.Freqs[position]);
    }

    private bool MoveBlock(int target)
    {
        hasFreqs = false;
        position = 0;
        if (target == DocIdSetIterator.NO_MORE_DOCS || !blocks.AdvanceBlock(target))
        {
            last = DocIdSetIterator.NO_MORE_DOCS;
            docs = [DocIdSetIterator.NO_MORE_DOCS];
            count = 1;
            return false;
        }
        docs = blocks.Docs;
        count = blocks.Count;
        last = docs[count - 1];
        return true;
    }
}
