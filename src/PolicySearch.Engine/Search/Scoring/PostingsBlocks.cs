using Lucene.Net.Codecs;
using Lucene.Net.Index;

namespace Lucene.Net.Search;

/// <summary>
/// The postings of one term in one segment, many at a time: the documents of a block (deleted ones too), and their frequencies once
/// <see cref="LoadFreqs"/> was called for it. One thread, one pass; blocks only move forward.
/// </summary>
internal abstract class PostingsBlocks
{
    /// <summary>The most documents in a block.</summary>
    public const int MaxCount = 128;

    /// <summary>Documents of the block, ascending; the first <see cref="Count"/> count.</summary>
    public abstract int[] Docs { get; }

    /// <summary>Their frequencies, after <see cref="LoadFreqs"/>.</summary>
    public abstract int[] Freqs { get; }

    /// <summary>Documents in the block; 0 before the first block and after the last.</summary>
    public int Count { get; protected set; }

    /// <summary>Documents of the term, deleted ones included.</summary>
    public int DocFreq { get; protected init; }

    /// <summary>Moves to the next block; false at the end.</summary>
    public abstract bool NextBlock();

    /// <summary>Moves to the first block, the current one or later, whose last document is ≥ <paramref name="target"/>; false at the end.</summary>
    public abstract bool AdvanceBlock(int target);

    /// <summary>Makes <see cref="Freqs"/> those of the current block.</summary>
    public abstract void LoadFreqs();

    /// <summary>The blocks of the term that an enumerator of terms stands at.</summary>
    public static PostingsBlocks Of(TermsEnum term, DocsFlags flags)
    {
        DocsEnum docs = term.Docs(null, null, flags)!;
        return docs is BlockDocsEnum inPlace ? new CodecBlocks(inPlace, flags) : new EnumBlocks(docs, term.DocFreq);
    }

    /// <summary>The blocks of the index format itself, decoded as they are needed.</summary>
    private sealed class CodecBlocks : PostingsBlocks
    {
        private readonly DocCursor cursor;

        // A term with one document has its block from the start.
        private bool atFirst;

        public CodecBlocks(BlockDocsEnum postings, DocsFlags flags)
        {
            cursor = postings.Cursor;
            DocFreq = cursor.Location.DocFreq;
            atFirst = cursor.BlockEnd > 0;
            if (flags == DocsFlags.FREQS && !postings.HasFreqs)
                Array.Fill(cursor.BlockFreqs, 1);
        }

        public override int[] Docs => cursor.BlockDocs;

        public override int[] Freqs => cursor.BlockFreqs;

        public override bool NextBlock()
        {
            bool found = atFirst || cursor.MoveToNextBlock();
            atFirst = false;
            Count = cursor.BlockEnd;
            return found;
        }

        public override bool AdvanceBlock(int target)
        {
            bool found = cursor.MoveToBlock(target);
            atFirst = false;
            Count = cursor.BlockEnd;
            return found;
        }

        public override void LoadFreqs() => cursor.DecodeFreqs();
    }

    /// <summary>Blocks filled from any <see cref="DocsEnum"/>, one document at a time.</summary>
    private sealed class EnumBlocks : PostingsBlocks
    {

        private readonly DocsEnum postings;

        public EnumBlocks(DocsEnum postings, int docFreq)
        {
            this.postings = postings;
            DocFreq = docFreq;
        }

        public override int[] Docs { get; } = new int[MaxCount];

        public override int[] Freqs { get; } = new int[MaxCount];

        public override bool NextBlock()
        {
            if (postings.DocID == DocIdSetIterator.NO_MORE_DOCS)
                return (Count = 0) > 0;
            return Fill(postings.NextDoc());
        }

        public override bool AdvanceBlock(int target)
        {
            if (Count > 0 && Docs[Count - 1] >= target)
                return true;
            if (postings.DocID == DocIdSetIterator.NO_MORE_DOCS)
                return (Count = 0) > 0;
            return Fill(postings.Advance(target));
        }

        public override void LoadFreqs()
        {
        }

        private bool Fill(int first)
        {
            Count = 0;
            for (int doc = first; doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.NextDoc())
            {
                Docs[Count] = doc;
                Freqs[Count++] = postings.Freq;
                if (Count == MaxCount)
                    break;
            }
            return Count > 0;
        }
    }
}
