using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicySearch.Engine.Tests.Writing;
using PolicySearch.Testing;

namespace PolicySearch.Engine.Tests.Damage;

/// <summary>Small indexes in which every file and every encoding of the format occurs.</summary>
internal static class DamageSamples
{
    public static readonly string[] Names = ["plain", "compound", "vectors"];

    public static FilesInMemory Load(string name)
    {
        // Term vectors are only read, so an index with them is one that the oracle wrote.
        if (name == "vectors")
            return FilesInMemory.Of(RepositoryRoot.Combine("tests", "data", "golden", "vectors"));
        using var folder = new TemporaryFolder();
        Write(folder.Path, compound: name == "compound");
        return FilesInMemory.Of(folder.Path);
    }

    /// <summary>Queries that find documents in the plain and in the compound sample, by every kind of scorer.</summary>
    public static IEnumerable<Query> Queries()
    {
        Query a = new TermQuery(new Term("offsets", "a")), x = new TermQuery(new Term("freqs", "x")), b = new PrefixQuery(new Term("offsets", "b"));
        yield return a;
        yield return b;
        yield return new PhraseQuery { new Term("boosted", "a"), new Term("boosted", "b") };
        var near = new PhraseQuery { new Term("offsets", "b3"), new Term("offsets", "a") };
        near.Slop = 2;
        yield return near;
        yield return new BooleanQuery { { a, Occur.MUST }, { x, Occur.MUST } };
        yield return new BooleanQuery { { a, Occur.SHOULD }, { x, Occur.SHOULD }, { new TermQuery(new Term("varied", "c3")), Occur.SHOULD } };
        yield return new FilteredQuery(a, FieldCacheRangeFilter.NewInt64Range("wide", 0, long.MaxValue, true, true));
        yield return new FuzzyQuery(new Term("offsets", "b12"));
        yield return new WildcardQuery(new Term("varied", "c?"));
    }

    /// <summary>A segment with blocks and skips, a small one, deletions in both.</summary>
    private static void Write(string path, bool compound)
    {
        var random = new Random(7);
        using var directory = FSDirectory.Open(path);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new PayloadAnalyzer()) { UseCompoundFile = compound, MergePolicy = NoMergePolicy.COMPOUND_FILES };
        using var writer = new IndexWriter(directory, config);
        writer.SetCommitData(new Dictionary<string, string> { ["who"] = "test" });
        for (int i = 0; i < 152; i++)
        {
            Document document = VariedDocument.Create(random, i, mostRepeats: 3);
            document.Add(new SortedDocValuesField("sorted", new BytesRef($"value{i % 50}")));
            document.Add(new SortedSetDocValuesField("set", new BytesRef($"value{i % 30}")));
            document.Add(new SortedSetDocValuesField("set", new BytesRef($"value{i % 7}")));
            writer.AddDocument(document);
            if (i == 139)
                writer.Commit();
        }
        writer.DeleteDocuments(new Term("mod", "3"));
    }
}
