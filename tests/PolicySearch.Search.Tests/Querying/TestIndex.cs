using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicySearch.Documents;
using PolicySearch.Search.Indexing;
using PolicySearch.Search.Passages;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Schema;
using PolicySearch.Testing;

namespace PolicySearch.Search.Tests.Querying;

/// <summary>An index of documents made in memory, with what searches it. Deleted when disposed.</summary>
internal sealed class TestIndex : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Indexes the documents into several segments, so that nothing holds for one segment only.</summary>
    public TestIndex(IReadOnlyList<PolicyDocument> documents, int segments = 3)
    {
        Documents = documents;
        using FSDirectory directory = FSDirectory.Open(folder.Path);
        using var analyzer = new PolicyAnalyzer();
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = new BM25Similarity(), MergePolicy = NoMergePolicy.COMPOUND_FILES };
        using var writer = new IndexWriter(directory, config);
        writer.SetCommitData(new Dictionary<string, string> { [PolicySchema.VersionKey] = PolicySchema.Version, [PolicySchema.IndexIdKey] = "test", [PassageSchema.GenerationKey] = NoPassages(directory, analyzer) });
        int perSegment = Math.Max(1, (documents.Count + segments - 1) / segments);
        for (int i = 0; i < documents.Count; i++)
        {
            writer.UpdateDocument(new Term(PolicySchema.Source, documents[i].Source), DocumentMapper.Map(documents[i]));
            if (i % perSegment == perSegment - 1)
                writer.Commit();
        }
        writer.Commit();
        Search = new EmbeddedPolicySearch(folder.Path);
    }

    public IReadOnlyList<PolicyDocument> Documents { get; }

    public EmbeddedPolicySearch Search { get; }

    public SearchResponse Ask(SearchRequest request) => Search.SearchAsync(request).Now();

    /// <summary>Makes an index of passages that has none, and names its commit.</summary>
    private static string NoPassages(FSDirectory documents, PolicyAnalyzer analyzer)
    {
        using FSDirectory passages = PassageReaders.OpenDirectory(documents);
        using var writer = new IndexWriter(passages, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer));
        writer.Commit();
        return DirectoryReader.ListCommits(passages)[^1].Generation.ToString(CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        Search.Dispose();
        folder.Dispose();
    }
}
