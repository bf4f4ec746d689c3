using Lucene.Net.Store;
using PolicySearch.Documents;
using PolicySearch.Search.Indexing;
using PolicySearch.Search.Schema;
using PolicySearch.Testing;

namespace PolicySearch.Search.Tests.Similar;

/// <summary>An index with passages of documents made in memory. Deleted when disposed.</summary>
internal sealed class SmallIndex : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SmallIndex(IEnumerable<PolicyDocument> documents)
    {
        using (FSDirectory directory = FSDirectory.Open(folder.Path))
        using (var analyzer = new PolicyAnalyzer())
        using (var writer = new PolicyIndexWriter(directory, analyzer, new Dictionary<string, string> { [PolicySchema.VersionKey] = PolicySchema.Version, [PolicySchema.IndexIdKey] = "small" }))
        {
            foreach (PolicyDocument document in documents)
                writer.Update(document);
            writer.Commit();
        }
        Search = new EmbeddedPolicySearch(folder.Path);
    }

    public EmbeddedPolicySearch Search { get; }

    public void Dispose()
    {
        Search.Dispose();
        folder.Dispose();
    }
}
