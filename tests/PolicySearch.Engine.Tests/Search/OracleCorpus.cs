using System.IO;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicySearch.Testing;

namespace PolicySearch.Engine.Tests.Search;

/// <summary>Real articles of laws as a corpus for the oracle, and an index that it wrote of them.</summary>
internal sealed partial class OracleCorpus : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>An index of some thousand articles, chosen by a seed.</summary>
    public OracleCorpus(int documents, int seed, params string[] writeOptions)
    {
        Random = new Random(seed);
        Texts = Sample(documents);
        string corpus = folder.Combine("corpus.jsonl");
        File.WriteAllLines(corpus, Texts.Select((text, i) => Line(text, i)));
        Oracle.Run(["write", .. writeOptions, IndexFolder, corpus]);
    }

    public string IndexFolder => folder.Combine("index");

    public List<string> Texts { get; }

    public Random Random { get; }

    /// <summary>The tokens of each text as the oracle indexes them: term and position increment.</summary>
    public List<(string Term, int Increment)[]> Tokens(IReadOnlyList<string> texts)
    {
        string file = folder.Combine("texts");
        File.WriteAllLines(file, texts);
        var result = new List<(string, int)[]>();
        var current = new List<(string, int)>();
        foreach (string line in Oracle.Run("tokens", "--stop", file).Split('\n').SkipLast(1))
        {
            string[] columns = line.Split('\t');
            if (columns.Length > 1)
            {
                current.Add((columns[0], int.Parse(columns[3])));
                continue;
            }
            result.Add(current.ToArray());
            current.Clear();
        }
        return result;
    }

    /// <summary>What the oracle finds: for each query its lines without the query's id.</summary>
    public Dictionary<string, List<string[]>> Search(IEnumerable<string> queries)
    {
        string file = folder.Combine("queries.tsv");
        File.WriteAllLines(file, queries);
        return Oracle.Run("search", IndexFolder, file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t'))
            .GroupBy(c => c[0]).ToDictionary(g => g.Key, g => g.Select(c => c[1..]).ToList());
    }

    public void Dispose() => folder.Dispose();

    private List<string> Sample(int count)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(RepositoryRoot.InShared("data", "laws", "corpus.jsonl.gz")), CompressionMode.Decompress));
        var articles = new List<string>();
        for (int laws = 0; laws < 400 && reader.ReadLine() is { } line; laws++)
            articles.AddRange(Article().Split(JsonDocument.Parse(line).RootElement.GetProperty("body").GetString()!));
        string[] all = articles.Where(a => a.Length > 10).ToArray();
        Random.Shuffle(all);
        return all.Take(count).ToList();
    }

    private string Line(string text, int number) => JsonSerializer.Serialize(new
    {
        id = $"d{number}",
        title = text[..Math.Min(text.Length, 12)].Replace('\n', ' '),
        body = text,
        city = $"city{Random.Next(20)}",
        year = $"{Random.Next(2015, 2026)}",
        topic = new[] { $"topic{Random.Next(12)}" },
    });

    [GeneratedRegex("\n(?=第[一二三四五六七八九十百]+条)")]
    private static partial Regex Article();
}
