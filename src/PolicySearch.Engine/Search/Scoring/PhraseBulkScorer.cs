using System.Runtime.Intrinsics;
using Lucene.Net.Codecs;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>
/// Collects documents with all terms of a phrase exactly where they belong, over the index format itself: positions are read of
/// documents that hold all terms, a document's at a time, and where a document cannot be among the best only until the first match.
/// </summary>
internal sealed class PhraseBulkScorer : BulkScorer
{
    private readonly PhraseTerm[] terms;
    private readonly PhraseTerm[] byFreq;
    private readonly int leadingGap;
    private readonly Similarity.SimScorer similarity;
    private readonly IBits? acceptDocs;
    private readonly CurrentHit hit = new();
    private int next;

    /// <param name="terms">Two or more.</param>
    /// <param name="leadingGap">The least position at which the first term may stand.</param>
    /// <param name="similarity">Scores a match.</param>
    /// <param name="acceptDocs">Documents that count, or null for all.</param>
    public PhraseBulkScorer(PhraseTerm[] terms, int leadingGap, Similarity.SimScorer similarity, IBits? acceptDocs)
    {
        this.terms = terms;
        this.leadingGap = leadingGap;
        Array.Sort(terms, (a, b) => a.DocFreq.CompareTo(b.DocFreq));
        byFreq = [.. terms];
        this.similarity = similarity;
        this.acceptDocs = acceptDocs;
    }

    public override bool Score(ICollector collector, int max)
    {
        collector.SetScorer(hit);
        while (next < max && (next = NextCandidate(next)) < max)
        {
            int doc = next++;
            if (acceptDocs == null || acceptDocs.Get(doc))
                Collect(collector, doc);
        }
        if (next != DocIdSetIterator.NO_MORE_DOCS)
            return true;
        foreach (PhraseTerm term in terms)
            term.Return();
        return false;
    }

    /// <summary>The first document from a target on that holds all terms.</summary>
    private int NextCandidate(int target)
    {
        int doc = terms[0].MoveTo(target);
        for (int i = 1; i < terms.Length && doc != DocIdSetIterator.NO_MORE_DOCS;)
        {
            int at = terms[i].MoveTo(doc);
            i = at == doc ? i + 1 : 1;
            if (at != doc)
                doc = at == DocIdSetIterator.NO_MORE_DOCS ? at : terms[0].MoveTo(at);
        }
        return doc;
    }

    private void Collect(ICollector collector, int doc)
    {
        SortByFreq();
        if (collector is TopScoreDocCollector top)
            CollectBest(top, doc);
        else if (collector is TotalHitCountCollector counter)
            counter.Count(CountMatches(firstOnly: true));
        else if (CountMatches(firstOnly: false) is > 0 and var freq)
            CollectOne(collector, doc, freq);
    }

    private void CollectOne(ICollector collector, int doc, int freq)
    {
        hit.Set(doc, freq, similarity.Score(doc, freq));
        collector.Collect(doc);
    }

    private void CollectBest(TopScoreDocCollector top, int doc)
    {
        // The phrase stands at most as often in the document as its rarest word there.
        bool cannotWin = similarity.UpperBound(byFreq[0].Freq) <= top.Threshold;
        int freq = CountMatches(firstOnly: cannotWin);
        if (freq == 0)
            return;
        top.Count(1);
        if (!cannotWin)
            top.Offer(doc, similarity.Score(doc, freq));
    }

    // The positions of a term are read only while the phrase may still stand somewhere, and none behind the last place where it may.
    private int CountMatches(bool firstOnly)
    {
        int count = byFreq[0].TakeBegins(int.MaxValue);
        int[] begins = byFreq[0].Places;
        for (int i = 1; i < byFreq.Length && count > 0; i++)
        {
            byFreq[i].TakeBegins(begins[count - 1]);
            count = Retain(begins, count, byFreq[i], firstOnly && i == byFreq.Length - 1);
        }
        return count;
    }

    /// <summary>Keeps, in place, the beginnings on which a term agrees; returns how many there are, where one is enough at most one.</summary>
    private int Retain(int[] begins, int count, PhraseTerm term, bool firstOnly)
    {
        int kept = 0, previous = leadingGap - 1;
        for (int i = 0; i < count; i++)
        {
            int start = begins[i];
            // Counted without a branch: where a phrase stands cannot be foreseen. A term may stand twice at one place, and counts once.
            bool agrees = term.BeginsAt(start) & start > previous;
            previous = Math.Max(previous, start);
            begins[kept] = start;
            kept += agrees ? 1 : 0;
            if (firstOnly && kept > 0)
                break;
        }
        return kept;
    }

    /// <summary>The rarest term of the document first. From one document to the next the order hardly changes, so insertion is cheap.</summary>
    private void SortByFreq()
    {
        for (int i = 1; i < byFreq.Length; i++)
        {
            PhraseTerm term = byFreq[i];
            int to = i;
            for (; to > 0 && byFreq[to - 1].Freq > term.Freq; to--)
                byFreq[to] = byFreq[to - 1];
            byFreq[to] = term;
        }
    }
}

/// <summary>A term of a phrase, moving over its documents and in each over where the phrase would begin.</summary>
internal sealed class PhraseTerm(PostingsReader reader, BlockPositionsEnum postings, int offset)
{
    // Up to so many places are compared one and all, more are searched in.
    private const int Few = 32;

    private readonly DocCursor cursor = postings.Cursor;
    private readonly int[] docs = postings.Cursor.BlockDocs;
    private int at, last = -1;
    private Vector256<int> partEnds;
    private int[] places = postings.PlaceBuffer;
    private int placeCount;
    private int placeAt;

    public int DocFreq => cursor.Location.DocFreq;

    /// <summary>How often the term stands in the current document.</summary>
    public int Freq
    {
        get
        {
            cursor.DecodeFreqs();
            return cursor.BlockFreqs[at];
        }
    }

    /// <summary>Moves to the first document that is at least <paramref name="target"/>; stays when it is there already.</summary>
    public int MoveTo(int target)
    {
        if (last < target && !MoveBlock(target))
            return DocIdSetIterator.NO_MORE_DOCS;
        at = BlockSearch.FirstAtLeast(docs, partEnds, target);
        return docs[at];
    }

    /// <summary>
    /// Reads where in the current document the phrase would begin, up to and a little beyond a place, into <see cref="Places"/>; once for each document.
    /// Returns how many there are.
    /// </summary>
    public int TakeBegins(int last)
    {
        placeAt = 0;
        return placeCount = postings.TakePositions(at, offset, last, ref places);
    }

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
        last = DocIdSetIterator.NO_MORE_DOCS;
    }

    private bool MoveBlock(int target)
    {
        if (target == DocIdSetIterator.NO_MORE_DOCS || !cursor.MoveToBlock(target))
            return false;
        last = docs[cursor.BlockEnd - 1];
        partEnds = BlockSearch.PartEnds(docs);
        return true;
    }
}
