using Lucene.Net.Index;

namespace Lucene.Net.Search;

public sealed partial class SearcherManager
{
    /// <summary>Searchers of a writer's index, what is not committed included.</summary>
    /// <param name="writer">An open writer.</param>
    /// <param name="applyAllDeletes">Whether deletions that wait are applied; without, deleted documents may show.</param>
    /// <param name="searcherFactory">Makes the searchers; null for plain ones.</param>
    public SearcherManager(IndexWriter writer, bool applyAllDeletes, SearcherFactory? searcherFactory)
        : this(DirectoryReader.Open(writer, applyAllDeletes), searcherFactory)
    {
    }
}
