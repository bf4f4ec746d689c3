using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>Which documents a search may find. Filters are immutable; threads may share them.</summary>
public abstract class Filter
{
    /// <summary>For the subclasses.</summary>
    protected Filter()
    {
    }

    /// <summary>The documents of a segment, or null for none.</summary>
    /// <param name="context">The segment.</param>
    /// <param name="acceptDocs">Documents that may be in the set; null for all.</param>
    public abstract DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits? acceptDocs);

    /// <summary>A filter from a function.</summary>
    public static Filter NewAnonymous(Func<AtomicReaderContext, IBits?, DocIdSet?> getDocIdSet) => new AnonymousFilter(getDocIdSet);

    private sealed class AnonymousFilter(Func<AtomicReaderContext, IBits?, DocIdSet?> getDocIdSet) : Filter
    {
        public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits? acceptDocs) => getDocIdSet(context, acceptDocs);
    }
}

/// <summary>The matches of a query, without scores.</summary>
public class QueryWrapperFilter : Filter
{
    /// <summary>The matches of <paramref name="query"/>.</summary>
    public QueryWrapperFilter(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Query = query;
    }

    /// <summary>The query.</summary>
    public Query Query { get; }

    /// <inheritdoc/>
    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits? acceptDocs)
    {
        // The segment by itself, so that the weight does not look the query's terms up in all others.
        AtomicReaderContext alone = context.AtomicReader.AtomicContext;
        Weight weight = new IndexSearcher(alone).CreateNormalizedWeight(Query);
        return DocIdSet.NewAnonymous(() => weight.GetScorer(alone, acceptDocs));
    }

    /// <inheritdoc/>
    public override string ToString() => $"QueryWrapperFilter({Query})";

    /// <inheritdoc/>
    public override bool Equals(object? o) => o is QueryWrapperFilter other && Query.Equals(other.Query);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(QueryWrapperFilter), Query);
}

/// <summary>Remembers the documents of another filter for each segment, as a bit set, as long as the segment is open. Threads may share it.</summary>
public class CachingWrapperFilter : Filter
{
    /// <summary>No documents.</summary>
    protected static readonly DocIdSet EMPTY_DOCIDSET = new FixedBitSet(0);

    private readonly ConditionalWeakTable<object, DocIdSet> cache = [];

    /// <summary>Remembers the documents of <paramref name="filter"/>.</summary>
    public CachingWrapperFilter(Filter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        Filter = filter;
    }

    /// <summary>The filter that is remembered.</summary>
    public virtual Filter Filter { get; }

    /// <inheritdoc/>
    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits? acceptDocs)
    {
        AtomicReader reader = context.AtomicReader;
        object key = reader.CoreCacheKey;
        if (!cache.TryGetValue(key, out DocIdSet? set))
        {
            // Two threads may both compute it; the last one stays, which is as good.
            set = DocIdSetToCache(Filter.GetDocIdSet(context, null), reader);
            cache.AddOrUpdate(key, set);
        }
        return ReferenceEquals(set, EMPTY_DOCIDSET) ? null : BitsFilteredDocIdSet.Wrap(set, acceptDocs);
    }

    /// <summary>About how many bytes the sets take.</summary>
    public virtual long GetSizeInBytes() => cache.Sum(entry => (entry.Value as FixedBitSet)?.GetBits().LongLength * sizeof(long) ?? 0L);

    /// <summary>The set in a form that can be kept.</summary>
    protected virtual DocIdSet DocIdSetToCache(DocIdSet? docIdSet, AtomicReader reader)
    {
        if (docIdSet == null)
            return EMPTY_DOCIDSET;
        if (docIdSet.IsCacheable)
            return docIdSet;
        DocIdSetIterator? docs = docIdSet.GetIterator();
        return docs == null ? EMPTY_DOCIDSET : CacheImpl(docs, reader);
    }

    /// <summary>Gathers the documents in a set that can be kept.</summary>
    protected virtual DocIdSet CacheImpl(DocIdSetIterator iterator, AtomicReader reader)
    {
        var bits = new FixedBitSet(reader.MaxDoc);
        bits.Or(iterator);
        return bits;
    }

    /// <inheritdoc/>
    public override string ToString() => $"CachingWrapperFilter({Filter})";

    /// <inheritdoc/>
    public override bool Equals(object? o) => o is CachingWrapperFilter other && Filter.Equals(other.Filter);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(CachingWrapperFilter), Filter);
}
