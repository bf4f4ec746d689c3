using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;

namespace PolicySearch.Engine.Tests.Search;

public sealed class FilterTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 30)];

    [Theory, MemberData(nameof(Seeds))]
    public void A_filter_lets_through_what_its_rule_says(int seed)
    {
        var index = new ModelIndex(seed);
        for (int i = 0; i < 20; i++)
        {
            (Filter filter, Func<ModelDocument, bool> rule) = RandomFilter(index, 2);
            int[] expected = Enumerable.Range(0, index.Documents.Count).Where(d => !index.Documents[d].Deleted && rule(index.Documents[d])).ToArray();

            Assert.Equal(expected, Found(index, new MatchAllDocsQuery(), filter));
            Assert.Equal(expected, Found(index, new ConstantScoreQuery(filter), null));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_filtered_query_has_the_scores_of_the_query_whatever_the_strategy(int seed)
    {
        var index = new ModelIndex(seed);
        Query query = new RandomQueries(index).Next();
        (Filter filter, Func<ModelDocument, bool> rule) = RandomFilter(index, 1);
        ScoreDoc[] expected = index.Searcher.Search(query, index.Documents.Count).ScoreDocs.Where(h => rule(index.Documents[h.Doc])).ToArray();
        FilteredQuery.FilterStrategy[] strategies = [FilteredQuery.LEAP_FROG_FILTER_FIRST_STRATEGY, FilteredQuery.LEAP_FROG_QUERY_FIRST_STRATEGY,
            FilteredQuery.QUERY_FIRST_FILTER_STRATEGY, FilteredQuery.RANDOM_ACCESS_FILTER_STRATEGY];
        foreach (FilteredQuery.FilterStrategy strategy in strategies)
        {
            TopDocs hits = index.Searcher.Search(new FilteredQuery(query, filter, strategy), index.Documents.Count);

            Assert.Equal(expected.Select(h => (h.Doc, h.Score)), hits.ScoreDocs.Select(h => (h.Doc, h.Score)));
        }
    }

    [Fact]
    public void A_cached_filter_asks_the_inner_filter_once_for_each_segment()
    {
        var index = new ModelIndex(5);
        int asked = 0;
        var counting = Filter.NewAnonymous((context, accept) =>
        {
            asked++;
            return new FieldCacheDocIdSet(context.Reader.MaxDoc, accept, doc => doc % 2 == 0);
        });
        var cached = new CachingWrapperFilter(counting);

        int[] first = Found(index, new MatchAllDocsQuery(), cached), second = Found(index, new MatchAllDocsQuery(), cached);

        Assert.Equal(first, second);
        Assert.Equal(index.Segments.Length, asked);
    }

    private static int[] Found(ModelIndex index, Query query, Filter? filter) =>
        index.Searcher.Search(query, filter, index.Documents.Count).ScoreDocs.Select(h => h.Doc).Order().ToArray();

    private static (Filter, Func<ModelDocument, bool>) RandomFilter(ModelIndex index, int depth)
    {
        Random random = index.Random;
        string field = index.AnyField(), word = index.AnyWord(), other = index.AnyWord();
        long low = random.Next(-20, 20), high = low + random.Next(10);
        bool flag = random.Next(2) == 0;
        return random.Next(depth > 0 ? 10 : 8) switch
        {
            0 => (new TermFilter(new Term(field, word)), d => QueryModel.Tokens(d, field).Contains(word)),
            1 => (new TermsFilter(new Term(field, word), new Term("body", other)), d => QueryModel.Tokens(d, field).Contains(word) || QueryModel.Tokens(d, "body").Contains(other)),
            2 => (new PrefixFilter(new Term(field, word)), d => QueryModel.Tokens(d, field).Any(t => t.StartsWith(word, StringComparison.Ordinal))),
            3 => (new FieldValueFilter("key", negate: flag), d => d.Key == null == flag),
            4 => (FieldCacheRangeFilter.NewInt64Range("number", low, high, flag, true), d => (flag ? (d.Number ?? 0) >= low : (d.Number ?? 0) > low) && (d.Number ?? 0) <= high),
            5 => (FieldCacheRangeFilter.NewStringRange("key", word, null, flag, true), d => d.Key != null && string.CompareOrdinal(d.Key, word) is var c && (c > 0 || c == 0 && flag)),
            6 => (new FieldCacheTermsFilter("key", word, other), d => d.Key == word || d.Key == other),
            7 => (new QueryWrapperFilter(new TermQuery(new Term(field, word))), d => QueryModel.Tokens(d, field).Contains(word)),
            8 => Boolean(index, depth),
            _ => Cached(index, depth),
        };
    }

    private static (Filter, Func<ModelDocument, bool>) Cached(ModelIndex index, int depth)
    {
        (Filter inner, Func<ModelDocument, bool> rule) = RandomFilter(index, depth - 1);
        return (new CachingWrapperFilter(inner), rule);
    }

    private static (Filter, Func<ModelDocument, bool>) Boolean(ModelIndex index, int depth)
    {
        var filter = new BooleanFilter();
        var clauses = new List<(Occur Occur, Func<ModelDocument, bool> Rule)>();
        for (int i = index.Random.Next(1, 4); i > 0; i--)
        {
            var occur = (Occur)index.Random.Next(3);
            (Filter inner, Func<ModelDocument, bool> rule) = RandomFilter(index, depth - 1);
            filter.Add(inner, occur);
            clauses.Add((occur, rule));
        }
        bool anyOptional = clauses.Exists(c => c.Occur == Occur.SHOULD);
        return (filter, d => (!anyOptional || clauses.Exists(c => c.Occur == Occur.SHOULD && c.Rule(d)))
            && clauses.TrueForAll(c => c.Occur != Occur.MUST || c.Rule(d)) && clauses.TrueForAll(c => c.Occur != Occur.MUST_NOT || !c.Rule(d)));
    }
}
