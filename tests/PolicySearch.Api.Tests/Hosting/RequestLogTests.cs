using System.Text.Json;
using Microsoft.Extensions.Logging;
using PolicySearch.Api.Tests.Fakes;

namespace PolicySearch.Api.Tests.Hosting;

public sealed class RequestLogTests
{
    private const string Category = "PolicySearch.Api.Hosting.RequestLog";

    [Fact]
    public async Task A_search_is_one_line_with_query_filters_hits_status_and_time()
    {
        LogLine line = await LineOf("/api/v1/search?q=家庭医生&city=厦门市&year=2020&year=2021");
        Assert.Equal(LogLevel.Information, line.Level);
        Assert.Equal(("GET", "/api/v1/search", 200), (line.Values["Method"], line.Values["Path"], line.Values["Status"]));
        Assert.Equal("家庭医生", line.Values["Query"]);
        Assert.Equal(0L, line.Values["Hits"]);
        Assert.IsType<double>(line.Values["ElapsedMs"]);
        var filters = Assert.IsType<IReadOnlyDictionary<string, IReadOnlyList<string>>>(line.Values["@Filters"], exactMatch: false);
        Assert.Equal(["2020", "2021"], filters["year"]);
    }

    [Fact]
    public async Task A_document_is_one_line_with_its_path()
    {
        LogLine line = await LineOf("/api/v1/documents/0000000000000007?q=x");
        Assert.Equal("/api/v1/documents/0000000000000007", line.Values["Path"]);
        Assert.False(line.Values.ContainsKey("Query"));
    }

    [Fact]
    public async Task A_refused_request_is_logged_with_its_status() =>
        Assert.Equal(400, (await LineOf("/api/v1/search?size=x")).Values["Status"]);

    [Theory]
    [InlineData("/")]
    [InlineData("/health/live")]
    public async Task Pages_and_probes_are_logged_at_debug_only(string path) => Assert.Equal(LogLevel.Debug, (await LineOf(path)).Level);

    [Fact]
    public async Task A_query_cannot_write_log_lines_of_its_own()
    {
        LogLine line = await LineOf("/api/v1/search?q=a%0A12:00:00%20INF%20forged%1B[31m");
        Assert.DoesNotContain(line.Message, char.IsControl);
    }

    [Fact]
    public async Task Nothing_of_the_sender_is_logged()
    {
        using var host = new ApiHost();
        using HttpClient client = host.CreateClient();
        client.DefaultRequestHeaders.Add("User-Agent", "marker-agent");
        client.DefaultRequestHeaders.Add("Cookie", "marker=cookie");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.77");
        await client.JsonAsync("/api/v1/search?q=x");
        Assert.All(host.Log.All.Where(line => line.Category == Category), line => Assert.DoesNotMatch("marker|203.0.113", line.Message + string.Join(' ', line.Values.Values)));
    }

    [Fact]
    public async Task The_log_file_holds_one_json_object_a_line_with_the_same_fields()
    {
        using var host = new ApiHost();
        using HttpClient client = host.CreateClient();
        await client.JsonAsync("/api/v1/search?q=家庭医生&kind=通知");
        JsonElement found = default;
        await Eventually.Holds(() => (found = Written(host)).ValueKind == JsonValueKind.Object, () => "no line about the search in " + host.LogFolder);
        JsonElement properties = found.GetProperty("Properties");
        Assert.Equal("家庭医生", properties.Text("Query"));
        Assert.Equal("通知", properties.GetProperty("Filters").List("kind").Single().GetString());
        Assert.Equal(3, properties.GetProperty("Hits").GetInt32());
    }

    private static JsonElement Written(ApiHost host)
    {
        if (!Directory.Exists(host.LogFolder))
            return default;
        using var reader = new StreamReader(new FileStream(Directory.EnumerateFiles(host.LogFolder).First(), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n').Where(line => line.EndsWith('}')).Select(line => JsonDocument.Parse(line).RootElement)
            .FirstOrDefault(line => line.TryGetProperty("Properties", out JsonElement properties) && properties.TryGetProperty("Query", out _));
    }

    private static async Task<LogLine> LineOf(string path)
    {
        using var host = new ApiHost();
        using HttpClient client = host.CreateClient();
        using HttpResponseMessage response = await client.GetAsync(new Uri(path, UriKind.Relative));
        // The line is written when the request is over, which the client may see a moment earlier.
        await Eventually.Holds(() => host.Log.All.Any(line => line.Category == Category), () => "no line");
        return host.Log.All.Single(line => line.Category == Category);
    }
}
