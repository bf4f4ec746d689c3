using PolicySearch.Documents;
using PolicySearch.Search.Querying;

namespace PolicySearch.Search;

/// <summary>
/// Finds precedents for a document instead of a query: replies on the same matter, and paragraphs that have been used before. Implementations are
/// thread-safe, and no document makes them throw.
/// </summary>
public interface ISimilarSearch
{
    /// <summary>Documents similar to an indexed one, itself left out; null when no document has this id.</summary>
    /// <param name="id">The document.</param>
    /// <param name="within">Filters, dates, page, size and facet size as in a search; query and order are not looked at.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="ArgumentOutOfRangeException">Page or size outside the limits that <see cref="SearchRequest"/> states.</exception>
    /// <exception cref="IndexUnavailableException">There is no index yet, or it cannot be read.</exception>
    Task<SimilarResponse?> SimilarToAsync(string id, SearchRequest within, CancellationToken cancellationToken = default);

    /// <summary>Documents similar to one that is not indexed: a draft, or the proposal on the desk.</summary>
    /// <inheritdoc cref="SimilarToAsync"/>
    Task<SimilarResponse> SimilarToAsync(PolicyDocument draft, SearchRequest within, CancellationToken cancellationToken = default);

    /// <summary>Paragraphs of indexed documents that share long rare wording with a text, standing formulae left out.</summary>
    /// <param name="text">A paragraph or a few; what goes beyond <see cref="PassageResponse.MaxTextLength"/> is not looked at.</param>
    /// <param name="size">Most wordings that are returned, 1 to <see cref="PassageResponse.MaxSize"/>.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is outside its limits.</exception>
    /// <exception cref="IndexUnavailableException">There is no index yet, or it cannot be read.</exception>
    Task<PassageResponse> PassagesAsync(string text, int size, CancellationToken cancellationToken = default);
}
