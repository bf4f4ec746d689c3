using PolicySearch.Search.Policies;

namespace PolicySearch.Search;

// The cited policies.
public sealed partial class EmbeddedPolicySearch : ICitedPolicies
{
    /// <inheritdoc/>
    public Task<CitedPolicyPage> ListAsync(CitedPolicyRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Size, CitedPolicyRequest.MaxSize);
        return Task.Run(() => index.Use(searcher => PolicyListing.Run(searcher, request, cancellationToken)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CitedPolicyDetail?> FindAsync(CitingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Size, CitingRequest.MaxSize);
        return Task.Run(() => index.Use(searcher => PolicyDetails.Run(searcher, request, cancellationToken)), cancellationToken);
    }
}
