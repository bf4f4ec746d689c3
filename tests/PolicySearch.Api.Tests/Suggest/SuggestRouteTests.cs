using System.Net;
using System.Text.Json;
using PolicySearch.Api.Tests.Fakes;
using PolicySearch.Search;

namespace PolicySearch.Api.Tests.Suggest;

public sealed class SuggestRouteTests : IDisposable
{
    private readonly ApiHost host = new();
    private readonly HttpClient client;

    public SuggestRouteTests() => client = host.CreateClient();

    public void Dispose()
    {
        client.Dispose();
        host.Dispose();
    }

    [Fact]
    public async Task Suggestions_come_with_text_kind_and_count()
    {
        JsonElement answer = await client.JsonAsync("/api/v1/suggest?q=家庭医生");
        List<JsonElement> suggestions = answer.List("suggestions");
        Assert.Equal(["家庭医生签约/主题/9", "家庭医生签约服务/短语/21", "关于进一步做实家庭医生签约服务的建议/标题/3"],
            suggestions.Select(each => $"{each.Text("text")}/{each.Text("kind")}/{each.GetProperty("count").GetInt32()}"));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("notice").ValueKind);
        Assert.Single((await client.JsonAsync("/api/v1/suggest?q=家庭医生&limit=1")).List("suggestions"));
    }

    [Fact]
    public async Task Nothing_typed_is_no_error_and_a_notice_is_passed_on()
    {
        host.Suggester.Notice = "联想词库还没有建立。";
        Assert.Equal("联想词库还没有建立。", (await client.JsonAsync("/api/v1/suggest")).Text("notice"));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=51", "limit")]
    [InlineData("limit=x", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("p=1", "p")]
    public async Task What_cannot_be_used_is_refused_with_what_is_allowed(string query, string name)
    {
        JsonElement problem = await client.ProblemAsync("/api/v1/suggest?q=a&" + query, HttpStatusCode.BadRequest);
        Assert.True(problem.GetProperty("errors").TryGetProperty(name, out _));
    }

    [Fact]
    public async Task A_text_longer_than_any_query_is_refused() =>
        Assert.True((await client.ProblemAsync("/api/v1/suggest?q=" + new string('a', 1001), HttpStatusCode.BadRequest)).GetProperty("errors").TryGetProperty("q", out _));

    [Fact]
    public async Task Without_an_index_the_answer_is_503()
    {
        host.Suggester.Failure = new IndexUnavailableException("none");
        await client.ProblemAsync("/api/v1/suggest?q=a", HttpStatusCode.ServiceUnavailable);
    }
}
