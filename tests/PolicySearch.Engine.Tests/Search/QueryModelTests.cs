using Lucene.Net.Index;
using Lucene.Net.Search;

namespace PolicySearch.Engine.Tests.Search;

public sealed class QueryModelTests
{
    private const int QueriesOfEachIndex = 25;

    public static TheoryData<int> Seeds => Environment.GetEnvironmentVariable("TEST_SEED") is { } seed ? [int.Parse(seed)] : [.. Enumerable.Range(1, 24)];

    [Theory, MemberData(nameof(Seeds))]
    public void Every_query_finds_and_scores_what_the_model_does(int seed) => ForRandomQueries(seed, (index, query) =>
    {
        Dictionary<int, double> expected = new QueryModel(index).Search(query);

        TopDocs all = index.Searcher.Search(query, index.Documents.Count);

        Assert.Equal(expected.Count, all.TotalHits);
        Assert.Equal(expected.Keys.Order(), all.ScoreDocs.Select(h => h.Doc).Order());
        foreach (ScoreDoc hit in all.ScoreDocs)
            Assert.Equal(expected[hit.Doc], hit.Score, Tolerance(expected[hit.Doc]));
        Assert.Equal(all.ScoreDocs.OrderByDescending(h => h.Score).ThenBy(h => h.Doc).Select(h => h.Doc), all.ScoreDocs.Select(h => h.Doc));
    });

    [Theory, MemberData(nameof(Seeds))]
    public void The_best_hits_are_the_first_of_all_hits_and_the_count_stays_exact(int seed) => ForRandomQueries(seed, (index, query) =>
    {
        TopDocs all = index.Searcher.Search(query, index.Documents.Count);

        TopDocs best = index.Searcher.Search(query, 10);

        Assert.Equal(all.TotalHits, best.TotalHits);
        Assert.Equal(Pairs(all.ScoreDocs.Take(10)), Pairs(best.ScoreDocs));
    });

    [Theory, MemberData(nameof(Seeds))]
    public void Every_way_of_collecting_sees_the_same_hits(int seed) => ForRandomQueries(seed, (index, query) =>
    {
        var expected = Pairs(index.Searcher.Search(query, index.Documents.Count).ScoreDocs.OrderBy(h => h.Doc)).ToList();

        var each = new EveryHit();
        var count = new TotalHitCountCollector();
        index.Searcher.Search(query, each);
        index.Searcher.Search(query, count);

        Assert.Equal(expected, each.Hits);
        Assert.Equal(expected.Count, count.TotalHits);
        Assert.Equal(expected, OneByOne(index, query));
        Assert.Equal(expected, InSteps(index, query));
    });

    [Theory, MemberData(nameof(Seeds))]
    public void Advance_lands_where_repeated_NextDoc_would(int seed) => ForRandomQueries(seed, (index, query) =>
    {
        Weight weight = index.Searcher.CreateNormalizedWeight(query);
        foreach (AtomicReaderContext leaf in index.Searcher.TopReaderContext.Leaves)
        {
            int[] docs = Docs(weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs)).ToArray();
            Scorer? scorer = weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs);
            for (int target = 0; scorer != null && scorer.DocID != DocIdSetIterator.NO_MORE_DOCS;)
            {
                target = Math.Max(scorer.DocID + 1, target + index.Random.Next(1, 80));
                int expected = docs.Where(d => d >= target).DefaultIfEmpty(DocIdSetIterator.NO_MORE_DOCS).First();
                Assert.Equal(expected, scorer.Advance(target));
            }
        }
    });

    [Theory, MemberData(nameof(Seeds))]
    public void Pages_by_SearchAfter_are_slices_of_the_full_search(int seed) => ForRandomQueries(seed, (index, query) =>
    {
        ScoreDoc[] all = index.Searcher.Search(query, index.Documents.Count).ScoreDocs;
        int size = Math.Max(index.Random.Next(1, 40), all.Length / 20);
        ScoreDoc? after = null;
        for (int start = 0; start < all.Length; start += size)
        {
            TopDocs page = index.Searcher.SearchAfter(after, query, size);
            Assert.Equal(all.Length, page.TotalHits);
            Assert.Equal(Pairs(all.Skip(start).Take(size)), Pairs(page.ScoreDocs));
            after = page.ScoreDocs[^1];
        }
    });

    [Theory, MemberData(nameof(Seeds))]
    public void An_explanation_has_the_value_of_the_score(int seed) => ForRandomQueries(seed, (index, query) =>
    {
        TopDocs hits = index.Searcher.Search(query, 5);
        foreach (ScoreDoc hit in hits.ScoreDocs)
        {
            Explanation explanation = index.Searcher.Explain(query, hit.Doc);
            Assert.True(explanation.IsMatch, explanation.ToString());
            Assert.Equal(hit.Score, explanation.Value, Tolerance(hit.Score));
        }
        var found = index.Searcher.Search(query, index.Documents.Count).ScoreDocs.Select(h => h.Doc).ToHashSet();
        int other = index.Random.Next(index.Documents.Count);
        Assert.Equal(found.Contains(other), index.Searcher.Explain(query, other).IsMatch);
    });

    [Theory, MemberData(nameof(Seeds))]
    public void Segments_seen_as_one_give_the_same_hits(int seed) => ForRandomQueries(seed, (index, query) =>
    {
        TopDocs expected = index.Searcher.Search(query, 20);
        var whole = new IndexSearcher(SlowCompositeReaderWrapper.Wrap(index.Searcher.IndexReader)) { Similarity = index.Searcher.Similarity };

        TopDocs hits = whole.Search(query, 20);

        Assert.Equal(expected.TotalHits, hits.TotalHits);
        Assert.Equal(Pairs(expected.ScoreDocs), Pairs(hits.ScoreDocs));
    });

    private static void ForRandomQueries(int seed, Action<ModelIndex, Query> check)
    {
        var index = new ModelIndex(seed);
        var queries = new RandomQueries(index);
        for (int i = 0; i < QueriesOfEachIndex; i++)
        {
            Query query = queries.Next();
            try
            {
                check(index, query);
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException { Message: "" })
            {
                throw new InvalidOperationException($"query {query} of index {seed} ({index.Documents.Count} documents in {index.Segments.Length} segments)", e);
            }
        }
    }

    private static double Tolerance(double score) => Math.Max(1e-6, Math.Abs(score) * 2e-6);

    private static IEnumerable<(int Doc, float Score)> Pairs(IEnumerable<ScoreDoc> hits) => hits.Select(h => (h.Doc, h.Score));

    private static IEnumerable<int> Docs(Scorer? scorer)
    {
        for (int doc = scorer?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; doc != DocIdSetIterator.NO_MORE_DOCS; doc = scorer!.NextDoc())
            yield return doc;
    }

    // Scores may differ in the last bit from the bulk scorers', whose order of adding differs.
    private static IEnumerable<(int Doc, float Score)> OneByOne(ModelIndex index, Query query)
    {
        Weight weight = index.Searcher.CreateNormalizedWeight(query);
        foreach (AtomicReaderContext leaf in index.Searcher.TopReaderContext.Leaves)
        {
            Scorer? scorer = weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs);
            foreach (int doc in Docs(scorer))
                yield return (doc + leaf.DocBase, scorer!.GetScore());
        }
    }

    private static List<(int Doc, float Score)> InSteps(ModelIndex index, Query query)
    {
        Weight weight = index.Searcher.CreateNormalizedWeight(query);
        var each = new EveryHit();
        foreach (AtomicReaderContext leaf in index.Searcher.TopReaderContext.Leaves)
        {
            each.SetNextReader(leaf);
            BulkScorer? scorer = weight.GetBulkScorer(leaf, true, leaf.AtomicReader.LiveDocs);
            for (int max = index.Random.Next(1, 900); scorer != null && scorer.Score(each, max);)
                max = Math.Min(max + index.Random.Next(1, 900), leaf.AtomicReader.MaxDoc + 10);
        }
        return each.Hits;
    }

    /// <summary>Keeps all hits with their scores.</summary>
    private sealed class EveryHit : ICollector
    {
        private Scorer? scorer;
        private int docBase;

        public List<(int Doc, float Score)> Hits { get; } = [];

        public bool AcceptsDocsOutOfOrder => false;

        public void Collect(int doc)
        {
            Assert.Equal(doc, scorer!.DocID);
            Hits.Add((doc + docBase, scorer.GetScore()));
        }

        public void SetNextReader(AtomicReaderContext context) => docBase = context.DocBase;

        public void SetScorer(Scorer scorer) => this.scorer = scorer;
    }
}
