using Lucene.Net.Index;

namespace Lucene.Net.Search;

/// <summary>
/// Receives the matches of a search: for each segment <see cref="SetNextReader"/> and <see cref="SetScorer"/>, then <see cref="Collect"/>
/// for each match. Throwing <see cref="CollectionTerminatedException"/> ends the segment, any other exception the search.
/// </summary>
public interface ICollector
{
    /// <summary>Whether documents of a segment may come in any order.</summary>
    bool AcceptsDocsOutOfOrder { get; }

    /// <summary>A match, numbered within the segment.</summary>
    void Collect(int doc);

    /// <summary>The following matches are of this segment.</summary>
    void SetNextReader(AtomicReaderContext context);

    /// <summary>Gives access to the score of the match being collected, and only while it is collected.</summary>
    void SetScorer(Scorer scorer);
}

/// <summary>Collectors from functions.</summary>
public static class Collector
{
    /// <summary>A collector that calls the functions given.</summary>
    public static ICollector NewAnonymous(Action<Scorer> setScorer, Action<int> collect, Action<AtomicReaderContext> setNextReader, Func<bool> acceptsDocsOutOfOrder) =>
        new AnonymousCollector(setScorer, collect, setNextReader, acceptsDocsOutOfOrder);

    private sealed class AnonymousCollector(Action<Scorer> setScorer, Action<int> collect, Action<AtomicReaderContext> setNextReader, Func<bool> outOfOrder) : ICollector
    {
        public bool AcceptsDocsOutOfOrder => outOfOrder();

        public void Collect(int doc) => collect(doc);

        public void SetNextReader(AtomicReaderContext context) => setNextReader(context);

        public void SetScorer(Scorer scorer) => setScorer(scorer);
    }
}
