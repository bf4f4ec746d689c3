using System.Text.Json.Nodes;
using PolicySearch.Testing;

namespace PolicySearch.Documents.Tests.Scoring;

/// <summary>Documents of tests/data/forms, one for each form that offices print: every field named beside them must come out exactly so.</summary>
public sealed class FormTests
{
    private static readonly DocumentReader Reader = new();

    private static string Folder => RepositoryRoot.Combine("tests", "data", "forms");

    public static TheoryData<string> Forms =>
        new(Directory.EnumerateFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Forms))]
    public void Every_field_of_a_form_is_found(string name)
    {
        PolicyDocument document = Reader.Read(Path.Combine(Folder, name + ".txt"), name + ".txt");
        JsonObject found = JsonNode.Parse(PolicyDocumentJson.Serialize(document))!.AsObject();
        foreach ((string field, JsonNode? expected) in JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")))!.AsObject())
            Assert.True(JsonNode.DeepEquals(expected, found[field]), $"{field}: expected {expected?.ToJsonString()}, found {found[field]?.ToJsonString()}");
    }
}
