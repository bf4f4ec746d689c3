using Lucene.Net.Search;
using PolicySearch.Search.Querying.Facets;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Querying;

/// <summary>What one pass over the matches of a query found.</summary>
/// <param name="Total">Documents that pass every filter.</param>
/// <param name="Hits">Those of the page asked for, in order.</param>
/// <param name="Facets">Counts of all facets.</param>
internal sealed record SearchPass(int Total, IReadOnlyList<RankedDoc> Hits, IReadOnlyList<Facet> Facets)
{
    /// <summary>Runs a query.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="query">What matches.</param>
    /// <param name="request">Filters, dates, page and sizes.</param>
    /// <param name="sort">Order of the hits.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <param name="leastScore">Documents that score less do not match; 0 takes all.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static SearchPass Run(PolicySearcher searcher, Query query, SearchRequest request, SortOrder sort, CancellationToken cancellation, float leastScore = 0)
    {
        FacetColumn[] columns = [.. PolicySchema.Facets.Select(facet => Column(searcher.Facets[facet], request))];
        try
        {
            long skip = (request.Page - 1L) * request.Size;
            var top = new TopHits((int)Math.Min(skip + request.Size, searcher.IndexReader.MaxDoc));
            using var collector = new HitCollector(columns, top, sort, request, cancellation, leastScore);
            searcher.Search(query, collector);
            collector.Finish();
            IReadOnlyList<RankedDoc> hits = request.Size == 0 || skip >= collector.Total ? [] : top.Drain((int)skip);
            return new(collector.Total, hits, [.. columns.Select(column => FacetSummary.Of(column, request.FacetSize))]);
        }
        finally
        {
            Array.ForEach(columns, column => column.Dispose());
        }
    }

    /// <summary>Counts the values of one facet over the documents that pass every filter, its own too.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="query">What matches.</param>
    /// <param name="request">Filters and dates.</param>
    /// <param name="facet">The facet.</param>
    /// <param name="use">Is lent the counts by ordinal; there are none when nothing matches.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static T CountValues<T>(PolicySearcher searcher, Query query, SearchRequest request, FacetField facet, Func<ReadOnlySpan<int>, T> use, CancellationToken cancellation)
    {
        FacetColumn[] filters = [.. request.Filters.Keys.Select(field => Column(searcher.Facets[field], request)).Where(column => column.IsFiltered)];
        using var counted = new FacetColumn(searcher.Facets[facet], null);
        using var collector = new HitCollector([.. filters, counted], new TopHits(0), SortOrder.DateDescending, request, cancellation);
        try
        {
            searcher.Search(query, collector);
            collector.Finish();
            return use(counted.Counts);
        }
        finally
        {
            Array.ForEach(filters, column => column.Dispose());
        }
    }

    private static FacetColumn Column(FacetValues values, SearchRequest request) =>
        request.Filters.TryGetValue(values.Facet, out IReadOnlyList<string>? wanted) && wanted.Count > 0
            ? new(values, new FacetFilter(values, wanted))
            : new(values, null);
}
