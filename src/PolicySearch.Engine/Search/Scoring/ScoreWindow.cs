using System.Numerics;
using Lucene.Net.Search.Similarities;

namespace Lucene.Net.Search;

/// <summary>
/// The documents [Base, Base + <see cref="Size"/>) of a segment with a sum of scores for each that matches. Clauses add to it one after
/// the other, which is far cheaper than to keep them in step document by document. One thread at a time.
/// </summary>
internal sealed class ScoreWindow
{
    /// <summary>Documents: what they need stays in the first-level cache.</summary>
    public const int Size = 2048;

    [ThreadStatic]
    private static ScoreWindow? spare;

    private ScoreWindow()
    {
    }

    /// <summary>The first document.</summary>
    public int Base { get; private set; }

    /// <summary>Behind the last document.</summary>
    public int End { get; private set; }

    /// <summary>Sums of scores; in double precision, so that the order of clauses does not show.</summary>
    public double[] Scores { get; } = new double[Size];

    /// <summary>Documents that match any clause that counts for the ranking.</summary>
    public ulong[] Bits { get; } = new ulong[Size / 64];

    /// <summary>Documents that match another clause, which alone cannot bring them among the best: they are counted, and their scores are not complete.</summary>
    public ulong[] WeakBits { get; } = new ulong[Size / 64];

    /// <summary>For the matches of a block that also have <see cref="Bits"/>.</summary>
    public int[] StrongDocs { get; } = new int[PostingsBlocks.MaxCount + 1];

    /// <summary>Their frequencies.</summary>
    public int[] StrongFreqs { get; } = new int[PostingsBlocks.MaxCount + 1];

    /// <summary>How many clauses match; only kept when asked for.</summary>
    public int[]? Matching { get; private set; }

    /// <summary>For scores of a block of postings.</summary>
    public float[] BlockScores { get; } = new float[PostingsBlocks.MaxCount];

    /// <summary>A window with nothing in it, reused from an earlier search of this thread where there is one.</summary>
    public static ScoreWindow Rent(bool countMatching)
    {
        ScoreWindow window = spare ?? new ScoreWindow();
        spare = null;
        window.Matching = countMatching ? window.Matching ?? new int[Size] : null;
        return window;
    }

    /// <summary>Gives the window back, emptied.</summary>
    public void Return()
    {
        Clear();
        spare = this;
    }

    public void MoveTo(int start, int end)
    {
        Base = start;
        End = end;
    }

    public void Clear()
    {
        Array.Clear(Scores);
        Array.Clear(Bits);
        Array.Clear(WeakBits);
        if (Matching != null)
            Array.Clear(Matching);
    }

    public void Add(int doc, float score)
    {
        int at = doc - Base;
        Scores[at] += score;
        Bits[at >> 6] |= 1UL << at;
        if (Matching != null)
            Matching[at]++;
    }

    public void Remove(int doc)
    {
        Bits[(doc - Base) >> 6] &= ~(1UL << (doc - Base));
        WeakBits[(doc - Base) >> 6] &= ~(1UL << (doc - Base));
    }

    /// <summary>How many documents match.</summary>
    public int Count()
    {
        int count = 0;
        for (int i = 0; i < Bits.Length; i++)
            count += BitOperations.PopCount(Bits[i] | WeakBits[i]);
        return count;
    }
}

/// <summary>A clause that adds its matches to windows, from the first to the last.</summary>
internal abstract class WindowClause
{
    /// <summary>The first match that no window has had yet.</summary>
    public abstract int Next { get; }

    /// <summary>No score of the clause is greater.</summary>
    public virtual double Bound => double.PositiveInfinity;

    /// <summary>Adds the matches in the window; none is left before it.</summary>
    public abstract void AddTo(ScoreWindow window);

    /// <summary>The same after all clauses that count for the ranking: scores are added only where one of those matches.</summary>
    public virtual void AddWeakTo(ScoreWindow window) => AddTo(window);
}

/// <summary>A term, added a block at a time.</summary>
internal sealed class TermWindow : WindowClause
{
    private readonly PostingsBlocks blocks;
    private readonly Similarity.SimScorer similarity;
    private int position;

    public TermWindow(TermPostings postings)
    {
        Postings = postings;
        blocks = postings.Blocks;
        similarity = postings.Similarity;
    }

    public TermPostings Postings { get; }

    public override int Next => position < blocks.Count || NextBlock() ? blocks.Docs[position] : DocIdSetIterator.NO_MORE_DOCS;

    public override double Bound => similarity.UpperBound(int.MaxValue);

    public override void AddTo(ScoreWindow window)
    {
        while (Next < window.End)
        {
            int end = EndBefore(window.End);
            blocks.LoadFreqs();
            AddBlock(window, blocks.Docs.AsSpan(position, end - position), blocks.Freqs.AsSpan(position, end - position));
            position = end;
        }
    }

    public override void AddWeakTo(ScoreWindow window)
    {
        while (Next < window.End)
        {
            int end = EndBefore(window.End);
            AddWeakBlock(window, position, end);
            position = end;
        }
    }

    private int EndBefore(int doc) => blocks.Docs[blocks.Count - 1] < doc ? blocks.Count : BlockSearch.FirstAtLeast(blocks.Docs, position, doc);

    private bool NextBlock()
    {
        position = 0;
        if (blocks.NextBlock())
            return true;
        blocks.Return();
        return false;
    }

    private void AddBlock(ScoreWindow window, ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs)
    {
        float[] blockScores = window.BlockScores;
        similarity.ScoreBlock(docs, freqs, blockScores);
        double[] scores = window.Scores;
        ulong[] bits = window.Bits;
        int start = window.Base;
        for (int i = 0; i < docs.Length; i++)
        {
            int at = docs[i] - start;
            scores[at] += blockScores[i];
            bits[at >> 6] |= 1UL << at;
        }
        if (window.Matching is { } matching)
        {
            foreach (int doc in docs)
                matching[doc - start]++;
        }
    }

    // Frequencies are not even decoded in a block without a document that another clause brings in.
    private void AddWeakBlock(ScoreWindow window, int from, int to)
    {
        ulong[] bits = window.Bits, weak = window.WeakBits;
        int[] docs = blocks.Docs, strong = window.StrongDocs, places = window.StrongFreqs;
        int count = 0, start = window.Base;
        for (int i = from; i < to; i++)
        {
            int at = docs[i] - start;
            weak[at >> 6] |= 1UL << at;
            strong[count] = docs[i];
            places[count] = i;
            count += (int)(bits[at >> 6] >> at & 1);
        }
        if (count == 0)
            return;
        blocks.LoadFreqs();
        for (int i = 0; i < count; i++)
            places[i] = blocks.Freqs[places[i]];
        similarity.ScoreBlock(strong.AsSpan(0, count), places.AsSpan(0, count), window.BlockScores);
        for (int i = 0; i < count; i++)
            window.Scores[strong[i] - start] += window.BlockScores[i];
    }
}

/// <summary>Any scorer, added a match at a time.</summary>
internal sealed class ScorerWindow(Scorer scorer) : WindowClause
{
    public override int Next => scorer.DocID < 0 ? scorer.NextDoc() : scorer.DocID;

    public override void AddTo(ScoreWindow window)
    {
        for (int doc = Next; doc < window.End; doc = scorer.NextDoc())
            window.Add(doc, scorer.GetScore());
    }
}
