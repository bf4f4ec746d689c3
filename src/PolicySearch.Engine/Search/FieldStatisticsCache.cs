using System.Collections.Concurrent;
using Lucene.Net.Index;

namespace Lucene.Net.Search;

/// <summary>The figures of fields over all segments of one reader, which never change. Threads may share it.</summary>
internal sealed class FieldStatisticsCache
{
    private readonly ConcurrentDictionary<string, CollectionStatistics> known = new(StringComparer.Ordinal);

    /// <summary>Sums a field's figures over the segments that have it; −1 where one of them does not know.</summary>
    public CollectionStatistics Of(string field, IndexReaderContext top)
    {
        if (known.TryGetValue(field, out CollectionStatistics? statistics))
            return statistics;
        statistics = Sum(field, top);
        // Names of fields that do not exist come from users: they must not fill the memory.
        if (statistics.DocCount != 0)
            known.TryAdd(field, statistics);
        return statistics;
    }

    private static CollectionStatistics Sum(string field, IndexReaderContext top)
    {
        long docs = 0, tokens = 0, postings = 0;
        foreach (AtomicReaderContext leaf in top.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(field) is not { } terms)
                continue;
            docs = Add(docs, terms.DocCount);
            tokens = Add(tokens, terms.SumTotalTermFreq);
            postings = Add(postings, terms.SumDocFreq);
        }
        return new CollectionStatistics(field, top.Reader.MaxDoc, docs, tokens, postings);
    }

    private static long Add(long sum, long more) => sum < 0 || more < 0 ? -1 : sum + more;
}
