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
        return Task.Run(() => index.Use((searcher, passages) => Find(searcher, id) is { } document
            ? new SimilarDocuments(searcher, passages, analyzer, cancellationToken).Find(document, id, within) : null), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<SimilarResponse> SimilarToAsync(PolicyDocument draft, SearchRequest within, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        RequireLimits(within);
        return Task.Run(() => index.Use((searcher, passages) => new SimilarDocuments(searcher, passages, analyzer, cancellationToken).Find(draft, null, within)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<PassageResponse> PassagesAsync(string text, int size, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, PassageResponse.MaxSize);
        return Task.Run(() => index.Use((searcher, passages) => new PassageReuse(searcher, passages, analyzer, cancellationToken).Find(text, size)), cancellationToken);
    }
}
