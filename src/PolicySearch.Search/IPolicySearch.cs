using PolicySearch.Documents;
using PolicySearch.Search.Querying;

namespace PolicySearch.Search;

/// <summary>
/// The port through which the command line and the API search. One implementation works on an embedded index; another may ask a cluster.
/// Implementations are thread-safe, and no query makes them throw: what cannot be understood is searched as text.
/// </summary>
public interface IPolicySearch
{
    /// <summary>Finds documents.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Page or size outside the limits that <see cref="SearchRequest"/> states.</exception>
    /// <exception cref="IndexUnavailableException">There is no index yet, or it cannot be read.</exception>
    Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default);

    /// <summary>One document whole, or null when no document has this id.</summary>
    /// <exception cref="IndexUnavailableException">There is no index yet, or it cannot be read.</exception>
    Task<PolicyDocument?> FindAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// One document whole with the places where a query occurs in it, by the same rules that mark a hit's fragments; null when no document
    /// has this id. An empty query marks nothing; <paramref name="expand"/> is <see cref="SearchRequest.Expand"/>.
    /// </summary>
    /// <exception cref="IndexUnavailableException">There is no index yet, or it cannot be read.</exception>
    Task<MarkedDocument?> FindMarkedAsync(string id, string query, bool expand = true, CancellationToken cancellationToken = default);

    /// <summary>
    /// Does beforehand what the first searches would wait for. Nothing depends on it: searches are answered before, meanwhile, and when it fails. By default there is nothing to do.
    /// </summary>
    /// <exception cref="IndexUnavailableException">There is no index yet, or it cannot be read.</exception>
    Task WarmUpAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>What is being searched right now. Never throws; <see cref="IndexStatus.Ready"/> tells whether a search would work.</summary>
    Task<IndexStatus> StatusAsync(CancellationToken cancellationToken = default);
}

/// <summary>State of the index.</summary>
/// <param name="Ready">Whether searches are answered.</param>
/// <param name="Documents">Documents that can be found.</param>
/// <param name="Version">Changes with every commit; null before the first.</param>
/// <param name="Problem">What is wrong when not ready, in English; null otherwise.</param>
public sealed record IndexStatus(bool Ready, int Documents, string? Version, string? Problem);

/// <summary>There is no index, or it cannot be read. The message says where and what to do.</summary>
public sealed class IndexUnavailableException : Exception
{
    /// <summary>Creates the exception.</summary>
    public IndexUnavailableException(string message, Exception? inner = null) : base(message, inner) { }
}
