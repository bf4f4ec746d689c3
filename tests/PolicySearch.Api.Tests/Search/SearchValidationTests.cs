using System.Net;
using System.Text.Json;
using PolicySearch.Api.Tests.Fakes;

namespace PolicySearch.Api.Tests.Search;

public sealed class SearchValidationTests : IClassFixture<SearchValidationTests.SharedHost>
{
    private readonly SharedHost shared;

    public SearchValidationTests(SharedHost shared) => this.shared = shared;

    [Theory]
    [InlineData("size=101", "size", "0 至 100")]
    [InlineData("size=-1", "size", "0 至 100")]
    [InlineData("size=ten", "size", "“ten”")]
    [InlineData("size=1e1", "size", "整数")]
    [InlineData("page=0", "page", "1 至")]
    [InlineData("page=99999999999999999999", "page", "整数")]
    [InlineData("facetSize=0", "facetSize", "1 至 1000")]
    [InlineData("year=20", "year", "1900 至 2100 的四位数字")]
    [InlineData("year=1899", "year", "“1899”")]
    [InlineData("year=二〇二〇", "year", "未标注")]
    [InlineData("year=2020&year=x", "year", "“x”")]
    [InlineData("from=2024-02-30", "from", "2024-06-30 的形式")]
    [InlineData("to=2024/01/01", "to", "“2024/01/01”")]
    [InlineData("from=2024-05-01&to=2024-04-30", "from", "起始日期不能晚于截止日期")]
    [InlineData("sort=score", "sort", "relevance（相关度）、-date（由新到旧）、date（由旧到新）")]
    [InlineData("expand=yes", "expand", "true、false")]
    [InlineData("town=x", "town", "可用的参数有：q、province、city、county、year、topic、kind、issuer、outcome、policy、from、to、sort、page、size、facetSize")]
    [InlineData("q=a&q=b", "q", "只能出现一次")]
    [InlineData("page=1&page=2", "page", "只能出现一次")]
    public async Task A_bad_value_is_named_with_what_is_allowed(string query, string parameter, string said)
    {
        JsonElement problem = await shared.Client.ProblemAsync("/api/v1/search?" + query, HttpStatusCode.BadRequest);
        Assert.Equal("urn:policysearch:problem:invalid-parameters", problem.Text("type"));
        Assert.Equal("请求参数有误", problem.Text("title"));
        string message = Assert.Single(problem.GetProperty("errors").EnumerateObject()).Value.EnumerateArray().Single().GetString()!;
        Assert.Equal(parameter, problem.GetProperty("errors").EnumerateObject().Single().Name);
        Assert.Contains(said, message, StringComparison.Ordinal);
        Assert.Contains(message, problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_that_is_too_long_is_refused_with_its_length()
    {
        JsonElement problem = await shared.Client.ProblemAsync("/api/v1/search?q=" + new string('a', 1001), HttpStatusCode.BadRequest);
        Assert.Equal("q 有 1001 个字符，最多 1000 个。", problem.GetProperty("errors").List("q").Single().GetString());
    }

    [Fact]
    public async Task Too_many_and_too_long_filter_values_are_refused()
    {
        string many = string.Join('&', Enumerable.Range(0, 51).Select(n => "city=c" + n));
        JsonElement problem = await shared.Client.ProblemAsync($"/api/v1/search?{many}&issuer={new string('x', 201)}", HttpStatusCode.BadRequest);
        Assert.Contains("最多 50 个", problem.GetProperty("errors").List("city").Single().GetString(), StringComparison.Ordinal);
        Assert.Contains("最多 200 个字符", problem.GetProperty("errors").List("issuer").Single().GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        JsonElement problem = await shared.Client.ProblemAsync("/api/v1/search?size=x&page=y&town=z&year=0", HttpStatusCode.BadRequest);
        Assert.Equal(["page", "size", "town", "year"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
    }

    [Fact]
    public async Task What_is_quoted_back_is_short_and_escaped()
    {
        string hostile = "<script>" + new string('长', 500);
        using HttpResponseMessage response = await shared.Client.GetAsync(new Uri("/api/v1/search?sort=" + Uri.EscapeDataString(hostile), UriKind.Relative));
        string raw = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<", raw, StringComparison.Ordinal);
        Assert.True(raw.Length < 1000);
    }

    [Theory]
    [InlineData("!@#$%^*()_+[]{}|;:,.<>")]
    [InlineData("[2023] AND (")]
    [InlineData("\"")]
    [InlineData("\ud83d\ude00〇㐀")]
    [InlineData("*:*")]
    public async Task No_query_text_is_an_error(string q) =>
        Assert.Equal(q, (await Searched(q)).Query);

    private async Task<PolicySearch.Search.Querying.SearchRequest> Searched(string q)
    {
        await shared.Client.JsonAsync("/api/v1/search?q=" + Uri.EscapeDataString(q));
        return shared.Host.Search.Last!;
    }

    public sealed class SharedHost : IDisposable
    {
        public SharedHost() => Client = Host.CreateClient();

        internal ApiHost Host { get; } = new();

        public HttpClient Client { get; }

        public void Dispose()
        {
            Client.Dispose();
            Host.Dispose();
        }
    }
}
