using PolicySearch.Api.Tests.Fakes;

namespace PolicySearch.Api.Tests.Indexing;

public sealed class FirstIndexingTests
{
    [Fact]
    public async Task An_absent_index_is_built_once_with_progress_and_rejects_in_the_log()
    {
        using var host = new ApiHost();
        using HttpClient client = host.CreateClient();
        await Announced(host);
        Assert.Equal(1, host.Indexer.Runs);
        Assert.Contains(host.Log.All, line => line.Message.StartsWith("First start: indexing", StringComparison.Ordinal));
        Assert.Contains(host.Log.All, line => line.Message == "Not indexed: corpus/bad.txt: no text in it");
        Assert.Contains(host.Log.All, line => line.Message.StartsWith("Indexed 450 documents in 2.0 s; 1 could not be read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_index_that_is_there_is_left_alone()
    {
        using var host = new ApiHost();
        Directory.CreateDirectory(host.IndexFolder);
        await File.WriteAllTextAsync(Path.Combine(host.IndexFolder, "segments_1"), "");
        using HttpClient client = host.CreateClient();
        await Announced(host);
        Assert.Equal(0, host.Indexer.Runs);
    }

    [Fact]
    public async Task The_address_is_announced_when_searches_work()
    {
        using var host = new ApiHost();
        host.UseKestrel(0);
        host.StartServer();
        await Announced(host);
        Assert.Contains(host.Log.All, line => line.Message == $"PolicySearch is ready with {FakeCorpus.All.Count} documents: open {host.ClientOptions.BaseAddress.ToString().TrimEnd('/')}");
    }

    private static Task Announced(ApiHost host) => Eventually.Holds(
        () => host.Log.All.Any(line => line.Message.StartsWith("PolicySearch is ready", StringComparison.Ordinal)),
        () => string.Join('\n', host.Log.All.Select(line => line.Message)));
}
