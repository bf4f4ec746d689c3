using PolicySearch.Search.Policies;
using PolicySearch.Search.Querying;

namespace PolicySearch.Search;

// What the first searches would wait for.
public sealed partial class EmbeddedPolicySearch
{
    /// <inheritdoc/>
    public async Task WarmUpAsync(CancellationToken cancellationToken = default)
    {
        // Asked of the index's own newest document, so that every way of searching meets something: dictionaries are read, facets and policies gathered, code compiled.
        SearchResponse newest = await SearchAsync(new(), cancellationToken).ConfigureAwait(false);
        await ListAsync(new CitedPolicyRequest(), cancellationToken).ConfigureAwait(false);
        if (newest.Hits is not [var hit, ..])
            return;
        string words = hit.Title.Text.Length > LongestWarmUp ? hit.Title.Text[..LongestWarmUp] : hit.Title.Text;
        await SearchAsync(new() { Query = words }, cancellationToken).ConfigureAwait(false);
        await SuggestAsync(words, 1, cancellationToken).ConfigureAwait(false);
        await FindMarkedAsync(hit.Id, words, cancellationToken: cancellationToken).ConfigureAwait(false);
        await SimilarToAsync(hit.Id, new SearchRequest { Size = 1 }, cancellationToken).ConfigureAwait(false);
    }
}
