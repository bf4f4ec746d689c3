using System.Numerics;
using System.Runtime.Intrinsics;
using Lucene.Net.Codecs;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>
/// Collects documents with all terms of a phrase exactly where they belong, over the index format itself. Documents that hold all terms are found a window at a
/// time, and only their positions are read: term by term where they are few in each document, else a document's at a time, and then, where it cannot be among the
/// best, only until the first match.
/// </summary>
internal sealed class PhraseBulkScorer : BulkScorer
{
    private readonly PhraseTerm[] terms;
    private readonly PhraseTerm[] byFreq;
    private readonly int leadingGap;
    private readonly Similarity.SimScorer similarity;
    private readonly IBits? acceptDocs;
    private readonly CurrentHit hit = new();

    // Of a phrase of two terms the pairs themselves.
    private Candidates candidates = null!;
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
        Candidates pairs = Candidates.Rent(terms.Length);
        candidates = terms.Length == 2 ? pairs : Candidates.Rent(terms.Length);
        while (next < max && FindPairs(pairs, max))
        {
            for (int from = 0; from < pairs.Count;)
            {
                from = terms.Length == 2 ? pairs.Count : FindCandidates(pairs, from);
                if (candidates.Count > 0)
                    CollectMatches(collector);
            }
        }
        pairs.Return();
        if (candidates != pairs)
            candidates.Return();
        if (next != DocIdSetIterator.NO_MORE_DOCS)
            return true;
        foreach (PhraseTerm term in terms)
            term.Return();
        return false;
    }

    /// <summary>
    /// Finds the documents that hold the two rarest terms, from <see cref="next"/> on up to where the first of their current blocks ends, since the positions of a
    /// block are read before the next one is. False when there are no more before <paramref name="max"/>.
    /// </summary>
    private bool FindPairs(Candidates pairs, int max)
    {
        PhraseTerm lead = terms[0], second = terms[1];
        if (!lead.MoveToBlock(next))
            return End();
        int from = lead.FirstAtLeast(next), first = lead.Docs[from];
        if (first >= max)
        {
            next = first;
            return false;
        }
        if (!second.MoveToBlock(first))
            return End();
        int last = Math.Min(Math.Min(lead.Last, second.Last), max - 1);
        int to = last == lead.Last ? lead.Count : lead.FirstAtLeast(last + 1);
        pairs.Start(lead.Docs.AsSpan(from, to - from), from, acceptDocs);
        Retain(pairs, 1);
        next = last + 1;
        return true;
    }

    /// <summary>
    /// Makes those pairs the candidates that hold the other terms too, from a pair on up to where the first of those terms' current blocks ends: of frequent terms
    /// only blocks are read in which a pair may be. Returns the first pair beyond.
    /// </summary>
    private int FindCandidates(Candidates pairs, int from)
    {
        int last = int.MaxValue, to = from;
        for (int i = 2; i < terms.Length; i++)
        {
            if (!terms[i].MoveToBlock(pairs.Docs[from]))
            {
                End();
                candidates.Start(pairs, from, from, 2);
                return pairs.Count;
            }
            last = Math.Min(last, terms[i].Last);
        }
        while (to < pairs.Count && pairs.Docs[to] <= last)
            to++;
        candidates.Start(pairs, from, to, 2);
        for (int i = 2; i < terms.Length && candidates.Count > 0; i++)
            Retain(candidates, i);
        return to;
    }

    private void Retain(Candidates documents, int term)
    {
        documents.BeginTerm();
        documents.Find(term, terms[term].Docs, terms[term].PartEnds, terms[term].Last);
        documents.EndTerm(term);
    }

    private bool End()
    {
        next = DocIdSetIterator.NO_MORE_DOCS;
        return false;
    }

    /// <summary>Collects the candidates that match: in runs where no term stands more than a few times, else one by one.</summary>
    private void CollectMatches(ICollector collector)
    {
        bool nowhereFrequent = true;
        foreach (PhraseTerm term in terms)
            nowhereFrequent &= term.IsNowhereFrequent;
        if (nowhereFrequent)
        {
            CollectSome(collector, 0, candidates.Count);
            return;
        }
        FindMostFreqs();
        for (int from = 0, to; from < candidates.Count; from = to)
        {
            for (to = from; to < candidates.Count && candidates.MostFreqs[to] <= PhraseStarts.Most;)
                to++;
            if (to > from)
                CollectSome(collector, from, to);
            else
                CollectAt(collector, to++);
        }
    }

    /// <summary>How often the most frequent term stands in each candidate.</summary>
    private void FindMostFreqs()
    {
        Span<int> most = candidates.MostFreqs.AsSpan(0, candidates.Count);
        most.Clear();
        for (int term = 0; term < terms.Length; term++)
        {
            int[] freqs = terms[term].Freqs;
            Span<int> places = candidates.Places(term);
            for (int i = 0; i < most.Length; i++)
                most[i] = Math.Max(most[i], freqs[places[i]]);
        }
    }

    /// <summary>Collects those of the candidates [from, to) that match; in each no term stands often.</summary>
    private void CollectSome(ICollector collector, int from, int to)
    {
        PhraseStarts starts = candidates.Starts;
        terms[0].TakeInto(starts, candidates.Places(0)[from..to], leadingGap);
        for (int term = 1; term < terms.Length; term++)
            terms[term].RetainIn(starts, candidates.Places(term)[from..to]);
        foreach (int document in starts.Documents)
            CollectMatch(collector, candidates.Docs[from + document], starts.Freqs[document]);
    }

    private void CollectMatch(ICollector collector, int doc, int freq)
    {
        if (collector is TotalHitCountCollector counter)
            counter.Count(1);
        else if (collector is not TopScoreDocCollector top)
            CollectOne(collector, doc, freq);
        else
        {
            top.Count(1);
            if (similarity.UpperBound(freq) > top.Threshold)
                top.Offer(doc, similarity.Score(doc, freq));
        }
    }

    /// <summary>Collects a candidate if it matches.</summary>
    private void CollectAt(ICollector collector, int index)
    {
        for (int term = 0; term < terms.Length; term++)
            terms[term].Place = candidates.Places(term)[index];
        int doc = candidates.Docs[index];
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
