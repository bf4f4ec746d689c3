namespace PolicySearch.Search.Querying;

/// <summary>A document in the order of hits.</summary>
/// <param name="Key">What it is ordered by: the greater the better.</param>
/// <param name="Tie">Orders documents of equal key: the smaller the better.</param>
/// <param name="Doc">Document of the whole reader.</param>
internal readonly record struct RankedDoc(double Key, ulong Tie, int Doc)
{
    /// <summary>Whether this document stands before another.</summary>
    public bool IsBefore(in RankedDoc other) => Key != other.Key ? Key > other.Key : Tie < other.Tie;
}

/// <summary>Keeps the best so many documents: a heap with the worst of them on top. Grows as documents come; for one thread.</summary>
internal sealed class TopHits(int capacity)
{
    private RankedDoc[] heap = new RankedDoc[Math.Min(capacity, 64)];
    private int count;

    /// <summary>What a document's key must reach to get in: −∞ while there is room, +∞ where there never is.</summary>
    public double LeastKey => capacity == 0 ? double.PositiveInfinity : count < capacity ? double.NegativeInfinity : heap[0].Key;

    /// <summary>Whether a document with this key may still get in; cheap, asked before anything else is read of it.</summary>
    public bool MayTake(double key) => key >= LeastKey;

    /// <summary>Takes a document in if it is among the best.</summary>
    public void Add(in RankedDoc doc)
    {
        if (count < capacity)
        {
            if (count == heap.Length)
                Array.Resize(ref heap, (int)Math.Min(capacity, heap.Length * 2L));
            heap[count++] = doc;
            SiftUp(count - 1);
        }
        else if (capacity > 0 && doc.IsBefore(heap[0]))
        {
            heap[0] = doc;
            SiftDown(0);
        }
    }

    /// <summary>The documents from place <paramref name="skip"/> on, best first. Ends this object's use.</summary>
    public RankedDoc[] Drain(int skip)
    {
        var sorted = heap[..count];
        Array.Sort(sorted, static (a, b) => a.IsBefore(b) ? -1 : b.IsBefore(a) ? 1 : a.Doc.CompareTo(b.Doc));
        return skip >= count ? [] : sorted[skip..];
    }

    private void SiftUp(int i)
    {
        while (i > 0 && heap[(i - 1) / 2].IsBefore(heap[i]))
        {
            (heap[i], heap[(i - 1) / 2]) = (heap[(i - 1) / 2], heap[i]);
            i = (i - 1) / 2;
        }
    }

    private void SiftDown(int i)
    {
        while (true)
        {
            int worst = i;
            for (int child = 2 * i + 1; child <= 2 * i + 2 && child < count; child++)
                worst = heap[worst].IsBefore(heap[child]) ? child : worst;
            if (worst == i)
                return;
            (heap[i], heap[worst]) = (heap[worst], heap[i]);
            i = worst;
        }
    }
}
