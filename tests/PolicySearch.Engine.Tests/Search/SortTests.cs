using Lucene.Net.Search;

namespace PolicySearch.Engine.Tests.Search;

public sealed class SortTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 30)];

    [Theory, MemberData(nameof(Seeds))]
    public void Hits_come_in_the_order_of_the_models_values(int seed)
    {
        var index = new ModelIndex(seed);
        for (int i = 0; i < 20; i++)
        {
            Query query = new TermQuery(index.AnyTerm("body"));
            SortField[] fields = RandomFields(index.Random);
            Dictionary<int, double> scores = new QueryModel(index).Search(query);
            int[] expected = Ordered(index, scores.Keys, fields, index.Searcher.Search(query, index.Documents.Count).ScoreDocs.ToDictionary(h => h.Doc, h => h.Score));
            int n = index.Random.Next(1, 30);

            TopFieldDocs hits = index.Searcher.Search(query, n, new Sort(fields));

            Assert.Equal(scores.Count, hits.TotalHits);
            Assert.Equal(expected.Take(n), hits.ScoreDocs.Select(h => h.Doc));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Sorted_pages_are_slices_of_the_full_search(int seed)
    {
        var index = new ModelIndex(seed);
        Query query = new TermQuery(index.AnyTerm("body"));
        var sort = new Sort(RandomFields(index.Random));
        ScoreDoc[] all = index.Searcher.Search(query, index.Documents.Count, sort).ScoreDocs;
        int size = Math.Max(7, all.Length / 20);
        ScoreDoc? after = null;
        for (int start = 0; start < all.Length; start += size)
        {
            TopDocs page = index.Searcher.SearchAfter(after, query, size, sort);
            Assert.Equal(all.Skip(start).Take(size).Select(h => h.Doc), page.ScoreDocs.Select(h => h.Doc));
            after = page.ScoreDocs[^1];
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Merged_hits_of_the_segments_are_the_hits_of_the_whole(int seed)
    {
        var index = new ModelIndex(seed);
        Query query = new MatchAllDocsQuery();
        var sort = new Sort(RandomFields(index.Random).Where(f => f.Type != SortFieldType.DOC).DefaultIfEmpty(SortField.FIELD_SCORE).ToArray());
        TopFieldDocs whole = index.Searcher.Search(query, 20, sort);
        int[] starts = index.Searcher.TopReaderContext.Leaves.Select(l => l.DocBase).ToArray();
        TopDocs[] parts = index.Segments.Select(s => (TopDocs)new IndexSearcher(s).Search(query, 20, sort)).ToArray();

        TopDocs merged = TopDocs.Merge(sort, 20, parts);

        Assert.Equal(whole.TotalHits, merged.TotalHits);
        Assert.Equal(whole.ScoreDocs.Select(h => h.Doc), merged.ScoreDocs.Select(h => h.Doc + starts[h.ShardIndex]));
    }

    [Fact]
    public void A_missing_value_that_does_not_fit_the_type_is_refused()
    {
        var field = new SortField("key", SortFieldType.STRING);

        Assert.Throws<ArgumentException>(() => field.SetMissingValue(3L));
        field.SetMissingValue(SortField.STRING_LAST);
        Assert.Same(SortField.STRING_LAST, field.MissingValue);
    }

    private static SortField[] RandomFields(Random random) => Enumerable.Range(0, random.Next(1, 3)).Select(_ => RandomField(random)).ToArray();

    private static SortField RandomField(Random random)
    {
        bool reverse = random.Next(2) == 0;
        switch (random.Next(5))
        {
            case 0:
                return SortField.FIELD_SCORE;
            case 1:
                return new SortField(null, SortFieldType.DOC, reverse);
            case 2:
                var key = new SortField("key", SortFieldType.STRING, reverse);
                if (random.Next(2) == 0)
                    key.SetMissingValue(SortField.STRING_LAST);
                return key;
            case 3:
                var number = new SortField("number", SortFieldType.INT64, reverse);
                if (random.Next(2) == 0)
                    number.SetMissingValue(long.MaxValue);
                return number;
            default:
                return new SortField("number", SortFieldType.INT32, reverse);
        }
    }

    private static int[] Ordered(ModelIndex index, IEnumerable<int> docs, SortField[] fields, Dictionary<int, float> scores)
    {
        IOrderedEnumerable<int> ordered = docs.OrderBy(_ => 0);
        foreach (SortField field in fields)
        {
            Comparer<int> order = Comparer<int>.Create((a, b) => Compare(index, field, a, b, scores));
            ordered = field.IsReverse ? ordered.ThenByDescending(d => d, order) : ordered.ThenBy(d => d, order);
        }
        return ordered.ThenBy(d => d).ToArray();
    }

    private static int Compare(ModelIndex index, SortField field, int a, int b, Dictionary<int, float> scores) => field.Type switch
    {
        SortFieldType.SCORE => scores[b].CompareTo(scores[a]),
        SortFieldType.DOC => a.CompareTo(b),
        SortFieldType.STRING => CompareKeys(index.Documents[a].Key, index.Documents[b].Key, field.MissingValue == SortField.STRING_LAST ? 1 : -1),
        _ => (index.Documents[a].Number ?? (long?)field.MissingValue ?? 0).CompareTo(index.Documents[b].Number ?? (long?)field.MissingValue ?? 0),
    };

    private static int CompareKeys(string? a, string? b, int missing) =>
        a == b ? 0 : a == null ? missing : b == null ? -missing : string.CompareOrdinal(a, b);
}
