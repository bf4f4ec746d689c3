using System.Globalization;
using PolicySearch.Documents;
using PolicySearch.Search.Querying;

namespace PolicySearch.Search.Tests.Contract;

/// <summary>
/// What <see cref="IPolicySearch"/> promises, whatever it stands on: searches over random documents against a model that looks at every document. An
/// implementation is held to it by a class that inherits this one.
/// </summary>
public abstract class PolicySearchContract
{
    private static readonly string[] Phrases = ["家庭医生", "医共体", "养老", "机构", "乡村医生", "电动自行车", "充电桩", "校园", "财政"];

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, 12)];

    [Theory, MemberData(nameof(Seeds))]
    public void A_quoted_phrase_finds_exactly_the_documents_that_hold_its_characters(int seed)
    {
        using Searched index = Over(TestDocuments.Random(seed, 60));
        foreach (string phrase in Phrases)
        {
            var expected = index.Documents.Where(document => Texts(document).Any(text => text.Contains(phrase, StringComparison.Ordinal))).Select(document => document.Id);
            SearchResponse found = index.Ask(new() { Query = $"\"{phrase}\"", Size = 100 });
            Assert.Equal(expected.Order(StringComparer.Ordinal), found.Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal));
            Assert.Equal(found.Total, found.Hits.Count);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Filters_and_facets_agree_with_counting_by_hand(int seed)
    {
        var random = new Random(seed);
        using Searched index = Over(TestDocuments.Random(seed, 80));
        for (int round = 0; round < 15; round++)
        {
            var filters = RandomFilters(random, index.Documents);
            string phrase = random.Next(3) == 0 ? "" : Phrases[random.Next(Phrases.Length)];
            SearchResponse response = index.Ask(new() { Query = phrase.Length == 0 ? "" : $"\"{phrase}\"", Filters = filters, Size = 100 });
            var matching = index.Documents.Where(document => Texts(document).Any(text => text.Contains(phrase, StringComparison.Ordinal))).ToList();
            Assert.Equal(matching.Count(document => Passes(document, filters, null)), response.Total);
            foreach (Facet facet in response.Facets)
                AssertCounts(facet, matching.Where(document => Passes(document, filters, facet.Field)).ToList(), filters);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Pages_of_any_size_give_every_hit_once_in_one_order(int seed)
    {
        using Searched index = Over(TestDocuments.Random(seed, 70));
        foreach (SortOrder sort in Enum.GetValues<SortOrder>())
        {
            string[] whole = [.. index.Ask(new() { Query = "养老 服务", Sort = sort, Size = 100 }).Hits.Select(hit => hit.Id)];
            Assert.Equal(whole.Length, whole.Distinct().Count());
            for (int size = 1; size <= 7; size += 3)
            {
                var paged = new List<string>();
                for (int page = 1; index.Ask(new() { Query = "养老 服务", Sort = sort, Size = size, Page = page }).Hits is { Count: > 0 } hits; page++)
                    paged.AddRange(hits.Select(hit => hit.Id));
                Assert.Equal(whole, paged);
            }
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Dates_narrow_and_order_the_hits_and_undated_documents_come_last(int seed)
    {
        using Searched index = Over(TestDocuments.Random(seed, 60));
        DateOnly from = new(2020, 3, 1), to = new(2022, 6, 30);
        var inRange = index.Documents.Where(document => document.IssueDate >= from && document.IssueDate <= to).Select(document => document.Id);
        Assert.Equal(inRange.Order(StringComparer.Ordinal), index.Ask(new() { From = from, To = to, Size = 100 }).Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal));
        foreach (SortOrder sort in (SortOrder[])[SortOrder.DateAscending, SortOrder.DateDescending])
        {
            DateOnly?[] dates = [.. index.Ask(new() { Sort = sort, Size = 100 }).Hits.Select(hit => hit.Facts.IssueDate)];
            DateOnly[] dated = [.. dates.TakeWhile(date => date != null).Select(date => date!.Value)];
            Assert.Equal(sort == SortOrder.DateAscending ? dated.Order() : dated.OrderDescending(), dated);
            Assert.All(dates.Skip(dated.Length), date => Assert.Null(date));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Every_marked_span_of_a_hit_is_a_word_of_the_query_at_its_place_in_the_stored_text(int seed)
    {
        using Searched index = Over(TestDocuments.Random(seed, 50));
        foreach (string phrase in Phrases)
        {
            foreach (SearchHit hit in index.Ask(new() { Query = $"\"{phrase}\"", Size = 100 }).Hits)
            {
                PolicyDocument document = index.Documents.Single(made => made.Id == hit.Id);
                foreach (HighlightedText fragment in hit.Fragments)
                {
                    Assert.Equal(fragment.Text, document.Body.Substring(fragment.Offset, fragment.Text.Length));
                    Assert.All(fragment.Matches, match => Assert.Equal(phrase, fragment.Text[match.Start..match.End]));
                }
                Assert.All(hit.Title.Matches, match => Assert.Equal(phrase, hit.Title.Text[match.Start..match.End]));
                Assert.True(!document.Body.Contains(phrase, StringComparison.Ordinal) || hit.Fragments.Any(fragment => fragment.Matches.Count > 0));
            }
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Nothing_that_a_user_types_makes_a_search_fail(int seed)
    {
        var random = new Random(seed);
        using Searched index = Over(TestDocuments.Random(seed, 20));
        const string Signs = "\"“”「+-|:：()（）[]【】〔〕《》*?~^\\/&!{} \t\n\0,，。．.％%AND OR NOT 号第年20201843养老医共体建设标题city\uD840\uDC0B\uD800\uFFFF⽅①〇";
        for (int round = 0; round < 60; round++)
        {
            string query = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Signs[random.Next(Signs.Length)]));
            SearchResponse response = index.Ask(new() { Query = query, Size = 5 });
            Assert.InRange(response.Total, 0, index.Documents.Count);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_document_is_found_whole_by_its_id_and_marked_where_a_hit_is(int seed)
    {
        using Searched index = Over(TestDocuments.Random(seed, 20));
        foreach (PolicyDocument document in index.Documents)
        {
            PolicyDocument found = index.Search.FindAsync(document.Id).Now()!;
            Assert.Equal((document.Id, document.Source, document.Title, document.Body, document.IssueDate, document.Outcome), (found.Id, found.Source, found.Title, found.Body, found.IssueDate, found.Outcome));
            Assert.Equal(document.Paragraphs, found.Paragraphs);
            Assert.Equal(document.Topics, found.Topics);
            MarkedDocument marked = index.Search.FindMarkedAsync(document.Id, "\"养老\"").Now()!;
            Assert.Equal(document.Body.AsSpan().Count("养老"), marked.BodyMatches.Count);
            Assert.All(marked.BodyMatches, span => Assert.Equal("养老", document.Body[span.Start..span.End]));
            Assert.Empty(index.Search.FindMarkedAsync(document.Id, "").Now()!.BodyMatches);
        }
        Assert.Null(index.Search.FindAsync("ffffffffffffffff").Now());
        Assert.Null(index.Search.FindMarkedAsync("ffffffffffffffff", "养老").Now());
    }

    [Theory]
    [InlineData(0, 10, 10)]
    [InlineData(-1, 10, 10)]
    [InlineData(1, -1, 10)]
    [InlineData(1, SearchRequest.MaxSize + 1, 10)]
    [InlineData(1, 10, -1)]
    public async Task Sizes_outside_the_limits_are_refused(int page, int size, int facetSize)
    {
        using Searched index = Over(TestDocuments.Random(1, 5));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => index.Search.SearchAsync(new() { Page = page, Size = size, FacetSize = facetSize }));
    }

    [Fact]
    public void A_page_far_beyond_the_end_is_empty_and_still_counts()
    {
        using Searched index = Over(TestDocuments.Random(1, 30));
        SearchResponse response = index.Ask(new() { Page = int.MaxValue, Size = SearchRequest.MaxSize });
        Assert.Equal(30, response.Total);
        Assert.Empty(response.Hits);
        Assert.Equal(30, index.Ask(new() { Size = 0 }).Total);
    }

    [Fact]
    public async Task The_status_tells_documents_and_warming_up_changes_no_answer()
    {
        using Searched index = Over(TestDocuments.Random(1, 30));
        SearchResponse before = index.Ask(new() { Query = "养老 服务" });
        await index.Search.WarmUpAsync();
        SearchResponse after = index.Ask(new() { Query = "养老 服务" });
        Assert.Equal(before.Hits.Select(hit => (hit.Id, hit.Score)), after.Hits.Select(hit => (hit.Id, hit.Score)));
        IndexStatus status = await index.Search.StatusAsync();
        Assert.Equal((true, 30, null), (status.Ready, status.Documents, status.Problem));
        Assert.NotNull(status.Version);
    }

    [Fact]
    public async Task An_index_without_documents_answers_and_warms_up()
    {
        using Searched index = Over([]);
        await index.Search.WarmUpAsync();
        Assert.Equal(0, index.Ask(new() { Query = "养老" }).Total);
    }

    [Fact]
    public async Task Without_an_index_searches_say_so_and_the_status_never_throws()
    {
        using Searched nothing = OverNothing();
        await Assert.ThrowsAsync<IndexUnavailableException>(() => nothing.Search.SearchAsync(new()));
        await Assert.ThrowsAsync<IndexUnavailableException>(() => nothing.Search.FindAsync("ffffffffffffffff"));
        await Assert.ThrowsAsync<IndexUnavailableException>(() => nothing.Search.FindMarkedAsync("ffffffffffffffff", "养老"));
        await Assert.ThrowsAsync<IndexUnavailableException>(() => nothing.Search.WarmUpAsync());
        IndexStatus status = await nothing.Search.StatusAsync();
        Assert.Equal((false, 0), (status.Ready, status.Documents));
        Assert.NotNull(status.Problem);
    }

    [Fact]
    public async Task A_search_that_is_given_up_ends_as_cancelled()
    {
        using Searched index = Over(TestDocuments.Random(1, 30));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => index.Search.SearchAsync(new() { Query = "养老" }, new CancellationToken(canceled: true)));
    }

    [Theory, MemberData(nameof(Seeds))]
    public async Task Many_at_once_are_answered_like_one_after_the_other(int seed)
    {
        using Searched index = Over(TestDocuments.Random(seed, 60));
        string[][] expected = [.. Phrases.Select(phrase => Ids(index.Ask(new() { Query = phrase })))];
        SearchResponse[] answers = await Task.WhenAll(Enumerable.Range(0, 8 * Phrases.Length).Select(i => index.Search.SearchAsync(new() { Query = Phrases[i % Phrases.Length] })));
        for (int i = 0; i < answers.Length; i++)
            Assert.Equal(expected[i % Phrases.Length], Ids(answers[i]));
    }

    /// <summary>The implementation over an index of these documents, which has all of them.</summary>
    private protected abstract Searched Over(IReadOnlyList<PolicyDocument> documents);

    /// <summary>The implementation where there is no index.</summary>
    private protected abstract Searched OverNothing();

    private static string[] Ids(SearchResponse response) => [.. response.Hits.Select(hit => hit.Id)];

    private static IEnumerable<string> Texts(PolicyDocument document) =>
        new[] { document.Title, document.Subject, document.Issuer, document.Body }.OfType<string>();

    private static Dictionary<FacetField, IReadOnlyList<string>> RandomFilters(Random random, IReadOnlyList<PolicyDocument> documents)
    {
        var filters = new Dictionary<FacetField, IReadOnlyList<string>>();
        foreach (FacetField facet in Enum.GetValues<FacetField>().Where(_ => random.Next(5) == 0))
        {
            string[] values = [.. documents.SelectMany(document => Values(document, facet)).Distinct().Append(SearchRequest.Unlabelled)];
            filters[facet] = [.. values.Where(_ => random.Next(3) == 0).DefaultIfEmpty(values[0])];
        }
        return filters;
    }

    private static bool Passes(PolicyDocument document, Dictionary<FacetField, IReadOnlyList<string>> filters, FacetField? except) =>
        filters.All(filter => filter.Key == except || Values(document, filter.Key).DefaultIfEmpty(SearchRequest.Unlabelled).Intersect(filter.Value).Any());

    private static void AssertCounts(Facet facet, List<PolicyDocument> documents, Dictionary<FacetField, IReadOnlyList<string>> filters)
    {
        Dictionary<string, int> expected = documents.SelectMany(document => Values(document, facet.Field).DefaultIfEmpty(SearchRequest.Unlabelled))
            .GroupBy(value => value).ToDictionary(group => group.Key, group => group.Count());
        foreach (string selected in filters.GetValueOrDefault(facet.Field, []))
            expected.TryAdd(selected, 0);
        Assert.Equal(expected.OrderBy(pair => pair.Key, StringComparer.Ordinal), facet.Values.Select(value => KeyValuePair.Create(value.Value, (int)value.Count)).OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.All(facet.Values, value => Assert.Equal(filters.GetValueOrDefault(facet.Field, []).Contains(value.Value), value.Selected));
    }

    private static IEnumerable<string> Values(PolicyDocument document, FacetField facet) => facet switch
    {
        FacetField.Province => One(document.Province),
        FacetField.City => One(document.City),
        FacetField.County => One(document.County),
        FacetField.Year => One(document.Year?.ToString(CultureInfo.InvariantCulture)),
        FacetField.Topic => document.Topics.SelectMany(path => Enumerable.Range(1, path.Count(c => c == '/') + 1).Select(levels => string.Join('/', path.Split('/').Take(levels)))).Distinct(),
        FacetField.Kind => One(document.Kind),
        FacetField.Issuer => One(document.Issuer),
        FacetField.Outcome => One(document.Outcome?.Class),
        _ => [],
    };

    private static IEnumerable<string> One(string? value) => value == null ? [] : [value];
}

/// <summary>An implementation with what it searches. Disposing gives both up.</summary>
/// <param name="Search">The implementation.</param>
/// <param name="Documents">What the index holds.</param>
/// <param name="Owner">Disposed with this.</param>
internal sealed record Searched(IPolicySearch Search, IReadOnlyList<PolicyDocument> Documents, IDisposable Owner) : IDisposable
{
    public SearchResponse Ask(SearchRequest request) => Search.SearchAsync(request).Now();

    public void Dispose() => Owner.Dispose();
}
