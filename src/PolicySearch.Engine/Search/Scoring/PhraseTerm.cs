using System.Runtime.Intrinsics;
using Lucene.Net.Codecs;

namespace Lucene.Net.Search;

/// <summary>A term of a phrase, moving over its documents and in each over where the phrase would begin.</summary>
internal sealed class PhraseTerm(PostingsReader reader, BlockPositionsEnum postings, int offset)
{
    // Up to so many places are compared one and all, more are searched in.
    private const int Few = 32;

    private readonly DocCursor cursor = postings.Cursor;
    private int[] places = postings.PlaceBuffer;
    private int placeCount;
    private int placeAt;

    public int DocFreq => cursor.Location.DocFreq;

    /// <summary>Documents of the current block, as <see cref="BlockSearch.PartEnds"/> wants them.</summary>
    public int[] Docs { get; } = postings.Cursor.BlockDocs;

    /// <summary>Their <see cref="BlockSearch.PartEnds"/>.</summary>
    public Vector256<int> PartEnds { get; private set; }

    /// <summary>How many there are.</summary>
    public int Count => cursor.BlockEnd;

    /// <summary>The last of them, -1 before the first block.</summary>
    public int Last { get; private set; } = -1;

    /// <summary>Where the current document stands in the block; it ascends.</summary>
    public int Place { get; set; }

    /// <summary>How often the term stands in each document of the block.</summary>
    public int[] Freqs
    {
        get
        {
            cursor.DecodeFreqs();
            return cursor.BlockFreqs;
        }
    }

    /// <summary>Whether the term stands in no document of the block more than <see cref="PhraseStarts.Most"/> times.</summary>
    public bool IsNowhereFrequent => cursor.FreqBits <= PhraseStarts.Most;

    /// <summary>How often the term stands in the current document.</summary>
    public int Freq => Freqs[Place];

    /// <summary>Moves to the first block whose last document is at least <paramref name="target"/>, the current one or a later; false at the end.</summary>
    public bool MoveToBlock(int target)
    {
        if (target <= Last)
            return true;
        if (target == DocIdSetIterator.NO_MORE_DOCS || !cursor.MoveToBlock(target))
            return false;
        Last = Docs[cursor.BlockEnd - 1];
        PartEnds = BlockSearch.PartEnds(Docs);
        return true;
    }

    /// <summary>The place of the first document of the block that is at least <paramref name="target"/>; there must be one.</summary>
    public int FirstAtLeast(int target) => BlockSearch.FirstAtLeast(Docs, PartEnds, target);

    /// <summary>
    /// Reads where in the current document the phrase would begin, up to and a little beyond a place, into <see cref="Places"/>; once for each document.
    /// Returns how many there are.
    /// </summary>
    public int TakeBegins(int last)
    {
        placeAt = 0;
        return placeCount = postings.TakePositions(Place, offset, last, ref places);
    }

    /// <summary>Takes into <paramref name="starts"/> where the phrase would begin in each of some documents of the block.</summary>
    public void TakeInto(PhraseStarts starts, ReadOnlySpan<int> ofDocuments, int least) => starts.Take(postings, ofDocuments, offset, least);

    /// <summary>Keeps of <paramref name="starts"/> those at which the phrase would begin by this term too.</summary>
    public void RetainIn(PhraseStarts starts, ReadOnlySpan<int> ofDocuments) => starts.Retain(postings, ofDocuments, offset);

    /// <summary>The places read, ascending; behind them <see cref="int.MaxValue"/>.</summary>
    public int[] Places => places;

    /// <summary>Whether the phrase would begin at a place; asked of ascending places.</summary>
    public bool BeginsAt(int start)
    {
        if (placeCount <= Few)
            return BlockSearch.Contains(places, placeCount, start);
        placeAt = BlockSearch.FirstAtLeast(places, placeAt, start);
        return places[placeAt] == start;
    }

    /// <summary>Gives the postings back; the term is not to be used after that.</summary>
    public void Return()
    {
        postings.PlaceBuffer = places;
        reader.Return(postings);
        Last = DocIdSetIterator.NO_MORE_DOCS;
    }
}
