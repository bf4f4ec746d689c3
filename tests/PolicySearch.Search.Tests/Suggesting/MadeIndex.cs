using PolicySearch.Documents;
using PolicySearch.Search.Indexing;
using PolicySearch.Search.Suggesting;
using PolicySearch.Testing;

namespace PolicySearch.Search.Tests.Suggesting;

/// <summary>An index made of documents that a test gives. Owns its folder.</summary>
internal sealed class MadeIndex : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DictionaryReader reader = new();

    /// <summary>Indexes documents.</summary>
    public MadeIndex(params IEnumerable<PolicyDocument> documents)
    {
        Directory.CreateDirectory(Corpus);
        Add(documents);
        Search = new EmbeddedPolicySearch(IndexFolder, refreshInterval: TimeSpan.Zero);
    }

    public EmbeddedPolicySearch Search { get; }

    public string IndexFolder => folder.Combine("index");

    private string Corpus => folder.Combine("made");

    /// <summary>Adds documents in a run of their own.</summary>
    public IndexingReport Add(params IEnumerable<PolicyDocument> documents)
    {
        int number = reader.Documents.Count;
        foreach (PolicyDocument document in documents)
        {
            string name = $"{number++}.txt";
            reader.Documents[name] = document;
            File.WriteAllText(Path.Combine(Corpus, name), name);
        }
        return new CorpusIndexer(IndexFolder, reader).Run([Corpus], new IndexingOptions());
    }

    /// <summary>The texts suggested.</summary>
    public async Task<List<string>> Texts(string typed, int limit = 10) =>
        [.. (await Search.SuggestAsync(typed, limit)).Suggestions.Select(suggestion => suggestion.Text)];

    public void Dispose()
    {
        Search.Dispose();
        folder.Dispose();
    }

    /// <summary>Gives the documents by file name.</summary>
    private sealed class DictionaryReader : IDocumentReader
    {
        public Dictionary<string, PolicyDocument> Documents { get; } = [];

        public bool CanRead(string fileName) => fileName.EndsWith(".txt", StringComparison.Ordinal);

        public PolicyDocument Read(string path, string source, CancellationToken cancellationToken = default) => Documents[Path.GetFileName(path)] with
        {
            Id = DocumentReader.IdOf(source),
            Source = source,
            ContentHash = DocumentReader.HashOf(new MemoryStream(File.ReadAllBytes(path))),
        };
    }
}
