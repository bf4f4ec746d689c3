using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>The documents of one term, scored.</summary>
internal sealed class TermScorer : Scorer
{
    private readonly PostingsBlocks blocks;
    private readonly Similarity.SimScorer similarity;
    private readonly IBits? acceptDocs;
    private int[] docs;
    private int position = -1, doc = -1;
    private bool hasFreqs;

    public TermScorer(Weight weight, PostingsBlocks blocks, Similarity.SimScorer similarity, IBits? acceptDocs)
        : base(weight)
    {
        this.blocks = blocks;
        this.similarity = similarity;
        this.acceptDocs = acceptDocs;
        docs = blocks.Docs;
    }

    public override int DocID => doc;

    public override int Freq
    {
        get
        {
            if (!hasFreqs)
            {
                blocks.LoadFreqs();
                hasFreqs = true;
            }
            return blocks.Freqs[position];
        }
    }

    public override long GetCost() => blocks.DocFreq;

    public override float GetScore() => similarity.Score(doc, Freq);

    public override int NextDoc()
    {
        do
        {
            if (++position >= blocks.Count && !Loaded(blocks.NextBlock()))
                return doc = NO_MORE_DOCS;
            doc = docs[position];
        }
        while (acceptDocs != null && !acceptDocs.Get(doc));
        return doc;
    }

    public override int Advance(int target)
    {
        if (blocks.Count == 0 || docs[blocks.Count - 1] < target)
        {
            if (!Loaded(target != NO_MORE_DOCS && blocks.AdvanceBlock(target)))
                return doc = NO_MORE_DOCS;
        }
        else
        {
            position++;
        }
        position = BlockSearch.FirstAtLeast(docs, position, target);
        doc = docs[position];
        return acceptDocs == null || acceptDocs.Get(doc) ? doc : NextDoc();
    }

    private bool Loaded(bool found)
    {
        hasFreqs = false;
        position = 0;
        docs = blocks.Docs;
        return found;
    }
}
