using Lucene.Net.Search;

namespace PolicySearch.Search.Querying;

/// <summary>A state of the index, lent until disposed: it stays readable whatever is committed meanwhile. For one thread.</summary>
internal sealed class SearcherLease(SearcherManager lender, PolicySearcher searcher) : IDisposable
{
    private bool returned;

    /// <summary>The searcher.</summary>
    public PolicySearcher Searcher => returned ? throw new ObjectDisposedException(nameof(SearcherLease)) : searcher;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (returned)
            return;
        returned = true;
        lender.Release(searcher);
    }
}
