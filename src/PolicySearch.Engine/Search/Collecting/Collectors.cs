using Lucene.Net.Index;

namespace Lucene.Net.Search;

/// <summary>Counts the matches, and nothing else. Used for one search, by one thread.</summary>
public class TotalHitCountCollector : ICollector
{
    private int totalHits;

    /// <summary>Counts from 0.</summary>
    public TotalHitCountCollector()
    {
    }

    /// <summary>True: a count has no order.</summary>
    public virtual bool AcceptsDocsOutOfOrder => true;

    /// <summary>Matches so far.</summary>
    public virtual int TotalHits => totalHits;

    /// <inheritdoc/>
    public virtual void Collect(int doc) => totalHits++;

    /// <inheritdoc/>
    public virtual void SetNextReader(AtomicReaderContext context)
    {
    }

    /// <inheritdoc/>
    public virtual void SetScorer(Scorer scorer)
    {
    }

    /// <summary>Counts many at once.</summary>
    internal void Count(int matches) => totalHits += matches;
}

/// <summary>Hands every match to several collectors.</summary>
public class MultiCollector : ICollector
{
    private readonly ICollector[] collectors;

    private MultiCollector(ICollector[] collectors) => this.collectors = collectors;

    /// <summary>Whether all of them accept documents in any order.</summary>
    public virtual bool AcceptsDocsOutOfOrder => Array.TrueForAll(collectors, c => c.AcceptsDocsOutOfOrder);

    /// <summary>One collector for all given; nulls are left out.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ICollector Wrap(params ICollector?[] collectors)
    {
        ICollector[] given = collectors.OfType<ICollector>().ToArray();
        return given.Length switch
        {
            0 => throw new ArgumentException("at least one collector must not be null", nameof(collectors)),
            1 => given[0],
            _ => new MultiCollector(given),
        };
    }

    /// <inheritdoc/>
    public virtual void Collect(int doc)
    {
        foreach (ICollector collector in collectors)
            collector.Collect(doc);
    }

    /// <inheritdoc/>
    public virtual void SetNextReader(AtomicReaderContext context)
    {
        foreach (ICollector collector in collectors)
            collector.SetNextReader(context);
    }

    /// <inheritdoc/>
    public virtual void SetScorer(Scorer scorer)
    {
        foreach (ICollector collector in collectors)
            collector.SetScorer(scorer);
    }
}

/// <summary>Passes on the matches whose score is above 0.</summary>
public class PositiveScoresOnlyCollector : ICollector
{
    private readonly ICollector inner;
    private Scorer? scorer;

    /// <summary>Passes matches on to a collector.</summary>
    public PositiveScoresOnlyCollector(ICollector c) => inner = c;

    /// <inheritdoc/>
    public virtual bool AcceptsDocsOutOfOrder => inner.AcceptsDocsOutOfOrder;

    /// <inheritdoc/>
    public virtual void Collect(int doc)
    {
        if (scorer!.GetScore() > 0)
            inner.Collect(doc);
    }

    /// <inheritdoc/>
    public virtual void SetNextReader(AtomicReaderContext context) => inner.SetNextReader(context);

    /// <inheritdoc/>
    public virtual void SetScorer(Scorer scorer)
    {
        this.scorer = scorer;
        inner.SetScorer(scorer);
    }
}
