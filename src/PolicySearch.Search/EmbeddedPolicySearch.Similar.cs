using PolicySearch.Documents;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Similar;

namespace PolicySearch.Search;

public sealed partial class EmbeddedPolicySearch : ISimilarSearch
{
    /// <inheritdoc/>
    public Task<SimilarResponse?> SimilarToAsync(string id, SearchRequest within, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        RequireLimits(within);
        return Compare(state => Find(state.Documents, id) is { } document ? new SimilarDocuments(state).Find(document, id, within) : null, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<SimilarResponse> SimilarToAsync(PolicyDocument draft, SearchRequest within, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        RequireLimits(within);
        return Compare(state => new SimilarDocuments(state).Find(draft, null, within), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<PassageResponse> PassagesAsync(string text, int size, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, PassageResponse.MaxSize);
        return Compare(state => new PassageReuse(state).Find(text, size), cancellationToken);
    }

    private Task<T> Compare<T>(Func<SearchedState, T> work, CancellationToken cancellation) =>
        Task.Run(() => index.Use((searcher, passages) => work(new(searcher, passages, analyzer, cancellation))), cancellation);
}
