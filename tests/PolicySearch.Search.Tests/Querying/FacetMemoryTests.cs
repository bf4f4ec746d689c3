using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using PolicySearch.Documents;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Tests.Suggesting;

namespace PolicySearch.Search.Tests.Querying;

public sealed class FacetMemoryTests
{
    private const int Documents = 40, Each = 250;

    [Fact]
    public void A_search_takes_no_memory_in_proportion_to_the_policies_that_are_cited()
    {
        using var made = new MadeIndex(Enumerable.Range(0, Documents).Select(i => TestDocuments.Plain("made", "乡村药箱。") with
        {
            Citations = [.. Enumerable.Range(0, Each).Select(j => new Citation($"关于第{i * Each + j}件事项的通知", null))],
        }));
        using FSDirectory folder = FSDirectory.Open(made.IndexFolder);
        using DirectoryReader reader = DirectoryReader.Open(folder);
        var searcher = new PolicySearcher(reader);
        Assert.Equal(Documents * Each, searcher.Policies.All.Count);
        Run(searcher);
        Run(searcher);
        long before = GC.GetAllocatedBytesForCurrentThread();
        SearchPass pass = Run(searcher);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(Documents * Each, pass.Facets.Single(facet => facet.Field == FacetField.Policy).Distinct);
        Assert.InRange(allocated, 0, 2 * Documents * Each);
    }

    private static SearchPass Run(PolicySearcher searcher) =>
        SearchPass.Run(searcher, new MatchAllDocsQuery(), new SearchRequest { FacetSize = 5 }, SortOrder.DateDescending, CancellationToken.None);
}
