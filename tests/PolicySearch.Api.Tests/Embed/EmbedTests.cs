using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using PolicySearch.Api.Embed;
using PolicySearch.Api.Hosting;
using PolicySearch.Api.Tests.Fakes;
using PolicySearch.Testing;

namespace PolicySearch.Api.Tests.Embed;

public sealed class EmbedTests
{
    private const string Allowed = "https://intranet.example", Stranger = "http://stranger.example:8080";
    private const int MaxCompressedBytes = 15 << 10;

    [Theory]
    [InlineData("/api/v1/suggest?q=家庭")]
    [InlineData("/api/v1/search?q=家庭")]
    [InlineData("/api/v1/search?size=x")]
    public async Task A_page_of_an_allowed_origin_may_read_the_answer_its_errors_included(string path)
    {
        using var host = new ApiHost(("Embed:Origins:0", "http://other.example"), ("Embed:Origins:1", Allowed + "/"));
        using HttpResponseMessage response = await Ask(host, path, Allowed);
        Assert.Equal(Allowed, response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("Origin", response.Headers.Vary);
        Assert.Empty(Refusals(host));
    }

    [Fact]
    public async Task Other_origins_get_no_leave_and_each_is_told_in_the_log_once()
    {
        using var host = new ApiHost(("Embed:Origins", Allowed));
        for (int i = 0; i < 3; i++)
        {
            using HttpResponseMessage response = await Ask(host, "/api/v1/suggest?q=a", Stranger);
            Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        }
        using HttpResponseMessage another = await Ask(host, "/api/v1/suggest?q=a", "null");
        Assert.False(another.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal([Stranger, "null"], Refusals(host).Select(line => line.Values["Origin"]));
        Assert.All(Refusals(host), line => Assert.Equal(LogLevel.Warning, line.Level));
    }

    [Fact]
    public async Task Without_the_setting_nobody_is_allowed_and_the_own_page_is_not_told()
    {
        using var host = new ApiHost();
        using HttpResponseMessage stranger = await Ask(host, "/api/v1/suggest?q=a", Stranger);
        Assert.False(stranger.Headers.Contains("Access-Control-Allow-Origin"));
        using HttpResponseMessage own = await Ask(host, "/api/v1/suggest?q=a", "http://localhost");
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Single(Refusals(host));
    }

    [Fact]
    public async Task A_star_allows_everybody()
    {
        using var host = new ApiHost(("Embed:Origins:0", "*"));
        using HttpResponseMessage response = await Ask(host, "/api/v1/suggest?q=a", Stranger);
        Assert.Equal(Stranger, response.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Theory]
    [InlineData("intranet.example")]
    [InlineData("https://intranet.example/portal")]
    [InlineData("ftp://intranet.example")]
    [InlineData("https://*.example/x")]
    public void An_entry_that_is_no_origin_is_refused_at_the_start(string value)
    {
        var error = Assert.Throws<SettingsException>(() => Origins(value));
        Assert.Contains("Embed:Origins", error.Message, StringComparison.Ordinal);
        Assert.Contains(value, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ports_count_and_default_ports_do_not()
    {
        EmbedOrigins origins = Origins("http://a.example:80; https://b.example:8443");
        Assert.True(origins.Allows("http://a.example"));
        Assert.True(origins.Allows("https://b.example:8443"));
        Assert.False(origins.Allows("https://b.example"));
        Assert.False(origins.Allows("https://a.example"));
    }

    [Fact]
    public void Strangers_do_not_fill_the_log_or_the_memory_and_are_told_again_after_the_interval()
    {
        var lines = new LogLines();
        var clock = new MadeClock();
        using ILoggerFactory factory = LoggerFactory.Create(builder => builder.AddProvider(lines));
        var refused = new RefusedOrigins(factory.CreateLogger<RefusedOrigins>(), clock);
        for (int i = 0; i < 2 * RefusedOrigins.MaxOrigins; i++)
            refused.Tell($"http://{i}.example");
        Assert.Equal(RefusedOrigins.MaxOrigins, lines.All.Count);
        Assert.Contains("further origins", lines.All[^1].Message, StringComparison.Ordinal);
        clock.Now += RefusedOrigins.Interval.Ticks;
        refused.Tell("http://0.example\r\nfake line");
        Assert.Equal(RefusedOrigins.MaxOrigins + 1, lines.All.Count);
        Assert.DoesNotContain(lines.All[^1].Message, c => c is '\r' or '\n');
    }

    [Fact]
    public async Task The_script_may_be_loaded_by_any_page_and_kept_for_a_short_while()
    {
        using var host = new ApiHost();
        using HttpResponseMessage first = await Ask(host, "/embed.js", Stranger);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("text/javascript", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal("cross-origin", first.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.InRange(first.Headers.CacheControl!.MaxAge!.Value.TotalSeconds, 1, 3600);
        using HttpClient client = host.CreateClient();
        using var again = new HttpRequestMessage(HttpMethod.Get, "/embed.js");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using HttpResponseMessage second = await client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        using HttpResponseMessage page = await Ask(host, "/app.css", Stranger);
        Assert.Equal("same-origin", page.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
    }

    [Fact]
    public void The_script_is_small_and_needs_nothing_else()
    {
        byte[] script = File.ReadAllBytes(RepositoryRoot.Combine("src", "PolicySearch.Api", "wwwroot", "embed.js"));
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(script);
        Assert.InRange(compressed.Length, 1, MaxCompressedBytes);
        Assert.DoesNotMatch(@"\bimport\b|\brequire\(", System.Text.Encoding.UTF8.GetString(script));
    }

    [Fact]
    public async Task The_administrators_page_loads_nothing_from_elsewhere_and_runs_nothing_inline()
    {
        using var host = new ApiHost();
        using HttpClient client = host.CreateClient();
        string html = await client.GetStringAsync(new Uri("/embed.html", UriKind.Relative));
        Assert.DoesNotMatch(@"(src|href)=""(https?:)?//", html);
        Assert.DoesNotMatch(@"<script(?![^>]*\ssrc=)", html);
        Assert.DoesNotMatch(@"\s(on\w+|style)=", html);
        Assert.Contains("<policy-search", html, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Ask(ApiHost host, string path, string origin)
    {
        using HttpClient client = host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Origin", origin);
        return await client.SendAsync(request);
    }

    private static EmbedOrigins Origins(string value) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new("Embed:Origins", value)]).Build());

    private static List<LogLine> Refusals(ApiHost host) => [.. host.Log.All.Where(line => line.Category.EndsWith(nameof(RefusedOrigins), StringComparison.Ordinal))];

    private sealed class MadeClock : TimeProvider
    {
        public long Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now;
    }
}
