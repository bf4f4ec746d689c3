using PolicySearch.Search.Exporting;
using PolicySearch.Search.Querying;

namespace PolicySearch.Search;

// All results of a search.
public sealed partial class EmbeddedPolicySearch : IResultSets
{
    /// <inheritdoc/>
    public Task<ResultSet> OpenAsync(SearchRequest request, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, ResultSet.MaxLimit);
        return Task.Run(() => Open(request with { Page = 1, Size = limit, FacetSize = 1 }, cancellationToken), cancellationToken);
    }

    private ResultSet Open(SearchRequest request, CancellationToken cancellation)
    {
        SearcherLease lease = index.Borrow();
        try
        {
            QueryPlan plan = planner.Plan(request.Query, request.Expand);
            SortOrder sort = SortOf(plan, request);
            (QueryAttempt attempt, SearchPass pass) = FirstThatFinds(lease.Searcher, plan, request, sort, cancellation);
            var reader = new ResultReader(lease.Searcher, pass.Hits, attempt.Patterns, sort);
            return new(lease, reader, pass.Total, VersionOf(lease.Searcher), NoticesOf(plan, attempt, pass));
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }
}
