using Lucene.Net.Index;
using PolicySearch.Search.Suggesting;

namespace PolicySearch.Search;

public sealed partial class EmbeddedPolicySearch : ISuggester
{
    private readonly Suggester suggester;

    /// <inheritdoc/>
    public Task<SuggestResponse> SuggestAsync(string typed, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return Task.Run(() => index.Use(searcher => suggester.Suggest((DirectoryReader)searcher.IndexReader, typed, limit)), cancellationToken);
    }
}
