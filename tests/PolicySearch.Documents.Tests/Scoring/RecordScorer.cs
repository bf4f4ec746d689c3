using System.Text.Json.Nodes;
using PolicySearch.Testing;

namespace PolicySearch.Documents.Tests.Scoring;

/// <summary>Scores documents that have labels in the form of <c>extract --json</c>, each value compared whole.</summary>
internal static class RecordScorer
{
    /// <summary>The hand-written documents of corpus/samples against tests/data/corpus-truth.</summary>
    public static FieldScores Samples()
    {
        var reader = new DocumentReader();
        var scores = new FieldScores();
        foreach (string truthFile in Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "data", "corpus-truth"), "*.json").Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileNameWithoutExtension(truthFile);
            string file = Directory.EnumerateFiles(RepositoryRoot.Combine("corpus", "samples"), name + ".*").Single();
            Score(scores, name, JsonNode.Parse(File.ReadAllText(truthFile))!.AsObject(), reader.Read(file, Path.GetFileName(file)));
        }
        return scores;
    }

    /// <summary>One document: only fields that the truth names count.</summary>
    public static void Score(FieldScores scores, string name, JsonObject truth, PolicyDocument document)
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
