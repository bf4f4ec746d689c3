using PolicySearch.Api.Tests.Fakes;
namespace PolicySearch.Api.Tests;
public sealed class SmokeTests
{
    [Fact]
    public async Task Smoke()
    {
        using var host = new ApiHost();
        using HttpClient client = host.CreateClient();
        foreach (string url in new[] { "/api/v1/search?q=%E5%AE%B6%E5%BA%AD%E5%8C%BB%E7%94%9F&size=1", "/api/v1/search?size=x&foo=1", "/nope", "/health/ready", "/health/live", "/openapi/v1.json", "/api/v1/documents/0000000000000001?q=%E5%8C%BB%E7%94%9F" })
        {
            HttpResponseMessage r = await client.GetAsync(new Uri(url, UriKind.Relative));
            Console.WriteLine($"{url} {(int)r.StatusCode} {r.Content.Headers.ContentType}\n{(await r.Content.ReadAsStringAsync())}\n");
        }
        foreach (var l in host.Log.All) Console.WriteLine(l.Message);
    }
}
