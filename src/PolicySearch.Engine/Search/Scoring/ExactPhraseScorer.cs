using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;

namespace Lucene.Net.Search;

/// <summary>
/// Documents with all places of a phrase exactly where they belong. A phrase may begin with a gap, where a stop word stood: then its first term stands at a
/// position of at least that gap, for there must be something where the gap is.
/// </summary>
internal sealed class ExactPhraseScorer : PhraseConjunction
{
    private readonly Place[] places;
    private readonly int leadingGap;
    private int freq;

    public ExactPhraseScorer(Weight weight, PhrasePlace[] places, int leadingGap, Similarity.SimScorer similarity)
        : base(weight, places, similarity)
    {
        this.places = places.OrderBy(p => p.Cost).Select(p => new Place(p.Postings, p.Offset)).ToArray();
        this.leadingGap = leadingGap;
    }

    public override int Freq => freq;

    public override float PhraseFreq => freq;

    // Where each place says the phrase begins; the rarest place proposes, the others move up to it.
    protected override bool Match()
    {
        foreach (Place place in places)
            place.Start();
        freq = 0;
        Place lead = places[0];
        for (int start = lead.MoveTo(leadingGap); start != Place.End;)
        {
            int next = LeastAgreed(start);
            if (next == start)
            {
                freq++;
                next = start + 1;
            }
            start = lead.MoveTo(next);
        }
        return freq > 0;
    }

    /// <summary>The beginning itself when all places agree on it, else a later one that is the first possible.</summary>
    private int LeastAgreed(int start)
    {
        for (int i = 1; i < places.Length; i++)
        {
            int begin = places[i].MoveTo(start);
            if (begin != start)
                return begin;
        }
        return start;
    }

    /// <summary>The occurrences of one place in the current document, as beginnings of the phrase.</summary>
    private sealed class Place(DocsAndPositionsEnum postings, int offset)
    {
        public const int End = int.MaxValue;
        private int left;

        public int Begin { get; private set; }

        public void Start()
        {
            left = postings.Freq;
            Next();
        }

        /// <summary>The first beginning that is at least <paramref name="target"/>, or <see cref="End"/>.</summary>
        public int MoveTo(int target)
        {
            while (Begin < target)
                Next();
            return Begin;
        }

        private void Next() => Begin = left-- > 0 ? postings.NextPosition() - offset : End;
    }
}
