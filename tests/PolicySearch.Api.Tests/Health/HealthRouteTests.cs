using System.Net;
using System.Text.Json;
using PolicySearch.Api.Tests.Fakes;
using PolicySearch.Search;

namespace PolicySearch.Api.Tests.Health;

public sealed class HealthRouteTests
{
    [Fact]
    public async Task Live_answers_whatever_the_index_is_like()
    {
        using var host = new ApiHost();
        host.Search.Failure = new IndexUnavailableException("broken");
        using HttpClient client = host.CreateClient();
        Assert.Equal("live", (await client.JsonAsync("/health/live")).Text("status"));
    }

    [Fact]
    public async Task Ready_tells_documents_and_version()
    {
        using var host = new ApiHost();
        using HttpClient client = host.CreateClient();
        JsonElement ready = await client.JsonAsync("/health/ready");
        Assert.Equal(("ready", "1"), (ready.Text("status"), ready.Text("version")));
        Assert.Equal(FakeCorpus.All.Count, ready.GetProperty("documents").GetInt32());
    }

    [Fact]
    public async Task While_the_index_is_built_ready_is_503_with_the_progress_and_so_is_search()
    {
        using var host = new ApiHost();
        host.Indexer.Hold();
        host.Search.Failure = new IndexUnavailableException("no index yet");
        using HttpClient client = host.CreateClient();
        JsonElement waiting = await Eventually.Health(client, "indexing");
        Assert.Equal("正在建立索引 120/450，请稍候。", waiting.Text("message"));
        Assert.Equal(450, waiting.GetProperty("progress").GetProperty("total").GetInt32());
        JsonElement problem = await client.ProblemAsync("/api/v1/search?q=x", HttpStatusCode.ServiceUnavailable);
        Assert.Equal(("urn:policysearch:problem:index-building", "正在建立索引"), (problem.Text("type"), problem.Text("title")));
        Assert.Equal(120, problem.GetProperty("progress").GetProperty("done").GetInt32());

        host.Search.Failure = null;
        host.Indexer.Finish();
        Assert.Equal("ready", (await Eventually.Health(client, "ready")).Text("status"));
        await client.JsonAsync("/api/v1/search?q=x");
    }

    [Fact]
    public async Task Ready_waits_for_the_warm_up_and_searches_do_not()
    {
        using var host = new ApiHost();
        var warm = new TaskCompletionSource();
        host.Search.Warm = warm.Task;
        using HttpClient client = host.CreateClient();
        Assert.Equal("正在打开索引，请稍候。", (await Eventually.Health(client, "starting", "正在打开索引，请稍候。")).Text("message"));
        await client.JsonAsync("/api/v1/search?q=x");
        warm.SetResult();
        await Eventually.Health(client, "ready");
    }

    [Fact]
    public async Task A_warm_up_that_fails_is_told_to_the_log_alone()
    {
        using var host = new ApiHost();
        host.Search.Warm = Task.FromException(new IOException("a disk that went away"));
        using HttpClient client = host.CreateClient();
        await Eventually.Holds(() => host.Log.All.Any(line => line.Message.Contains("a disk that went away", StringComparison.Ordinal)), () => string.Join('\n', host.Log.All.Select(line => line.Message)));
        await Eventually.Health(client, "ready");
    }

    [Fact]
    public async Task A_failed_first_indexing_is_told_with_its_reason()
    {
        using var host = new ApiHost();
        host.Indexer.Failure = new ArgumentException("there is no folder /nowhere");
        host.Search.Failure = new IndexUnavailableException("no index");
        using HttpClient client = host.CreateClient();
        JsonElement failed = await Eventually.Health(client, "failed");
        Assert.Equal("there is no folder /nowhere", failed.Text("problem"));
        JsonElement problem = await client.ProblemAsync("/api/v1/search", HttpStatusCode.ServiceUnavailable);
        Assert.Equal("urn:policysearch:problem:index-unavailable", problem.Text("type"));
        Assert.Equal("urn:policysearch:problem:index-unavailable", (await client.ProblemAsync("/api/v1/documents/0000000000000007", HttpStatusCode.ServiceUnavailable)).Text("type"));
        Assert.Contains(host.Log.All, line => line.Message.Contains("could not be built", StringComparison.Ordinal));
    }
}
