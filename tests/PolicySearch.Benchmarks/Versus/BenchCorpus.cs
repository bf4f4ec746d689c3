using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicySearch.Benchmarks.Verbs;
using PolicySearch.Testing;

namespace PolicySearch.Benchmarks.Versus;

/// <summary>A corpus that both engines index: lines of JSON, the lines of its texts, and queries drawn from it. Files are made once for a run.</summary>
internal sealed partial class BenchCorpus
{
    /// <summary>The corpora: whole laws, their articles, generated replies.</summary>
    public static readonly string[] Names = ["laws", "articles", "generated"];

    // Relaxed: Lucene's side reads UTF-8, and escaped Hanzi would be three times as long.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private BenchCorpus(string name, string folder, List<BenchDocument> documents, string jsonl)
    {
        (Name, Documents, Jsonl) = (name, documents, jsonl);
        Lines = Path.Combine(folder, name + ".txt");
        Queries = Path.Combine(folder, name + ".tsv");
        File.WriteAllLines(Lines, documents.SelectMany(document => (document.Body ?? "").Split('\n')));
        File.WriteAllLines(Queries, QueryMaker.Make(documents));
    }

    public string Name { get; }

    public IReadOnlyList<BenchDocument> Documents { get; }

    /// <summary>Path of the documents, a JSON object a line.</summary>
    public string Jsonl { get; }

    /// <summary>Path of the texts, a paragraph a line.</summary>
    public string Lines { get; }

    /// <summary>Path of the queries, as <c>oracle search</c> reads them.</summary>
    public string Queries { get; }

    /// <summary>What is missing to make a corpus of <see cref="Names"/>, or null.</summary>
    public static string? Missing(string name) => name == "generated" ? null : Requirement.Missing(Requirement.SharedData);

    /// <summary>Makes a corpus in a folder.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="folder">Takes the files.</param>
    /// <param name="generated">How many documents to generate.</param>
    public static BenchCorpus Make(string name, string folder, int generated)
    {
        string path = Path.Combine(folder, name + ".jsonl");
        if (name == "generated")
        {
            GenerateVerb.Run(["--jsonl", path, generated.ToString(CultureInfo.InvariantCulture)]);
            return new BenchCorpus(name, folder, BenchDocument.ReadAll(path), path);
        }
        IEnumerable<BenchDocument> laws = Laws();
        List<BenchDocument> documents = [.. name == "laws" ? laws : laws.SelectMany(Articles)];
        File.WriteAllLines(path, documents.Select(Json));
        return new BenchCorpus(name, folder, documents, path);
    }

    // City: of provincial laws the province. Topic: the kind, since a law has no topic.
    private static IEnumerable<BenchDocument> Laws()
    {
        using var zipped = new GZipStream(File.OpenRead(RepositoryRoot.InShared("data", "laws", "corpus.jsonl.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(zipped);
        while (reader.ReadLine() is { } line)
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement law = json.RootElement;
            string? kind = Text(law, "kind");
            yield return new(Text(law, "id")!, Text(law, "title"), Text(law, "body"), Text(law, "city") ?? Text(law, "province"), Text(law, "year"), kind == null ? [] : [kind]);
        }
    }

    private static string? Text(JsonElement law, string name) =>
        law.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;

    private static IEnumerable<BenchDocument> Articles(BenchDocument law)
    {
        int[] starts = [.. ArticleStart().Matches(law.Body!).Select(match => match.Index), law.Body!.Length];
        for (int i = 0; i < starts.Length - 1; i++)
            yield return law with { Id = $"{law.Id}-{i + 1}", Body = law.Body[starts[i]..starts[i + 1]].TrimEnd() };
    }

    private static string Json(BenchDocument document) => JsonSerializer.Serialize(
        new { id = document.Id, title = document.Title, body = document.Body, city = document.City, year = document.Year, topic = document.Topics }, Plain);

    [GeneratedRegex("^第[一二三四五六七八九十百千零〇]+条", RegexOptions.Multiline)]
    private static partial Regex ArticleStart();
}
