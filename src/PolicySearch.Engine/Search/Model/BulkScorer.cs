namespace Lucene.Net.Search;

/// <summary>Hands the matches of one segment to a collector, many at a time. Used once, by one thread.</summary>
public abstract class BulkScorer
{
    /// <summary>For the subclasses.</summary>
    protected BulkScorer()
    {
    }

    /// <summary>Collects all matches.</summary>
    public virtual void Score(ICollector collector) => Score(collector, DocIdSetIterator.NO_MORE_DOCS);

    /// <summary>Collects the matches not collected yet that are below <paramref name="max"/>.</summary>
    /// <returns>Whether there may be more at or above <paramref name="max"/>.</returns>
    public abstract bool Score(ICollector collector, int max);
}
