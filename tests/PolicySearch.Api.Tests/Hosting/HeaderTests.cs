using System.Net;
using System.Net.Http.Headers;
using PolicySearch.Api.Tests.Fakes;

namespace PolicySearch.Api.Tests.Hosting;

public sealed class HeaderTests : IDisposable
{
    private readonly ApiHost host = new();
    private readonly HttpClient client;

    public HeaderTests() => client = host.CreateClient();

    public void Dispose()
    {
        client.Dispose();
        host.Dispose();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/app.css")]
    [InlineData("/api/v1/search")]
    [InlineData("/api/v1/search?size=x")]
    [InlineData("/nothing")]
    [InlineData("/openapi/v1.json")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using HttpResponseMessage response = await client.GetAsync(new Uri(path, UriKind.Relative));
        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task They_survive_an_exception()
    {
        host.Search.Failure = new InvalidOperationException();
        using HttpResponseMessage response = await client.GetAsync(new Uri("/api/v1/search", UriKind.Relative));
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/app.css", "text/css")]
    [InlineData("/js/main.js", "text/javascript")]
    [InlineData("/favicon.svg", "image/svg+xml")]
    public async Task The_pages_files_come_with_an_etag_that_spares_the_second_load(string path, string type)
    {
        using HttpResponseMessage first = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(type, first.Content.Headers.ContentType?.MediaType);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using HttpResponseMessage second = await client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/search?size=50", "br")]
    [InlineData("/api/v1/search?size=50", "gzip")]
    [InlineData("/app.css", "br")]
    [InlineData("/api/v1/search?size=x", "br")]
    public async Task Text_is_compressed_for_those_who_can_read_it(string path, string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        using HttpResponseMessage response = await client.SendAsync(request);
        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.Single());
    }

    [Fact]
    public async Task The_page_loads_nothing_from_elsewhere_and_runs_nothing_inline()
    {
        string html = await client.GetStringAsync(new Uri("/", UriKind.Relative));
        Assert.DoesNotContain("http", html.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotMatch(@"<script(?![^>]*\ssrc=)", html);
        Assert.DoesNotMatch(@"\s(on\w+|style)=", html);
    }
}
