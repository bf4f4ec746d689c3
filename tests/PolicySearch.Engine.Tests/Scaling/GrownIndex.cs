using System.Globalization;
using System.IO;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicySearch.Testing;

namespace PolicySearch.Engine.Tests.Scaling;

/// <summary>
/// An index of many small documents in ten segments (or as many as asked for), whatever their number. Every document has the word "all", every hundredth "part"; ten have "rare",
/// a thousand "some", spread evenly over any number of documents.
/// </summary>
public sealed class GrownIndex : IDisposable
{
    public const int Rare = 10, Some = 1000;

    private readonly TemporaryFolder folder = new();

    /// <param name="documents">How many.</param>
    /// <param name="segments">In how many segments.</param>
    /// <param name="storedBytes">Bytes that each document stores besides; they do not compress.</param>
    public GrownIndex(int documents, int segments = 10, int storedBytes = 0)
    {
        Documents = documents;
        var random = new Random(documents);
        var stored = new byte[storedBytes];
        using FSDirectory directory = OpenDirectory();
        using var writer = new IndexWriter(directory, Config(documents / segments));
        for (int i = 0; i < documents; i++)
        {
            random.NextBytes(stored);
            Document document = Create(i, documents);
            document.Add(new StoredField("bytes", stored));
            writer.AddDocument(document);
        }
    }

    public int Documents { get; }

    public string Path => folder.Path;

    /// <summary>Bytes of all files.</summary>
    public long Size => System.IO.Directory.EnumerateFiles(Path).Sum(file => new FileInfo(file).Length);

    /// <summary>Bytes of the index's files that this process has touched by the memory that it reads them through, in whole pages and some around each.</summary>
    public long Touched
    {
        get
        {
            long sum = 0;
            bool inside = false;
            foreach (string line in File.ReadLines("/proc/self/smaps"))
            {
                string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                // A mapping begins with its addresses; files that the writer has since deleted may still be mapped.
                if (words[0].Contains('-', StringComparison.Ordinal))
                    inside = line.Contains(Path, StringComparison.Ordinal) && words[^1] != "(deleted)";
                else if (inside && words[0] == "Rss:")
                    sum += 1024 * long.Parse(words[1], CultureInfo.InvariantCulture);
            }
            return sum;
        }
    }

    public FSDirectory OpenDirectory() => FSDirectory.Open(Path);

    public DirectoryReader OpenReader() => DirectoryReader.Open(OpenDirectory());

    public static IndexSearcher Searcher(DirectoryReader reader) => new(reader) { Similarity = new BM25Similarity() };

    /// <summary>A document of the index.</summary>
    public static Document Create(int i, int documents)
    {
        string body = $"all word{i % 997} other{i * 31 % 211}";
        if (i % (documents / Rare) == 0)
            body += " rare";
        if (i % (documents / Some) == 0)
            body += " some";
        if (i % 100 == 0)
            body += " part";
        return
        [
            new StringField("id", $"id{i}", Field.Store.YES),
            new TextField("body", body, Field.Store.YES),
            new NumericDocValuesField("number", i),
            new SortedDocValuesField("group", new BytesRef($"group{i % 50}")),
        ];
    }

    /// <summary>Of a writer that makes a segment of so many documents and merges none.</summary>
    public static IndexWriterConfig Config(int perSegment) => new(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48))
    {
        MaxBufferedDocs = perSegment,
        RAMBufferSizeMB = 1000,
        MergePolicy = NoMergePolicy.NO_COMPOUND_FILES,
        MergeScheduler = new SerialMergeScheduler(),
        Similarity = new BM25Similarity(),
    };

    public void Dispose() => folder.Dispose();
}

/// <summary>A thousand documents, and a hundred times as many.</summary>
public sealed class GrownIndexes : IDisposable
{
    public GrownIndex Small { get; } = new(1000);

    public GrownIndex Large { get; } = new(100_000);

    public void Dispose()
    {
        Small.Dispose();
        Large.Dispose();
    }
}
