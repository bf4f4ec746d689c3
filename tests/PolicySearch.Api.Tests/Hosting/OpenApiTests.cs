using System.Text.Json;
using PolicySearch.Api.Tests.Fakes;

namespace PolicySearch.Api.Tests.Hosting;

public sealed class OpenApiTests
{
    [Fact]
    public async Task The_document_lists_every_route_with_its_answers()
    {
        JsonElement paths = (await Document()).GetProperty("paths");
        Assert.Equal(["/api/v1/compare", "/api/v1/compare/figures", "/api/v1/documents/{id}", "/api/v1/documents/{id}/similar", "/api/v1/export", "/api/v1/passages", "/api/v1/policies", "/api/v1/policies/{id}", "/api/v1/report", "/api/v1/search", "/api/v1/similar", "/api/v1/suggest", "/health/live", "/health/ready"], paths.EnumerateObject().Select(path => path.Name.TrimEnd('/')).Order(StringComparer.Ordinal));
        JsonElement search = paths.EnumerateObject().Single(path => path.Name.StartsWith("/api/v1/search", StringComparison.Ordinal)).Value.GetProperty("get");
        Assert.Equal(["200", "400", "429", "503"], search.GetProperty("responses").EnumerateObject().Select(response => response.Name).Order(StringComparer.Ordinal));
        JsonElement document = paths.GetProperty("/api/v1/documents/{id}").GetProperty("get");
        Assert.Equal(["200", "400", "404", "429", "503"], document.GetProperty("responses").EnumerateObject().Select(response => response.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_may_be_sent_to_be_compared_is_described()
    {
        JsonElement similar = (await Document()).GetProperty("paths").GetProperty("/api/v1/similar").GetProperty("post");
        Assert.Equal(["200", "400", "413", "415", "422", "429", "503"], similar.GetProperty("responses").EnumerateObject().Select(response => response.Name).Order(StringComparer.Ordinal));
        Assert.Subset(similar.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(type => type.Name).ToHashSet(), new HashSet<string>(["text/plain", "application/json", "multipart/form-data", "application/pdf"]));
        Assert.Equal(["city", "county", "facetSize", "from", "issuer", "kind", "outcome", "page", "policy", "province", "region", "size", "to", "topic", "year"], similar.List("parameters").Select(parameter => parameter.Text("name")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_parameters_of_a_search_are_described_with_types_and_limits()
    {
        JsonElement search = (await Document()).GetProperty("paths").EnumerateObject().Single(path => path.Name.StartsWith("/api/v1/search", StringComparison.Ordinal)).Value.GetProperty("get");
        Dictionary<string, JsonElement> parameters = search.List("parameters").ToDictionary(parameter => parameter.Text("name"));
        Assert.Equal(["city", "county", "expand", "facetSize", "from", "issuer", "kind", "outcome", "page", "policy", "province", "q", "size", "sort", "to", "topic", "year"], parameters.Keys.Order(StringComparer.Ordinal));
        Assert.All(parameters.Values, parameter => Assert.NotEmpty(parameter.Text("description")));
        Assert.Equal(100, parameters["size"].GetProperty("schema").GetProperty("maximum").GetInt32());
        Assert.Equal(1000, parameters["q"].GetProperty("schema").GetProperty("maxLength").GetInt32());
        Assert.Equal("array", parameters["city"].GetProperty("schema").Text("type"));
        Assert.Equal("date", parameters["from"].GetProperty("schema").Text("format"));
    }

    private static async Task<JsonElement> Document()
    {
        using var host = new ApiHost();
        using HttpClient client = host.CreateClient();
        return await client.JsonAsync("/openapi/v1.json");
    }
}
