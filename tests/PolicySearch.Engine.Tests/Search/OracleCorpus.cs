using System.IO;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicySearch.Testing;
using PolicySearch.Testing.Generator;

namespace PolicySearch.Engine.Tests.Search;

/// <summary>Documents as a corpus for the oracle, and an index that it wrote of them.</summary>
internal sealed partial class OracleCorpus : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<(string Title, string Body)> documents;

    private OracleCorpus(List<(string Title, string Body)> documents, Random random)
    {
        this.documents = documents;
        Random = random;
        File.WriteAllLines(CorpusFile, documents.Select(Line));
    }

    public string IndexFolder => folder.Combine("index");

    public Random Random { get; }

    private string CorpusFile => folder.Combine("corpus.jsonl");

    /// <summary>Some articles of laws, chosen by a seed.</summary>
    public static OracleCorpus Articles(int count, int seed)
    {
        var random = new Random(seed);
        string[] all = ReadLaws().Take(400).SelectMany(law => Article().Split(law.Body)).Where(article => article.Length > 10).ToArray();
        random.Shuffle(all);
        return new OracleCorpus([.. all.Take(count).Select(text => (text[..Math.Min(text.Length, 12)].Replace('\n', ' '), text))], random);
    }

    /// <summary>Whole laws from the first on, of so many bytes.</summary>
    public static OracleCorpus Laws(long bytes, int seed)
    {
        long taken = 0;
        return new OracleCorpus([.. ReadLaws().TakeWhile(law => (taken += Encoding.UTF8.GetByteCount(law.Body)) <= bytes)], new Random(seed));
    }

    /// <summary>Documents of the generator, from its first on.</summary>
    public static OracleCorpus Generated(int count, int seed) =>
        new([.. new DocumentGenerator().Documents(count).Select(document => (document.Text[..Math.Min(document.Text.Length, 40)].Replace('\n', ' '), document.Text))], new Random(seed));

    /// <summary>Has the oracle write <see cref="IndexFolder"/>.</summary>
    public void WriteIndex(params string[] options) => Oracle.Run(["write", .. options, IndexFolder, CorpusFile]);

    /// <summary>A random document's text in a field, on one line.</summary>
    public string RandomText(string field)
    {
        (string title, string body) = documents[Random.Next(documents.Count)];
        return (field == "title" ? title : body).Replace('\n', ' ').Replace('\t', ' ').Replace('\r', ' ');
    }

    /// <summary>The tokens of each text as the oracle indexes them: term and position increment.</summary>
    public List<(string Term, int Increment)[]> Tokens(IReadOnlyList<string> texts)
    {
        string file = folder.Combine("texts");
        File.WriteAllLines(file, texts);
        return OracleQuery.ParseTokens(Oracle.Run("tokens", "--stop", file));
    }

    /// <summary>What the oracle finds.</summary>
    public OracleHits Search(IEnumerable<OracleQuery> queries)
    {
        string file = folder.Combine("queries.tsv");
        File.WriteAllLines(file, queries.Select(query => query.Line));
        return OracleHits.Parse(Oracle.Run("search", IndexFolder, file).Split('\n'));
    }

    public void Dispose() => folder.Dispose();

    private static IEnumerable<(string Title, string Body)> ReadLaws()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(RepositoryRoot.InShared("data", "laws", "corpus.jsonl.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using JsonDocument law = JsonDocument.Parse(line);
            string body = law.RootElement.GetProperty("body").GetString()!;
            yield return (law.RootElement.TryGetProperty("title", out JsonElement title) ? title.GetString()! : body[..Math.Min(body.Length, 20)].Replace('\n', ' '), body);
        }
    }

    private string Line((string Title, string Body) document, int number) => JsonSerializer.Serialize(new
    {
        id = $"d{number}",
        title = document.Title,
        body = document.Body,
        city = $"city{Random.Next(20)}",
        year = $"{Random.Next(2015, 2026)}",
        topic = new[] { $"topic{Random.Next(12)}" },
    });

    [GeneratedRegex("\n(?=第[一二三四五六七八九十百]+条)")]
    private static partial Regex Article();
}
