using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using PolicySearch.Engine.Tests.Index;
using PolicySearch.Testing;

namespace PolicySearch.Engine.Tests.Search;

/// <summary>The hits, their order, their scores and the totals of random queries are Lucene's.</summary>
public sealed class OracleSearchTests
{
    [NeedsTheory(Requirement.Oracle, Requirement.SharedData)]
    [InlineData(1, "")]
    [InlineData(2, "--segments 4 --delete 7")]
    [InlineData(3, "--segments 2 --cfs")]
    public void Six_hundred_random_queries_over_articles_of_laws(int seed, string writeOptions)
    {
        var corpus = OracleCorpus.Articles(2500, seed);
        corpus.WriteIndex(writeOptions.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Compare(corpus, 600);
    }

    /// <summary>The longest run takes all laws.</summary>
    [NeedsFact(Requirement.Oracle, Requirement.SharedData)]
    public void Two_thousand_random_queries_over_whole_laws()
    {
        var corpus = OracleCorpus.Laws(RunLength.Choose(desk: 4_000_000, whole: 12_000_000, most: int.MaxValue), seed: 4);
        corpus.WriteIndex("--segments", "3", "--delete", "11");
        Compare(corpus, 2000);
    }

    [NeedsFact(Requirement.Oracle)]
    public void Two_thousand_random_queries_over_generated_documents()
    {
        var corpus = OracleCorpus.Generated(RunLength.Choose(desk: 1000, whole: 10_000, most: 10_000), seed: 5);
        corpus.WriteIndex("--segments", "2");
        Compare(corpus, 2000);
    }

    private static void Compare(OracleCorpus corpus, int count)
    {
        using (corpus)
        {
            CleanIndex.Assert(corpus.IndexFolder);
            using var directory = new MMapDirectory(corpus.IndexFolder);
            using DirectoryReader reader = DirectoryReader.Open(directory);
            var searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity(1.2f, 0.75f) };
            List<OracleQuery> queries = new RandomOracleQueries(corpus, reader).Take(count);
            OracleHits expected = corpus.Search(queries);

            int[] found = [.. queries.Select(query => expected.AssertSame(query, searcher))];

            // Queries that find nothing prove little.
            Assert.True(found.Count(hits => hits > 0) > count / 2, $"{found.Count(hits => hits > 0)} of {count} queries find something");
        }
    }
}
