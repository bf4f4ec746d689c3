using System.Net;
using System.Text.Json;

namespace PolicySearch.Api.Tests.Fakes;

/// <summary>Short ways to ask the API.</summary>
internal static class Http
{
    /// <summary>The JSON of an answer that must be 200.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpClient client, string path) =>
        JsonDocument.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative))).RootElement;

    /// <summary>The problem details of an answer that must have this status and content type.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpClient client, string path, HttpStatusCode status)
    {
        using HttpResponseMessage response = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        JsonElement problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.StartsWith("urn:policysearch:problem:", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.All(new[] { "title", "detail" }, name => Assert.Contains(problem.GetProperty(name).GetString()!, c => c >= 0x4e00));
        return problem;
    }

    /// <summary>A string property.</summary>
    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    /// <summary>The elements of an array property.</summary>
    public static List<JsonElement> List(this JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray()];
}
