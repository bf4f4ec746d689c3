using PolicySearch.Documents;
using PolicySearch.Search.Exporting;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Tests.Querying;

namespace PolicySearch.Search.Tests.Exporting;

public sealed class ResultSetTests
{
    [Theory]
    [InlineData("", SortOrder.Relevance)]
    [InlineData("养老 服务", SortOrder.Relevance)]
    [InlineData("医共体", SortOrder.DateDescending)]
    [InlineData("“我市财政”", SortOrder.DateAscending)]
    [InlineData("没有任何文件含有的词", SortOrder.Relevance)]
    public void A_set_holds_what_the_pages_of_a_search_hold_in_the_same_order(string query, SortOrder sort)
    {
        using var index = new TestIndex(TestDocuments.Random(7, 250), segments: 4);
        var request = new SearchRequest { Query = query, Sort = sort, Size = 17, Filters = new Dictionary<FacetField, IReadOnlyList<string>> { [FacetField.Kind] = [DocumentKinds.SuggestionReply] } };
        using ResultSet set = index.Search.OpenAsync(request, 10_000).Now();
        List<SearchHit> paged = [.. Enumerable.Range(1, 20).SelectMany(page => index.Ask(request with { Page = page }).Hits)];
        List<ResultDocument> read = [.. set.Read()];
        Assert.Equal(index.Ask(request).Total, set.Total);
        Assert.Equal((paged.Count, false), (set.Count, set.IsCut));
        Assert.Equal(paged.Select(hit => (hit.Id, hit.Score)), read.Select(result => (result.Hit.Id, result.Hit.Score)));
        Assert.Equal(paged.Select(hit => hit.Fragments[0].Text), read.Select(result => result.Hit.Fragments[0].Text));
        Assert.All(read, result => Assert.Equal(index.Documents.Single(document => document.Id == result.Document.Id).Body, result.Document.Body));
    }

    [Fact]
    public void A_set_is_cut_at_its_limit_and_says_so()
    {
        using var index = new TestIndex(TestDocuments.Random(7, 50));
        using ResultSet set = index.Search.OpenAsync(new SearchRequest(), 20).Now();
        Assert.Equal((50, 20, true), ((int)set.Total, set.Count, set.IsCut));
        Assert.Equal(index.Ask(new SearchRequest { Size = 20 }).Hits.Select(hit => hit.Id), set.Read().Select(result => result.Hit.Id));
    }

    [Fact]
    public void Reasons_say_which_words_match_where()
    {
        PolicyDocument document = TestDocuments.Plain("made/1.txt", "加装电梯须经业主同意，加装电梯的资金由业主分担。", "关于加装电梯的答复") with { Subject = "老旧小区改造" };
        using var index = new TestIndex([document]);
        using ResultSet set = index.Search.OpenAsync(new SearchRequest { Query = "“加装电梯” “老旧小区”" }, 5).Now();
        IReadOnlyList<MatchReason> reasons = set.Read().Single().Reasons;
        Assert.Contains(new MatchReason("加装电梯", 1, 0, 2), reasons);
        Assert.Contains(new MatchReason("老旧小区", 0, 1, 0), reasons);
    }
}
