using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PolicySearch.Testing;

namespace PolicySearch.Documents.Tests;

/// <summary>The five seeds against what a careful reader takes from them (tests/data/seeds-expected).</summary>
public sealed class SeedTests
{
    private static readonly DocumentReader Reader = new();

    public static TheoryData<string> Seeds => ["000", "001", "002", "003", "004"];

    [NeedsTheory(Requirement.SharedData), MemberData(nameof(Seeds))]
    public void Every_field_of_a_seed_is_right(string seed)
    {
        JsonObject expected = JsonNode.Parse(File.ReadAllText(RepositoryRoot.Combine("tests", "data", "seeds-expected", seed + ".json")))!.AsObject();
        PolicyDocument document = Read(seed);
        JsonObject found = JsonNode.Parse(PolicyDocumentJson.Serialize(document))!.AsObject();
        string? firstTopic = expected["firstTopic"]?.ToString();
        expected.Remove("firstTopic");
        foreach ((string field, JsonNode? value) in expected)
            AssertSame(seed + " " + field, value, found[field]);
        Assert.Equal(firstTopic, document.Topics[0]);
    }

    [NeedsTheory(Requirement.SharedData), MemberData(nameof(Seeds))]
    public void Every_value_of_a_seed_says_where_it_was_found(string seed)
    {
        JsonObject found = JsonNode.Parse(PolicyDocumentJson.Serialize(Read(seed)))!.AsObject();
        string[] withoutPlace = ["id", "source", "provenance", "warnings", "figures", "places"]; // a figure carries its own sentence
        foreach ((string field, JsonNode? value) in found)
        {
            bool present = value is not null && value is not JsonArray { Count: 0 };
            Assert.True(withoutPlace.Contains(field) || present == found["provenance"]!.AsObject().ContainsKey(field), field);
        }
    }

    private static PolicyDocument Read(string seed) => Reader.Read(RepositoryRoot.InShared("seeds", seed + ".txt"), "seeds/" + seed + ".txt");

    private static void AssertSame(string where, JsonNode? expected, JsonNode? found)
    {
        if (expected is JsonObject record)
        {
            foreach ((string key, JsonNode? value) in record)
                AssertSame(where + "." + key, value, found?[key]);
            return;
        }
        if (expected is JsonArray list)
        {
            Assert.True(list.Count == (found as JsonArray)?.Count, $"{where}: {found?.ToJsonString()}");
            for (int i = 0; i < list.Count; i++)
                AssertSame($"{where}[{i}]", list[i], found![i]);
            return;
        }
        string? text = found?.ToString();
        if (text is not null && expected?.ToString().StartsWith("sha256:", StringComparison.Ordinal) == true)
            text = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
        Assert.True(expected?.ToString() == text, $"{where}: expected {expected?.ToString() ?? "nothing"}, found {text ?? "nothing"}");
    }
}
