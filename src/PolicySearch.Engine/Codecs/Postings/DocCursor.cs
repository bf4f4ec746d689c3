using System.Runtime.CompilerServices;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Lucene.Net.Codecs;

/// <summary>
/// Goes through the documents of a term, a decoded block at a time; frequencies are decoded only when asked for. Counts the
/// positions that it passes for an enumerator of positions. Reused from term to term; not safe for several threads.
/// </summary>
internal sealed class DocCursor
{
    private const int BlockSize = PostingsFormat.BlockSize;

    private readonly PostingsReader postings;
    private readonly MemoryInput input;
    private readonly SkipReader skips;
    private readonly bool hasFreqs;
    private readonly bool countsPositions;
    private readonly int[] docs = new int[BlockSize + BlockSearch.Reach];
    private readonly int[] freqs = new int[BlockSize];

    // Of the frequencies before each of the block's documents, and behind them of all; only where positions are counted.
    private readonly int[] freqSums;
    private int freqBits;
    private PostingsLocation location;
    private IBits? liveDocs;
    private int doc;

    // The current document is docs[at - 1]; docs[at..end) come next, and after them `left` more, whose first gap counts from `last`.
    private int at;
    private int end;
    private int left;
    private int last;

    // The block of frequencies that belongs to docs lies at the input's position, undecoded.
    private bool freqsPending;
    private bool skipsStarted;
    private int nextSkipDoc;

    // Frequencies before docs[summed] are counted in PositionsBefore.
    private int summed;

    public DocCursor(PostingsReader postings, Index.FieldInfo field, bool countsPositions)
    {
        this.postings = postings;
        this.countsPositions = countsPositions;
        hasFreqs = field.IndexOptions >= Index.IndexOptions.DOCS_AND_FREQS;
        bool hasPositions = field.IndexOptions >= Index.IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;
        bool hasOffsets = field.IndexOptions >= Index.IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS;
        input = postings.Docs.Copy();
        freqSums = countsPositions ? new int[1 + BlockSize] : [];
        skips = new SkipReader(input.Copy(), hasPositions, field.HasPayloads, field.HasPayloads || hasOffsets);
    }

    public int Doc => doc;

    public ref readonly PostingsLocation Location => ref location;

    /// <summary>How often the term stands in the current document.</summary>
    public int Freq
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (freqsPending)
                ReadFreqs();
            return freqs[at - 1];
        }
    }

    /// <summary>Positions between where the reader of positions stands and the current document's first.</summary>
    public long PositionsBefore { get; set; }

    /// <summary>Set when a skip has moved the place where positions go on; <see cref="PositionsBefore"/> counts from there.</summary>
    public bool PositionsMoved { get; set; }

    /// <summary>Where positions go on after the last skip that was taken; the reader of skips may have looked further since.</summary>
    public long SkippedToPositions { get; private set; }

    /// <summary>Where offsets and payloads go on after it.</summary>
    public long SkippedToDetails { get; private set; }

    public void Start(in PostingsLocation term, IBits? live)
    {
        location = term;
        liveDocs = live;
        doc = -1;
        at = end = last = summed = nextSkipDoc = 0;
        left = term.DocFreq;
        freqsPending = skipsStarted = PositionsMoved = false;
        PositionsBefore = 0;
        if (term.Singleton >= 0)
            SetSingleton();
        else
            input.Seek(term.DocStart);
    }

    public int Next()
    {
        do
        {
            if (at == end && !NextBlock())
                return doc = DocIdSetIterator.NO_MORE_DOCS;
            doc = docs[at++];
        }
        while (liveDocs != null && !liveDocs.Get(doc));
        return doc;
    }

    public int Advance(int target)
    {
        if (!MoveToBlock(target))
            return doc = DocIdSetIterator.NO_MORE_DOCS;
        at = BlockSearch.FirstAtLeast(docs, at, target) + 1;
        doc = docs[at - 1];
        return liveDocs == null || liveDocs.Get(doc) ? doc : Next();
    }

    /// <summary>
    /// Hands out the rest of the current block, or else the next one, and moves behind it; false at the end. Deleted documents
    /// are among them.
    /// </summary>
    public bool TakeBlock(out ReadOnlySpan<int> blockDocs, out ReadOnlySpan<int> blockFreqs)
    {
        if (at == end && !NextBlock())
        {
            doc = DocIdSetIterator.NO_MORE_DOCS;
            blockDocs = blockFreqs = default;
            return false;
        }
        if (freqsPending)
            ReadFreqs();
        blockDocs = docs.AsSpan(at, end - at);
        blockFreqs = freqs.AsSpan(at, end - at);
        at = end;
        doc = docs[end - 1];
        return true;
    }

    /// <summary>
    /// The current block: documents [0, <see cref="BlockEnd"/>) and behind them <see cref="int.MaxValue"/> up to 128, for scorers that go through it themselves.
    /// </summary>
    public int[] BlockDocs => docs;

    /// <summary>Frequencies of the current block, once <see cref="DecodeFreqs"/> was called for it.</summary>
    public int[] BlockFreqs => freqs;

    /// <summary>For each document of the current block the sum of all frequencies before it, and behind them the sum of all; of a cursor that counts positions.</summary>
    public int[] FreqSums
    {
        get
        {
            DecodeFreqs();
            return freqSums;
        }
    }

    /// <summary>Documents in the current block; 0 when there is none.</summary>
    public int BlockEnd => end;

    /// <summary>Moves to the next block, deleted documents among it; false at the end. Not to be mixed with <see cref="Next"/>.</summary>
    public bool MoveToNextBlock() => NextBlock();

    /// <summary>Moves to the first block whose last document is at least <paramref name="target"/>, the current one or a later; false at the end.</summary>
    public bool MoveToBlock(int target)
    {
        if (target <= LastInBlock())
            return true;
        if (left > BlockSize && target > nextSkipDoc)
            Skip(target);
        do
        {
            if (!NextBlock())
                return false;
        }
        while (docs[end - 1] < target);
        return true;
    }

    /// <summary>Makes a document of the current block the current one; to be called with ascending indexes.</summary>
    public void MoveInBlock(int index)
    {
        at = index + 1;
        doc = docs[index];
    }

    /// <summary>Decodes the frequencies of the current block unless they are decoded.</summary>
    public void DecodeFreqs()
    {
        if (freqsPending)
            ReadFreqs();
    }

    /// <summary>Brings <see cref="PositionsBefore"/> up to the current document.</summary>
    public void CountPositions() => CountPositions(at - 1);

    private void CountPositions(int upTo)
    {
        DecodeFreqs();
        if (upTo > summed)
        {
            PositionsBefore += freqSums[upTo] - freqSums[summed];
            summed = upTo;
        }
    }

    /// <summary>
    /// The bits of all frequencies of the current block, or-ed: no frequency is greater, and all are below a power of two if this is. Of a cursor that counts positions.
    /// </summary>
    public int FreqBits
    {
        get
        {
            DecodeFreqs();
            return freqBits;
        }
    }

    private int LastInBlock() => end == 0 ? -1 : docs[end - 1];

    private void Skip(int target)
    {
        if (!skipsStarted)
        {
            skips.Start(in location);
            skipsStarted = true;
        }
        int before = skips.SkipTo(target);
        nextSkipDoc = skips.NextDoc;
        // A skip to the very next block says where its positions go on, so that the frequencies before need not be added up.
        if (before < location.DocFreq - left || (before == location.DocFreq - left && !countsPositions))
            return;
        if (before >= location.DocFreq)
            input.ThrowCorrupt(skips.DocPointer, $"skips over less than {location.DocFreq} documents", $"{before}");
        left = location.DocFreq - before;
        last = skips.Doc;
        input.Seek(skips.DocPointer);
        freqsPending = false;
        at = end = summed = 0;
        PositionsBefore = skips.PosInBlock;
        SkippedToPositions = skips.PosPointer;
        SkippedToDetails = skips.PayPointer;
        PositionsMoved = true;
    }

    private bool NextBlock()
    {
        if (left > 0 && countsPositions)
            CountPositions(end);
        else if (left > 0 && freqsPending)
            BlockDecoder.Skip(input);
        freqsPending = false;
        at = end = summed = 0;
        if (left == 0)
            return false;
        if (left >= BlockSize)
            ReadBlock();
        else
            ReadTail();
        return true;
    }

    private void ReadBlock()
    {
        if (!postings.Decoder.ReadDocs(input, docs, last, postings.MaxDoc))
            input.ThrowCorrupt(input.Position, $"ascending documents below {postings.MaxDoc}", "others");
        freqsPending = hasFreqs;
        end = BlockSize;
        left -= BlockSize;
        last = docs[BlockSize - 1];
    }

    private void ReadTail()
    {
        int document = last;
        for (int i = 0; i < left; i++)
        {
            int code = input.ReadVInt32();
            document += hasFreqs ? code >>> 1 : code;
            docs[i] = document;
            freqs[i] = !hasFreqs || (code & 1) != 0 ? 1 : input.ReadVInt32();
            if ((uint)document >= (uint)postings.MaxDoc)
                input.ThrowCorrupt(input.Position, $"documents below {postings.MaxDoc}", $"{document}");
        }
        end = left;
        left = 0;
        SumFreqs();
        docs.AsSpan(end, BlockSize - end).Fill(int.MaxValue);
    }

    private void ReadFreqs()
    {
        if (countsPositions)
            freqBits = postings.Decoder.ReadWithSums(input, freqs, freqSums);
        else
            postings.Decoder.Read(input, freqs);
        freqsPending = false;
    }

    private void SumFreqs()
    {
        if (!countsPositions)
            return;
        freqBits = freqSums[0] = 0;
        for (int i = 0; i < end; i++)
        {
            freqBits |= freqs[i];
            freqSums[i + 1] = freqSums[i] + freqs[i];
        }
    }

    private void SetSingleton()
    {
        docs[0] = location.Singleton;
        freqs[0] = hasFreqs ? (int)Math.Min(location.TotalTermFreq, int.MaxValue) : 1;
        docs.AsSpan(1, BlockSize - 1).Fill(int.MaxValue);
        end = 1;
        left = 0;
        SumFreqs();
        if (location.Singleton >= postings.MaxDoc)
            postings.Docs.ThrowCorrupt(0, $"documents below {postings.MaxDoc}", $"{location.Singleton} as a term's only one");
    }
}
