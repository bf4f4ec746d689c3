using System.Buffers;

namespace PolicySearch.Search.Querying.Facets;

/// <summary>
/// Counts hits in facets, many at a time and facet by facet, so that the counts of one facet stay in the cache. Where most documents of a window
/// (<see cref="FacetOrdinals.WindowSize"/>) are hits, the others are looked at instead: of a facet with few values never more than half of them. For one
/// search; disposing gives back what it collects in.
/// </summary>
/// <param name="columns">The facets.</param>
internal sealed class HitBatch(FacetColumn[] columns) : IDisposable
{
    private const int WindowSize = FacetOrdinals.WindowSize, Capacity = 2 * WindowSize;

    // Hits of the segment that are not counted yet, in order: from windowStart on those of the window that ends at windowEnd.
    private readonly int[] docs = ArrayPool<int>.Shared.Rent(Capacity);
    private int count;
    private int windowStart;
    private int windowEnd;
    private int maxDoc;
    private int counted;

    /// <summary>Hits so far.</summary>
    public int Total => counted + count;

    /// <summary>Counts what is left of the segment at hand and moves to the next one.</summary>
    /// <param name="maxDoc">How many documents it has.</param>
    public void SetSegment(int maxDoc)
    {
        Flush();
        this.maxDoc = maxDoc;
    }

    /// <summary>Takes a hit of the segment, which stands behind all that were taken before. True when some were counted, at least every 4,096 hits.</summary>
    public bool Add(int doc)
    {
        bool counts = doc >= windowEnd && EnterWindow(doc);
        docs[count++] = doc;
        return counts;
    }

    /// <summary>Counts all that were taken. The columns must still be at their segment.</summary>
    public void Flush()
    {
        CountIfMost();
        CountAll();
        windowStart = windowEnd = 0;
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<int>.Shared.Return(docs);

    private bool EnterWindow(int doc)
    {
        int before = count;
        CountIfMost();
        if (count > Capacity - WindowSize)
            CountAll();
        windowStart = count;
        windowEnd = Math.Min(maxDoc, (doc / WindowSize + 1) * WindowSize);
        return count < before;
    }

    /// <summary>Counts the hits of the window if more than half of its documents are hits.</summary>
    private void CountIfMost()
    {
        int window = (windowEnd - 1) / WindowSize, first = window * WindowSize;
        ReadOnlySpan<int> hits = docs.AsSpan(windowStart, count - windowStart);
        if (hits.Length <= (windowEnd - first) / 2)
            return;
        Span<int> room = stackalloc int[WindowSize / 2];
        ReadOnlySpan<int> others = room[..FindOthers(hits, first, windowEnd, room)];
        foreach (FacetColumn column in columns)
            column.CountMost(window, hits, others);
        counted += hits.Length;
        count = windowStart;
    }

    /// <summary>Finds the documents of [first, end) that are not among the hits; returns how many they are.</summary>
    private static int FindOthers(ReadOnlySpan<int> hits, int first, int end, Span<int> others)
    {
        if (hits.Length == end - first)
            return 0;
        int found = 0, next = first;
        foreach (int hit in hits)
        {
            while (next < hit)
                others[found++] = next++;
            next = hit + 1;
        }
        while (next < end)
            others[found++] = next++;
        return found;
    }

    private void CountAll()
    {
        if (count == 0)
            return;
        foreach (FacetColumn column in columns)
            column.Count(docs.AsSpan(0, count));
        counted += count;
        count = 0;
    }
}
