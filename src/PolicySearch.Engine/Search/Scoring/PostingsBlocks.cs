using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>
/// The postings of one term in one segment, many at a time: the documents of a block (deleted ones too), and their frequencies once
/// <see cref="LoadFreqs"/> was called for it. One thread, one pass; blocks only move forward.
/// </summary>
internal abstract class PostingsBlocks
{
    /// <summary>The most documents in a block.</summary>
    public const int MaxCount = 128;

    /// <summary>
    /// Documents of the block, ascending; the first <see cref="Count"/> count, and behind them stands <see cref="int.MaxValue"/> up to <see cref="MaxCount"/>. Has
    /// room for <see cref="BlockSearch.Reach"/> more.
    /// </summary>
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

    /// <summary>Called by whoever has gone through all blocks and uses this no more: what it holds may serve another search.</summary>
    public virtual void Return()
    {
    }

    /// <summary>The blocks of a term by its place in the segment.</summary>
    public static PostingsBlocks Of(Terms ofField, BytesRef term, TermState state, DocsFlags flags)
    {
        if (ofField is BlockTreeTerms inPlace && state is BlockTermState { Location: var location })
            return new CodecBlocks(inPlace.Reader.Postings, inPlace.Reader.Postings.RentDocs(inPlace.Field, in location), flags);
        TermsEnum terms = ofField.GetEnumerator(null);
        terms.SeekExact(term, state);
        return new EnumBlocks(terms.Docs(null, null, flags)!, terms.DocFreq);
    }

    /// <summary>The blocks of the index format itself, decoded as they are needed.</summary>
    private sealed class CodecBlocks : PostingsBlocks
    {
        private readonly PostingsReader reader;
        private readonly DocCursor cursor;
        private BlockDocsEnum? postings;

        // A term with one document has its block from the start.
        private bool atFirst;

        public CodecBlocks(PostingsReader reader, BlockDocsEnum postings, DocsFlags flags)
        {
            this.reader = reader;
            this.postings = postings;
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
            bool found = postings != null && (atFirst || cursor.MoveToNextBlock());
            atFirst = false;
            Count = found ? cursor.BlockEnd : 0;
            return found;
        }

        public override bool AdvanceBlock(int target)
        {
            bool found = postings != null && cursor.MoveToBlock(target);
            atFirst = false;
            Count = found ? cursor.BlockEnd : 0;
            return found;
        }

        public override void LoadFreqs() => cursor.DecodeFreqs();

        public override void Return()
        {
            Count = 0;
            if (postings != null)
                reader.Return(postings);
            postings = null;
        }
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

        public override int[] Docs { get; } = new int[MaxCount + BlockSearch.Reach];

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
            Docs.AsSpan(Count, MaxCount - Count).Fill(int.MaxValue);
            return Count > 0;
        }
    }
}
