using System.Net;
using System.Text.Json;
using PolicySearch.Api.Tests.Fakes;

namespace PolicySearch.Api.Tests.Errors;

public sealed class ProblemTests
{
    [Theory]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v2/search")]
    [InlineData("/nothing.html")]
    public async Task An_unknown_address_is_a_problem(string path)
    {
        using var host = new ApiHost();
        using HttpClient client = host.CreateClient();
        Assert.Equal("urn:policysearch:problem:not-found", (await client.ProblemAsync(path, HttpStatusCode.NotFound)).Text("type"));
    }

    [Fact]
    public async Task A_method_that_is_not_supported_is_a_problem()
    {
        using var host = new ApiHost();
        using HttpClient client = host.CreateClient();
        using HttpResponseMessage response = await client.PostAsync(new Uri("/api/v1/search", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("method-not-allowed", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unexpected_exception_is_500_without_its_details_and_one_error_line_in_the_log()
    {
        using var host = new ApiHost();
        host.Search.Failure = new InvalidOperationException("secret detail");
        using HttpClient client = host.CreateClient();
        JsonElement problem = await client.ProblemAsync("/api/v1/search", HttpStatusCode.InternalServerError);
        Assert.Equal("urn:policysearch:problem:internal", problem.Text("type"));
        Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
        Assert.Contains(host.Log.All, line => line.Level == Microsoft.Extensions.Logging.LogLevel.Error && line.Message.Contains("500", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_search_that_takes_too_long_is_given_up()
    {
        using var host = new ApiHost(("Limits:TimeoutSeconds", "0.2"));
        host.Search.Delay = TimeSpan.FromMinutes(10);
        using HttpClient client = host.CreateClient();
        Assert.Equal("urn:policysearch:problem:timeout", (await client.ProblemAsync("/api/v1/search", HttpStatusCode.GatewayTimeout)).Text("type"));
    }

    [Fact]
    public async Task One_address_that_asks_too_often_is_told_to_wait()
    {
        using var host = new ApiHost(("Limits:RequestsPerSecond", "1"));
        using HttpClient client = host.CreateClient();
        HttpResponseMessage response;
        int asked = 0;
        do
        {
            response = await client.GetAsync(new Uri("/api/v1/search?size=0", UriKind.Relative));
        }
        while (response.IsSuccessStatusCode && ++asked < 1000);
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal("1", response.Headers.GetValues("Retry-After").Single());
        Assert.Contains("请求过于频繁", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("live", (await client.JsonAsync("/health/live")).Text("status"));
    }
}
