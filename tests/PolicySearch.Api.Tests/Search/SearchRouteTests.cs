using System.Text.Json;
using PolicySearch.Api.Tests.Fakes;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Tests.Search;

public sealed class SearchRouteTests : IDisposable
{
    private readonly ApiHost host = new();
    private readonly HttpClient client;

    public SearchRouteTests() => client = host.CreateClient();

    public void Dispose()
    {
        client.Dispose();
        host.Dispose();
    }

    [Fact]
    public async Task Without_parameters_all_documents_are_listed_ten_at_a_time()
    {
        JsonElement page = await client.JsonAsync("/api/v1/search");
        Assert.Equal(FakeCorpus.All.Count, page.GetProperty("total").GetInt32());
        Assert.Equal(1, page.GetProperty("page").GetInt32());
        Assert.Equal(10, page.GetProperty("size").GetInt32());
        Assert.Equal(10, page.List("hits").Count);
    }

    [Fact]
    public async Task Every_parameter_reaches_the_search()
    {
        await client.JsonAsync("/api/v1/search?q=服务&province=河南省&city=三门峡市&city=平顶山市&county=渑池县&year=2020&year=未标注&topic=科技、教育/教育&kind=通知"
            + "&issuer=某局&outcome=A&from=2019-01-02&to=2021-03-04&sort=date&page=3&size=7&facetSize=5");
        SearchRequest request = host.Search.Last!;
        Assert.Equal("服务", request.Query);
        Assert.Equal(["三门峡市", "平顶山市"], request.Filters[FacetField.City]);
        Assert.Equal(["2020", "未标注"], request.Filters[FacetField.Year]);
        Assert.Equal(8, request.Filters.Count);
        Assert.Equal(new DateOnly(2019, 1, 2), request.From);
        Assert.Equal(new DateOnly(2021, 3, 4), request.To);
        Assert.Equal((SortOrder.DateAscending, 3, 7, 5), (request.Sort, request.Page, request.Size, request.FacetSize));
    }

    [Theory]
    [InlineData("", SortOrder.Relevance)]
    [InlineData("relevance", SortOrder.Relevance)]
    [InlineData("-date", SortOrder.DateDescending)]
    [InlineData("date", SortOrder.DateAscending)]
    public async Task Sort_names_an_order(string sort, SortOrder order)
    {
        await client.JsonAsync($"/api/v1/search?sort={sort}");
        Assert.Equal(order, host.Search.Last!.Sort);
    }

    [Fact]
    public async Task A_filter_that_is_given_empty_does_not_filter()
    {
        await client.JsonAsync("/api/v1/search?city=&city=%20&from=&page=&size=");
        Assert.Empty(host.Search.Last!.Filters);
        Assert.Null(host.Search.Last.From);
    }

    [Fact]
    public async Task Facets_come_with_names_labels_parents_and_counts()
    {
        JsonElement page = await client.JsonAsync("/api/v1/search?size=0&city=厦门市");
        Assert.Empty(page.List("hits"));
        List<JsonElement> facets = page.List("facets");
        Assert.Equal(["province", "city", "county", "year", "topic", "kind", "issuer", "outcome", "policy"], facets.Select(facet => facet.Text("name")));
        JsonElement city = facets[1];
        Assert.Equal("城市", city.Text("label"));
        JsonElement chosen = city.List("values").Single(value => value.GetProperty("selected").GetBoolean());
        Assert.Equal(("厦门市", "福建省"), (chosen.Text("value"), chosen.Text("parent")));
        Assert.Equal(5, chosen.GetProperty("count").GetInt32());
        Assert.Equal("未标注", city.List("values")[^1].Text("value"));
    }

    [Fact]
    public async Task A_hit_tells_its_facts()
    {
        JsonElement page = await client.JsonAsync("/api/v1/search?q=遂卫字〔2024〕7号");
        JsonElement hit = page.List("hits").Single();
        Assert.Equal("0000000000000007", hit.Text("id"));
        JsonElement facts = hit.GetProperty("facts");
        Assert.Equal(("提案答复", "遂卫字〔2024〕7号", "2024-08-08"), (facts.Text("kind"), facts.Text("docNumber"), facts.Text("issueDate")));
        Assert.Equal("市政协九届五次会议第49号提案", facts.GetProperty("session").Text("label"));
        Assert.Equal("A1", facts.GetProperty("outcome").Text("raw"));
        Assert.False(facts.TryGetProperty("body", out _));
    }

    [Fact]
    public async Task Matches_point_at_the_query_in_the_text_and_stand_in_mark_in_the_html()
    {
        JsonElement page = await client.JsonAsync("/api/v1/search?q=家庭医生&size=100");
        List<JsonElement> fragments = [.. page.List("hits").SelectMany(hit => hit.List("fragments"))];
        Assert.NotEmpty(fragments);
        foreach (JsonElement fragment in fragments)
        {
            string text = fragment.Text("text");
            Assert.All(fragment.List("matches"), match => Assert.Equal("家庭医生", text[match.GetProperty("start").GetInt32()..match.GetProperty("end").GetInt32()]));
            Assert.Equal(text.Replace("家庭医生", "<mark>家庭医生</mark>", StringComparison.Ordinal), fragment.Text("html"));
        }
    }

    [Theory]
    [InlineData("破坏测试")]
    [InlineData("<img")]
    [InlineData("<script>")]
    public async Task Markup_in_documents_and_queries_leaves_escaped(string q)
    {
        string raw = await client.GetStringAsync(new Uri("/api/v1/search?q=" + Uri.EscapeDataString(q), UriKind.Relative));
        Assert.DoesNotContain("<", raw, StringComparison.Ordinal);
        JsonElement hit = JsonDocument.Parse(raw).RootElement.List("hits").Single();
        IEnumerable<string> html = [hit.GetProperty("title").Text("html"), .. hit.List("fragments").Select(fragment => fragment.Text("html"))];
        Assert.All(html, one => Assert.DoesNotMatch("<(?!/?mark>)", one));
        Assert.Contains("&lt;", string.Concat(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Phone_numbers_never_appear_in_results()
    {
        foreach (string q in new[] { "", FakeCorpus.Mobile, FakeCorpus.Landline, "联系电话" })
        {
            string raw = await client.GetStringAsync(new Uri("/api/v1/search?size=100&q=" + q, UriKind.Relative));
            Assert.DoesNotContain(FakeCorpus.Mobile, raw, StringComparison.Ordinal);
            Assert.DoesNotContain(FakeCorpus.Landline, raw, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_longest_query_allowed_fits_into_a_request()
    {
        await client.JsonAsync("/api/v1/search?q=" + Uri.EscapeDataString(new string('医', SearchRequest.MaxQueryLength)));
        Assert.Equal(SearchRequest.MaxQueryLength, host.Search.Last!.Query.Length);
    }

    [Fact]
    public async Task Advice_comes_with_the_answer_and_widening_can_be_switched_off()
    {
        host.Search.Adjust = response => response with
        {
            Expansions = [new("医共体", ["县域医疗卫生共同体"])],
            DidYouMean = new("家庭医生", 7),
            NothingFound = new([new("外星", 0)], [new("外星", "家庭医生", null, 7), new(null, null, FacetField.City, 3), new(null, null, null, 2)]),
        };
        JsonElement page = await client.JsonAsync("/api/v1/search?q=x&expand=false");
        Assert.False(host.Search.Last!.Expand);
        Assert.Equal("县域医疗卫生共同体", page.List("expansions")[0].List("others")[0].GetString());
        Assert.Equal("家庭医生", page.GetProperty("didYouMean").Text("query"));
        Assert.Equal(0, page.GetProperty("nothingFound").List("terms")[0].GetProperty("total").GetInt32());
        Assert.Equal([null, "city", null], page.GetProperty("nothingFound").List("removals").Select(removal => removal.GetProperty("filter").GetString()));
        await client.JsonAsync("/api/v1/search?q=x");
        Assert.True(host.Search.Last!.Expand);
    }

    [Fact]
    public async Task Without_advice_its_fields_are_null()
    {
        JsonElement page = await client.JsonAsync("/api/v1/search?q=服务");
        Assert.Equal(JsonValueKind.Null, page.GetProperty("didYouMean").ValueKind);
        Assert.Equal(JsonValueKind.Null, page.GetProperty("nothingFound").ValueKind);
        Assert.Empty(page.List("expansions"));
    }
}
