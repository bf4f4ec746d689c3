using Lucene.Net.Index;

namespace Lucene.Net.Search;

/// <summary>Collects the best hits. Used for one search, by one thread.</summary>
public abstract class TopDocsCollector<T> : ICollector
    where T : ScoreDoc
{
    /// <summary>No hits.</summary>
    protected static readonly TopDocs EMPTY_TOPDOCS = new(0, [], float.NaN);

    /// <summary>Matches so far.</summary>
    protected int m_totalHits;

    private protected TopDocsCollector()
    {
    }

    /// <inheritdoc/>
    public abstract bool AcceptsDocsOutOfOrder { get; }

    /// <summary>Matches so far.</summary>
    public virtual int TotalHits => m_totalHits;

    /// <summary>Hits kept so far.</summary>
    protected virtual int TopDocsCount => KeptHits;

    /// <summary>Hits kept so far.</summary>
    private protected abstract int KeptHits { get; }

    /// <inheritdoc/>
    public abstract void Collect(int doc);

    /// <inheritdoc/>
    public abstract void SetNextReader(AtomicReaderContext context);

    /// <inheritdoc/>
    public abstract void SetScorer(Scorer scorer);

    /// <summary>All hits kept. To be called once: it empties the collector.</summary>
    public virtual TopDocs GetTopDocs() => GetTopDocs(0, TopDocsCount);

    /// <summary>The hits from <paramref name="start"/> on. To be called once.</summary>
    public virtual TopDocs GetTopDocs(int start) => GetTopDocs(start, TopDocsCount);

    /// <summary>At most <paramref name="howMany"/> hits from <paramref name="start"/> on; none when there are not so many. To be called once.</summary>
    public virtual TopDocs GetTopDocs(int start, int howMany)
    {
        int size = TopDocsCount;
        if (start < 0 || start >= size || howMany <= 0)
            return NewTopDocs(null, start);
        int end = (int)Math.Min(size, (long)start + howMany);
        return NewTopDocs(Drain(start, end), start);
    }

    /// <summary>Wraps hits up, of which the first is the <paramref name="start"/>-th; null for none.</summary>
    protected virtual TopDocs NewTopDocs(ScoreDoc[]? results, int start) => results == null ? EMPTY_TOPDOCS : new TopDocs(m_totalHits, results, float.NaN);

    /// <summary>Empties the collector; returns hits [start, end), best first.</summary>
    private protected abstract ScoreDoc[] Drain(int start, int end);
}
