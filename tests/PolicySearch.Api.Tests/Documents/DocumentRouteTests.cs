using System.Net;
using System.Text.Json;
using PolicySearch.Api.Tests.Fakes;

namespace PolicySearch.Api.Tests.Documents;

public sealed class DocumentRouteTests : IDisposable
{
    private const string Id = "0000000000000007";
    private readonly ApiHost host = new();
    private readonly HttpClient client;

    public DocumentRouteTests() => client = host.CreateClient();

    public void Dispose()
    {
        client.Dispose();
        host.Dispose();
    }

    [Fact]
    public async Task A_document_comes_whole_with_all_its_fields()
    {
        JsonElement document = await client.JsonAsync("/api/v1/documents/" + Id);
        string[] fields =
        [
            "id", "source", "kind", "title", "titleMatches", "subject", "docNumber", "issuer", "issuers", "province", "city", "county", "regionCode", "year", "issueDate", "session",
            "addressees", "proposerKind", "outcome", "outcomeStatus", "validity", "disclosure", "signatory", "contacts", "copiedTo", "citations", "topics", "provenance", "places", "warnings", "paragraphs",
        ];
        Assert.Equal(fields, document.EnumerateObject().Select(property => property.Name));
        Assert.Equal("line 3", document.GetProperty("provenance").Text("docNumber"));
        Assert.Equal("豫卫基层〔2020〕18号", document.List("citations")[0].Text("docNumber"));
    }

    [Fact]
    public async Task Paragraphs_carry_kind_level_offset_and_text()
    {
        JsonElement document = await client.JsonAsync("/api/v1/documents/" + Id);
        List<JsonElement> paragraphs = document.List("paragraphs");
        Assert.Equal(["header", "header", "title", "addressee", "body", "heading", "body", "heading", "listItem", "listItem", "table", "heading", "body", "signature", "signature", "footer", "footer"],
            paragraphs.Select(paragraph => paragraph.Text("kind")));
        Assert.Equal([1, 2, 1], paragraphs.Where(paragraph => paragraph.Text("kind") == "heading").Select(heading => heading.GetProperty("level").GetInt32()));
        string body = FakeCorpus.All.Single(one => one.Id == Id).Body;
        Assert.All(paragraphs.Where(paragraph => paragraph.Text("kind") != "footer"), paragraph =>
            Assert.Equal(body.Substring(paragraph.GetProperty("offset").GetInt32(), paragraph.Text("text").Length), paragraph.Text("text")));
    }

    [Fact]
    public async Task Matches_of_the_query_are_told_by_paragraph()
    {
        JsonElement document = await client.JsonAsync($"/api/v1/documents/{Id}?q=家庭医生 答复");
        Assert.Equal("答复", Matched(document.Text("title"), document.List("titleMatches")).Single());
        List<string> matched = [.. document.List("paragraphs").SelectMany(paragraph => Matched(paragraph.Text("text"), paragraph.List("matches")))];
        Assert.Equal(3, matched.Count(text => text == "家庭医生"));
        Assert.All(matched, text => Assert.Contains(text, new[] { "家庭医生", "答复" }));
    }

    [Fact]
    public async Task Without_a_query_nothing_is_marked()
    {
        JsonElement document = await client.JsonAsync("/api/v1/documents/" + Id);
        Assert.Empty(document.List("titleMatches"));
        Assert.All(document.List("paragraphs"), paragraph => Assert.Empty(paragraph.List("matches")));
    }

    [Fact]
    public async Task Contacts_phones_are_masked_everywhere_in_a_document()
    {
        foreach (string id in FakeCorpus.All.Select(document => document.Id))
        {
            string raw = await client.GetStringAsync(new Uri("/api/v1/documents/" + id, UriKind.Relative));
            Assert.DoesNotContain(FakeCorpus.Mobile, raw, StringComparison.Ordinal);
            Assert.DoesNotContain(FakeCorpus.Landline, raw, StringComparison.Ordinal);
        }
        JsonElement masked = await client.JsonAsync("/api/v1/documents/0000000000000008");
        Assert.Equal("138****1234", masked.List("contacts")[0].Text("phone"));
        Assert.Contains(masked.List("paragraphs"), paragraph => paragraph.Text("text") == "联系人及联系电话：李某 138****1234");
    }

    [Fact]
    public async Task Markup_in_a_document_leaves_as_text()
    {
        string raw = await client.GetStringAsync(new Uri("/api/v1/documents/" + FakeCorpus.HostileId, UriKind.Relative));
        Assert.DoesNotContain("<", raw, StringComparison.Ordinal);
        Assert.Equal("关于<script>alert('题')</script>的答复", JsonDocument.Parse(raw).RootElement.Text("title"));
    }

    [Fact]
    public async Task An_unknown_document_is_a_problem_that_names_it()
    {
        JsonElement problem = await client.ProblemAsync("/api/v1/documents/ffffffffffffffff", HttpStatusCode.NotFound);
        Assert.Equal("urn:policysearch:problem:no-document", problem.Text("type"));
        Assert.Contains("ffffffffffffffff", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/documents/xyz", "id", "16 位")]
    [InlineData("/api/v1/documents/FFFFFFFFFFFFFFFF", "id", "小写")]
    [InlineData("/api/v1/documents/..%2F..%2Fetc%2Fpasswd", "id", "16 位")]
    [InlineData("/api/v1/documents/0000000000000007?query=x", "query", "可用的参数有：q")]
    public async Task A_bad_id_or_parameter_is_named(string path, string name, string said)
    {
        JsonElement problem = await client.ProblemAsync(path, HttpStatusCode.BadRequest);
        Assert.Contains(said, problem.GetProperty("errors").List(name).Single().GetString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Matched(string text, List<JsonElement> matches) =>
        matches.Select(match => text[match.GetProperty("start").GetInt32()..match.GetProperty("end").GetInt32()]);
}
