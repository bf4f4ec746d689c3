using System.Text.Json.Nodes;
using PolicySearch.Testing;
using Xunit.Abstractions;

namespace PolicySearch.Documents.Tests.Scoring;

/// <summary>The hand-written documents of corpus/samples against their labels (tests/data/corpus-truth), field by field, each value compared as JSON.</summary>
public sealed class CorpusSampleTests(ITestOutputHelper output)
{
    // Two labels take the narrower reading: which of two printed names is the issuer, whether a person without a phone is a contact.
    private static readonly (string Field, double Floor)[] Floors =
    [
        ("kind", 1), ("title", 1), ("subject", 1), ("docNumber", 1), ("issuer", 0.98), ("province", 1), ("city", 1), ("county", 0.98), ("year", 1), ("issueDate", 1), ("session", 1),
        ("addressees", 1), ("proposerKind", 1), ("outcome", 1), ("disclosure", 1), ("signatory", 1), ("contacts", 0.96), ("copiedTo", 1), ("citations", 1),
    ];

    [Fact]
    public void Fields_of_the_hand_written_documents_are_found_as_well_as_before()
    {
        var reader = new DocumentReader();
        var scores = new FieldScores();
        foreach (string truthFile in Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "data", "corpus-truth"), "*.json").Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileNameWithoutExtension(truthFile);
            string file = Directory.EnumerateFiles(RepositoryRoot.Combine("corpus", "samples"), name + ".*").Single();
            ScoreOne(scores, name, JsonNode.Parse(File.ReadAllText(truthFile))!.AsObject(), reader.Read(file, Path.GetFileName(file)));
        }
        output.WriteLine(scores.ToString());
        output.WriteLine(scores.Misses);
        foreach ((string field, double floor) in Floors)
            Assert.True(scores[field].ExactShare >= floor, $"{field}: {scores[field].ExactShare:P1} of the documents are right, floor {floor:P1}\n{scores.Misses}");
    }

    private static void ScoreOne(FieldScores scores, string name, JsonObject truth, PolicyDocument document)
    {
        JsonObject found = JsonNode.Parse(PolicyDocumentJson.Serialize(document))!.AsObject();
        foreach ((string field, JsonNode? value) in truth)
        {
            // Topics have tests of their own; the first one is what this table counts.
            if (field == "topics")
                scores.Add(field, name, First(value), First(found[field]));
            else
                scores.Add(field, name, Text(value), Text(found[field]));
        }
    }

    private static string? First(JsonNode? list) => list is JsonArray { Count: > 0 } values ? values[0]!.ToString() : null;

    private static string? Text(JsonNode? value) => value is null or JsonArray { Count: 0 } ? null : Plain(value);

    private static string Plain(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject record => "{" + string.Join(", ", record.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Key + ": " + Plain(entry.Value))) + "}",
        JsonArray list => "[" + string.Join(", ", list.Select(Plain)) + "]",
        _ => value.ToString(),
    };
}
