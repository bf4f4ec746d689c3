using System.IO;
using System.IO.Compression;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using PolicySearch.Engine.Tests.Search;
using PolicySearch.Testing;

namespace PolicySearch.Engine.Tests.Index;

/// <summary>Indexes that Apache Lucene wrote (tests/data/golden) read as it says they should, without Java.</summary>
public sealed class GoldenIndexTests
{
    public static TheoryData<string> Names => ["one", "many", "compound", "vectors"];

    [Theory, MemberData(nameof(Names))]
    public void A_golden_index_is_clean(string name) => CleanIndex.Assert(PathOf(name));

    [Theory, MemberData(nameof(Names))]
    public void A_golden_index_dumps_as_the_oracle_dumps_it(string name)
    {
        using var expected = new StreamReader(new GZipStream(File.OpenRead(PathOf(name + ".dump.gz")), CompressionMode.Decompress));

        Assert.Equal(expected.ReadToEnd(), IndexDump.Of(PathOf(name)));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_golden_index_is_searched_as_the_oracle_searches_it(string name)
    {
        using var directory = new MMapDirectory(PathOf(name));
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity(1.2f, 0.75f) };
        OracleHits expected = OracleHits.Parse(File.ReadLines(PathOf(name + ".hits")));

        OracleQuery[] queries = [.. OracleQuery.Read(PathOf("queries.tsv"), PathOf("queries.tokens"))];

        Assert.Equal(60, queries.Length);
        foreach (OracleQuery query in queries)
            expected.AssertSame(query, searcher);
    }

    private static string PathOf(string name) => RepositoryRoot.Combine("tests", "data", "golden", name);
}
