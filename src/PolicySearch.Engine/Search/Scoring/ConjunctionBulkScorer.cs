using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>
/// Collects documents that hold all of several terms. A block of the rarest term is thinned out by one term after the other; what is
/// left is scored, term by term as well.
/// </summary>
internal sealed class ConjunctionBulkScorer : BulkScorer
{
    private const int Size = PostingsBlocks.MaxCount;

    private static readonly int[] Indexes = [.. Enumerable.Range(0, Size)];

    private readonly TermPostings[] terms;
    private readonly IBits? acceptDocs;
    private readonly CurrentHit hit = new();
    private ConjunctionBuffers buffers = null!;
    private int position;
    private bool ended;

    public ConjunctionBulkScorer(TermPostings[] terms, IBits? acceptDocs)
    {
        // The order of cost is also the order in which scores are added.
        this.terms = terms.OrderBy(t => t.Blocks.DocFreq).ToArray();
        this.acceptDocs = acceptDocs;
    }

    public override bool Score(ICollector collector, int max)
    {
        collector.SetScorer(hit);
        buffers = ConjunctionBuffers.Rent(terms.Length);
        PostingsBlocks lead = terms[0].Blocks;
        while (!ended && (position < lead.Count || NextBlock()))
        {
            int from = position;
            int end = lead.Docs[lead.Count - 1] < max ? lead.Count : BlockSearch.FirstAtLeast(lead.Docs, from, max);
            position = end;
            Collect(collector, ScoreMatches(collector, Matches(from, end)));
            if (end < lead.Count)
                break;
        }
        buffers.Return();
        if (ended)
            ReturnPostings();
        return !ended;
    }

    private bool NextBlock()
    {
        position = 0;
        ended = !terms[0].Blocks.NextBlock();
        return !ended;
    }

    private void ReturnPostings()
    {
        foreach (TermPostings term in terms)
            term.Blocks.Return();
    }

    /// <summary>Puts the matches among the lead's documents [from, end) into the buffers; returns how many there are.</summary>
    private int Matches(int from, int end)
    {
        PostingsBlocks lead = terms[0].Blocks;
        int count = TakeLead(lead.Docs.AsSpan(from, end - from), from);
        for (int term = 1; term < terms.Length && count > 0; term++)
            count = Thin(term, count);
        if (count == 0)
            return 0;
        buffers.LeadIndexes.AsSpan(0, count).CopyTo(buffers.Freqs);
        ToFreqs(lead, buffers.Freqs.AsSpan(0, count));
        return count;
    }

    /// <summary>Puts the documents that count into the buffers, with their indexes in the lead's block.</summary>
    private int TakeLead(ReadOnlySpan<int> docs, int firstIndex)
    {
        if (acceptDocs == null)
        {
            docs.CopyTo(buffers.Docs);
            Indexes.AsSpan(firstIndex, docs.Length).CopyTo(buffers.LeadIndexes);
            return docs.Length;
        }
        int count = 0;
        for (int i = 0; i < docs.Length; i++)
        {
            buffers.Docs[count] = docs[i];
            buffers.LeadIndexes[count] = firstIndex + i;
            count += acceptDocs.Get(docs[i]) ? 1 : 0;
        }
        return count;
    }

    /// <summary>Keeps the documents that hold a term too, with its frequencies.</summary>
    private int Thin(int term, int count)
    {
        PostingsBlocks blocks = terms[term].Blocks;
        Span<int> places = buffers.Freqs.AsSpan(term * Size, Size);
        int kept = 0;
        for (int i = 0; i < count;)
        {
            // Without a later block no later document of the lead can match either.
            if (ended = !blocks.AdvanceBlock(buffers.Docs[i]))
                break;
            int before = kept;
            kept = BlockSearch.Intersect(buffers.Docs, ref i, count, blocks.Docs, blocks.Docs[blocks.Count - 1], buffers.Origins, places, kept);
            if (kept > before)
                ToFreqs(blocks, places[before..kept]);
        }
        Follow(term, kept);
        return kept;
    }

    /// <summary>Moves what was found out about the kept documents earlier to where they are now.</summary>
    private void Follow(int term, int kept)
    {
        ReadOnlySpan<int> origins = buffers.Origins.AsSpan(0, kept);
        Move(buffers.LeadIndexes, origins);
        for (int earlier = 1; earlier < term; earlier++)
            Move(buffers.Freqs.AsSpan(earlier * Size, Size), origins);
    }

    private static void Move(Span<int> numbers, ReadOnlySpan<int> origins)
    {
        for (int i = 0; i < origins.Length; i++)
            numbers[i] = numbers[origins[i]];
    }

    /// <summary>Replaces places in the current block by the frequencies there.</summary>
    private static void ToFreqs(PostingsBlocks blocks, Span<int> places)
    {
        blocks.LoadFreqs();
        int[] freqs = blocks.Freqs;
        foreach (ref int place in places)
            place = freqs[place];
    }

    private int ScoreMatches(ICollector collector, int count)
    {
        if (count == 0 || collector is TotalHitCountCollector)
            return count;
        Span<float> sums = buffers.Sums.AsSpan(0, count), scores = buffers.Scores.AsSpan(0, count);
        terms[0].Similarity.ScoreBlock(buffers.Docs.AsSpan(0, count), buffers.Freqs.AsSpan(0, count), sums);
        for (int term = 1; term < terms.Length; term++)
        {
            terms[term].Similarity.ScoreBlock(buffers.Docs.AsSpan(0, count), buffers.Freqs.AsSpan(term * Size, count), scores);
            for (int i = 0; i < sums.Length; i++)
                sums[i] += scores[i];
        }
        return count;
    }

    private void Collect(ICollector collector, int count)
    {
        if (collector is TotalHitCountCollector counter)
            counter.Count(count);
        else if (collector is TopScoreDocCollector top)
            CollectBest(top, count);
        else
            CollectEach(collector, count);
    }

    private void CollectBest(TopScoreDocCollector top, int count)
    {
        top.Count(count);
        for (int i = 0; i < count; i++)
        {
            if (buffers.Sums[i] > top.Threshold)
                top.Offer(buffers.Docs[i], buffers.Sums[i]);
        }
    }

    private void CollectEach(ICollector collector, int count)
    {
        for (int i = 0; i < count; i++)
        {
            hit.Set(buffers.Docs[i], terms.Length, buffers.Sums[i]);
            collector.Collect(buffers.Docs[i]);
        }
    }
}

/// <summary>Memory for one block of matches; lent to one search of a thread at a time.</summary>
internal sealed class ConjunctionBuffers
{
    [ThreadStatic]
    private static ConjunctionBuffers? spare;

    public int[] Docs { get; } = new int[PostingsBlocks.MaxCount];

    public int[] LeadIndexes { get; } = new int[PostingsBlocks.MaxCount];

    /// <summary>Where each kept document stood among the candidates.</summary>
    public int[] Origins { get; } = new int[PostingsBlocks.MaxCount];

    public float[] Sums { get; } = new float[PostingsBlocks.MaxCount];

    public float[] Scores { get; } = new float[PostingsBlocks.MaxCount];

    /// <summary>Frequencies, 128 for each term.</summary>
    public int[] Freqs { get; private set; } = [];

    public static ConjunctionBuffers Rent(int terms)
    {
        ConjunctionBuffers buffers = spare ?? new ConjunctionBuffers();
        spare = null;
        if (buffers.Freqs.Length < terms * PostingsBlocks.MaxCount)
            buffers.Freqs = new int[terms * PostingsBlocks.MaxCount];
        return buffers;
    }

    public void Return() => spare = this;
}
