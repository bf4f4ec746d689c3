using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Lucene.Net.Search;

/// <summary>Makes the searchers of a manager: the place to set the similarity and to warm a searcher before it is used.</summary>
public class SearcherFactory
{
    /// <summary>Makes plain searchers.</summary>
    public SearcherFactory()
    {
    }

    /// <summary>A searcher over a reader.</summary>
    public virtual IndexSearcher NewSearcher(IndexReader reader) => new(reader);
}

/// <summary>
/// Shares a searcher over the newest commit that <see cref="ReferenceManager{G}.MaybeRefresh"/> has seen. Thread-safe. To be used so:
/// acquire, search and read the hits' fields, release in a <c>finally</c>.
/// </summary>
public sealed partial class SearcherManager : ReferenceManager<IndexSearcher>
{
    private readonly SearcherFactory factory;

    /// <summary>Searchers over the last commit in a directory.</summary>
    /// <param name="dir">The directory; stays the caller's.</param>
    /// <param name="searcherFactory">Makes the searchers; null for plain ones.</param>
    public SearcherManager(Directory dir, SearcherFactory? searcherFactory)
        : this(DirectoryReader.Open(dir), searcherFactory)
    {
    }

    private SearcherManager(DirectoryReader reader, SearcherFactory? searcherFactory)
    {
        factory = searcherFactory ?? new SearcherFactory();
        Current = GetSearcher(factory, reader);
    }

    /// <summary>Whether the searcher shared now is over the newest commit.</summary>
    public bool IsSearcherCurrent()
    {
        IndexSearcher searcher = Acquire();
        try
        {
            return ((DirectoryReader)searcher.IndexReader).IsCurrent();
        }
        finally
        {
            Release(searcher);
        }
    }

    /// <summary>A searcher that a factory makes over a reader; when it cannot, the reader's reference is given back.</summary>
    /// <exception cref="InvalidOperationException">The factory made a searcher over another reader.</exception>
    public static IndexSearcher GetSearcher(SearcherFactory searcherFactory, IndexReader reader)
    {
        try
        {
            IndexSearcher searcher = searcherFactory.NewSearcher(reader);
            return searcher.IndexReader == reader
                ? searcher
                : throw new InvalidOperationException("SearcherFactory must make a searcher over the reader that it is given");
        }
        catch
        {
            reader.DecRef();
            throw;
        }
    }

    /// <inheritdoc/>
    protected override void DecRef(IndexSearcher reference) => reference.IndexReader.DecRef();

    /// <inheritdoc/>
    protected override int GetRefCount(IndexSearcher reference) => reference.IndexReader.RefCount;

    /// <inheritdoc/>
    protected override IndexSearcher? RefreshIfNeeded(IndexSearcher referenceToRefresh) =>
        DirectoryReader.OpenIfChanged((DirectoryReader)referenceToRefresh.IndexReader) is { } newer ? GetSearcher(factory, newer) : null;

    /// <inheritdoc/>
    protected override bool TryIncRef(IndexSearcher reference) => reference.IndexReader.TryIncRef();
}
