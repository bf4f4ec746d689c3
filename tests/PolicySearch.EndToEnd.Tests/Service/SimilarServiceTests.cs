using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PolicySearch.Api.Tests.Fakes;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Service;

/// <summary>Similar documents and reused wording over HTTP, on the sample corpus and two planted replies.</summary>
public sealed class SimilarServiceTests : IClassFixture<SimilarServiceTests.Service>
{
    internal const string Copied = "我们在山坳里的村子试行摩托车药箱，由返乡青年骑手每周三绕行十七个自然村，把老人的降压药送到火塘边，并当面教会他们看药盒上的红色刻度。";

    internal static readonly string First = Reply("三门峡市", "三卫函〔2021〕8号", "2021年3月5日", "全市山区乡镇有慢性病老人两千余名，往返县城取药要大半天。");

    private readonly HttpClient client;

    public SimilarServiceTests(Service service) => client = service.Real.Client;

    [Fact]
    public async Task An_indexed_document_has_similar_ones_with_reasons_passages_and_facets()
    {
        string id = (await client.JsonAsync("/api/v1/search?q=" + Uri.EscapeDataString("摩托车药箱 三门峡"))).List("hits")[0].Text("id");
        JsonElement found = await client.JsonAsync($"/api/v1/documents/{id}/similar?size=5");
        JsonElement hit = found.List("hits").Single(hit => hit.GetProperty("facts").Text("city") == "岳阳市");
        Assert.InRange(hit.GetProperty("similarity").GetDouble(), 0.1, 1);
        Assert.Contains("<mark>", hit.List("passages")[0].GetProperty("draft").Text("html"), StringComparison.Ordinal);
        Assert.Equal(9, found.List("facets").Count);
        JsonElement narrowed = await client.JsonAsync($"/api/v1/documents/{id}/similar?city={Uri.EscapeDataString("岳阳市")}");
        Assert.All(narrowed.List("hits"), other => Assert.Equal("岳阳市", other.GetProperty("facts").Text("city")));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    [InlineData("multipart text")]
    [InlineData("multipart file")]
    [InlineData("text/html")]
    public async Task A_draft_may_come_as_text_json_form_or_file(string form)
    {
        JsonElement found = await PostAsync("/api/v1/similar?size=3", Content(form, First));
        Assert.True(found.List("hits")[0].GetProperty("nearIdentical").GetBoolean());
        Assert.Equal("河南省三门峡市", found.GetProperty("draft").Text("own"));
    }

    [Fact]
    public async Task Another_citys_name_left_in_a_draft_is_flagged_and_the_own_one_is_not()
    {
        string draft = First.Replace("全市山区乡镇", "平顶山市卫生健康委员会和三门峡市教育局认为，全市山区乡镇", StringComparison.Ordinal);
        JsonElement finding = Assert.Single((await PostAsync("/api/v1/similar", Content("text/plain", draft))).GetProperty("draft").List("findings"));
        Assert.Equal(("agency", "平顶山市卫生健康委员会"), (finding.Text("kind"), finding.Text("text")));
        Assert.True(finding.GetProperty("likely").GetBoolean());
        Assert.Equal("这个机关属于河南省平顶山市，本稿属于河南省三门峡市。", finding.Text("message"));
        JsonElement other = (await PostAsync("/api/v1/similar?region=" + Uri.EscapeDataString("平顶山市"), Content("text/plain", draft))).GetProperty("draft");
        Assert.DoesNotContain(other.List("findings"), each => each.Text("text").StartsWith("平顶山", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_copied_paragraph_is_found_with_its_first_date_and_every_source()
    {
        JsonElement wording = Assert.Single((await PostAsync("/api/v1/passages", Content("text/plain", "我委计划如下。" + Copied))).List("wordings"));
        Assert.Equal("2021-03-05", wording.Text("firstSeen"));
        Assert.Equal(["三卫函〔2021〕8号", "岳卫函〔2021〕8号"], wording.List("uses").Select(use => use.GetProperty("facts").Text("docNumber")));
        Assert.StartsWith("我们在山坳里", wording.Text("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faulty_requests_are_told_what_is_wrong()
    {
        await Problem("/api/v1/similar", Content("text/plain", " \n "), HttpStatusCode.BadRequest);
        await Problem("/api/v1/similar", Content("application/json", First, json: "[1"), HttpStatusCode.BadRequest);
        await Problem("/api/v1/similar", Content("application/json", First, json: "{\"text\":5}"), HttpStatusCode.BadRequest);
        await Problem("/api/v1/similar?q=x", Content("text/plain", First), HttpStatusCode.BadRequest);
        await Problem("/api/v1/similar?region=" + Uri.EscapeDataString("天上"), Content("text/plain", First), HttpStatusCode.BadRequest);
        await Problem("/api/v1/similar?page=0", Content("text/plain", First), HttpStatusCode.BadRequest);
        await Problem("/api/v1/similar", new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new("image/png") } }, HttpStatusCode.UnsupportedMediaType);
        await Problem("/api/v1/similar", new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document") } }, HttpStatusCode.UnprocessableEntity);
        await Problem("/api/v1/similar", Content("text/plain", new string('长', 1_000_000)), HttpStatusCode.RequestEntityTooLarge);
        await Problem("/api/v1/passages", Content("text/plain", new string('长', 200_000)), HttpStatusCode.RequestEntityTooLarge);
        await Problem("/api/v1/passages?size=51", Content("text/plain", Copied), HttpStatusCode.BadRequest);
        foreach (string path in (string[])["/api/v1/similar", "/api/v1/passages"])
        {
            foreach (string type in (string[])["multipart/form-data", "multipart/form-data; boundary=zz"])
                await Problem(path, new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } }, HttpStatusCode.BadRequest);
        }
        await client.ProblemAsync("/api/v1/documents/ffffffffffffffff/similar", HttpStatusCode.NotFound);
        await client.ProblemAsync("/api/v1/documents/zz/similar", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Nothing_of_a_draft_stays_on_the_disk()
    {
        string[] before = Directory.GetDirectories(Path.GetTempPath(), "policysearch-draft-*");
        await PostAsync("/api/v1/similar", Content("multipart file", First));
        await Problem("/api/v1/similar", new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document") } }, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(before, Directory.GetDirectories(Path.GetTempPath(), "policysearch-draft-*"));
    }

    private static HttpContent Content(string form, string text, string? json = null) => form switch
    {
        "application/json" => new StringContent(json ?? JsonSerializer.Serialize(new { text }), Encoding.UTF8, "application/json"),
        "multipart text" => new MultipartFormDataContent { { new StringContent(text), "text" } },
        "multipart file" => new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "file", "../../草稿.txt" } },
        "text/html" => new StringContent("<!DOCTYPE html><html><body>" + string.Concat(text.Split('\n').Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>")) + "</body></html>", Encoding.UTF8, "text/html"),
        _ => new StringContent(text, Encoding.UTF8, "text/plain"),
    };

    private async Task<JsonElement> PostAsync(string path, HttpContent content)
    {
        using HttpResponseMessage response = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        return JsonDocument.Parse(body).RootElement;
    }

    private async Task Problem(string path, HttpContent content, HttpStatusCode status)
    {
        using HttpResponseMessage response = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        Assert.Equal(status, response.StatusCode);
        JsonElement problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.StartsWith("urn:policysearch:problem:", problem.Text("type"), StringComparison.Ordinal);
        Assert.Contains(problem.Text("detail"), c => c >= 0x4e00);
    }

    private static string Reply(string city, string number, string date, string own) =>
        $"{city}卫生健康委员会\n{number}\n\n对市八届人大一次会议第059号建议的答复\n\n张某代表：\n    您提出的《关于方便老人取药的建议》收悉，现答复如下：\n    {own}\n    {Copied}\n    感谢您对我市工作的关心和支持。\n\n{city}卫生健康委员会\n{date}\n";

    /// <summary>The service over the samples and the planted replies.</summary>
    public sealed class Service : IAsyncLifetime, IDisposable
    {
        private readonly TemporaryFolder folder = new();

        internal RealService Real { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            string planted = folder.Combine("planted");
            Directory.CreateDirectory(planted);
            await File.WriteAllTextAsync(Path.Combine(planted, "first.txt"), First);
            await File.WriteAllTextAsync(Path.Combine(planted, "copy.txt"), Reply("岳阳市", "岳卫函〔2021〕8号", "2023年9月20日", "湖区渔民常年漂泊在外，血吸虫病筛查船每季度靠泊一次码头，渔政趸船上设了化验台，禁捕后上岸的渔民一并纳入健康小屋。"));
            Real = await RealService.StartAsync([RepositoryRoot.Combine("corpus", "samples"), planted], ("Limits:UploadMegabytes", "1"));
        }

        public Task DisposeAsync() => Task.CompletedTask;

        public void Dispose()
        {
            Real.Dispose();
            folder.Dispose();
        }
    }
}
