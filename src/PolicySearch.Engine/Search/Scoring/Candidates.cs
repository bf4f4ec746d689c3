using System.Runtime.Intrinsics;
using Lucene.Net.Codecs;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>
/// Documents that may match a conjunction, at most a block of its rarest term at a time, and for each term where they stand in that term's block. Lent to one search
/// of a thread at a time.
/// </summary>
internal sealed class Candidates
{
    private const int Size = PostingsBlocks.MaxCount;

    private static readonly int[] Indexes = [.. Enumerable.Range(0, Size)];

    [ThreadStatic]
    private static Candidates? spare;

    private Candidates? nextSpare;
    private PhraseStarts? starts;
    private readonly int[] docs = new int[Size];
    private readonly int[] origins = new int[Size];
    private int[] places = [];
    private int looked;
    private int kept;

    private Candidates()
    {
    }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The documents, ascending.</summary>
    public ReadOnlySpan<int> Docs => docs.AsSpan(0, Count);

    /// <summary>Room for one number a document.</summary>
    public float[] Sums { get; } = new float[Size];

    /// <summary>Room for one more.</summary>
    public float[] Scores { get; } = new float[Size];

    /// <summary>Room for the frequency of the most frequent term in each document.</summary>
    public int[] MostFreqs { get; } = new int[Size];

    /// <summary>Room for where a phrase may begin in each document.</summary>
    public PhraseStarts Starts => starts ??= new PhraseStarts();

    /// <summary>The next candidate to look for in a term's blocks, or -1 when all are done.</summary>
    public int Wanted => looked < Count ? docs[looked] : -1;

    /// <summary>Where the documents stand in the block of a term; whoever uses them may put the frequencies there in their place.</summary>
    public Span<int> Places(int term) => places.AsSpan(term * Size, Count);

    public static Candidates Rent(int terms)
    {
        Candidates candidates = spare ?? new Candidates();
        spare = candidates.nextSpare;
        candidates.nextSpare = null;
        if (candidates.places.Length < terms * Size)
            candidates.places = new int[terms * Size];
        candidates.Count = 0;
        return candidates;
    }

    public void Return() => (nextSpare, spare) = (spare, this);

    /// <summary>Begins with documents of the first term's block, those that count.</summary>
    /// <param name="block">The documents.</param>
    /// <param name="firstPlace">Where the first of them stands.</param>
    /// <param name="acceptDocs">Documents that count, or null for all.</param>
    public void Start(ReadOnlySpan<int> block, int firstPlace, IBits? acceptDocs)
    {
        if (acceptDocs == null)
        {
            block.CopyTo(docs);
            Indexes.AsSpan(firstPlace, block.Length).CopyTo(places);
            Count = block.Length;
            return;
        }
        Count = 0;
        for (int i = 0; i < block.Length; i++)
        {
            docs[Count] = block[i];
            places[Count] = firstPlace + i;
            Count += acceptDocs.Get(block[i]) ? 1 : 0;
        }
    }

    /// <summary>Begins with some of others, as they were found for their first terms.</summary>
    public void Start(Candidates others, int from, int to, int terms)
    {
        Count = to - from;
        others.Docs[from..to].CopyTo(docs);
        for (int term = 0; term < terms; term++)
            others.Places(term)[from..to].CopyTo(Places(term));
    }

    /// <summary>Begins to look for the candidates in another term's blocks, from the first candidate on.</summary>
    public void BeginTerm() => looked = kept = 0;

    /// <summary>
    /// Looks for the candidates from <see cref="Wanted"/> on in a block, up to its last document. Returns the places of those found in it, which may be replaced by
    /// what stands there, until <see cref="EndTerm"/>.
    /// </summary>
    /// <param name="term">Whose block it is.</param>
    /// <param name="block">Documents, as <see cref="BlockSearch.PartEnds"/> wants them.</param>
    /// <param name="partEnds">Its <see cref="BlockSearch.PartEnds"/>.</param>
    /// <param name="last">The block's last document.</param>
    public Span<int> Find(int term, int[] block, Vector256<int> partEnds, int last)
    {
        Span<int> ofTerm = places.AsSpan(term * Size, Size);
        int before = kept;
        kept = BlockSearch.Intersect(docs, ref looked, Count, block, partEnds, last, origins, ofTerm, kept);
        return ofTerm[before..kept];
    }

    /// <summary>Drops the candidates that were not found in the term's blocks.</summary>
    public void EndTerm(int term)
    {
        Count = kept;
        for (int earlier = 0; earlier < term; earlier++)
        {
            Span<int> ofEarlier = places.AsSpan(earlier * Size, Size);
            for (int i = 0; i < Count; i++)
                ofEarlier[i] = ofEarlier[origins[i]];
        }
    }
}
