using Lucene.Net.Index;
using Lucene.Net.Store;
using PolicySearch.Documents;
using PolicySearch.Documents.Regions;
using PolicySearch.Search.Indexing;
using PolicySearch.Search.Schema;
using PolicySearch.Testing;

namespace PolicySearch.Search.Tests.Indexing;

/// <summary>Places that documents get from the letters of their numbers, learned while indexing.</summary>
public sealed class NumberPlaceTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_letter_that_names_no_place_gets_the_one_that_its_number_means_elsewhere()
    {
        Write("ask.txt", Asking);
        WriteTeachers(3);
        IndexingReport report = Run();
        PolicyDocument asked = Indexed()["corpus/ask.txt"];
        Assert.Equal(("甘肃省", "庆阳市", "环县", "docNumber"), (asked.Province, asked.City, asked.County, asked.Provenance["county"]));
        Assert.DoesNotContain(asked.Warnings, warning => warning.Contains("region", StringComparison.Ordinal));
        Assert.Equal((4, 4), (report.Added, report.Fields.Single(field => field.Field == "county").Documents));
        Assert.Equal(asked.Warnings, report.Warnings.Where(warning => warning.Source == "corpus/ask.txt").Select(warning => warning.Warning));
    }

    [Fact]
    public void Two_documents_teach_nothing()
    {
        Write("ask.txt", Asking);
        WriteTeachers(2);
        Run();
        Assert.Null(Indexed()["corpus/ask.txt"].County);
    }

    [Theory]
    [InlineData("0-ask.txt")]
    [InlineData("z-ask.txt")]
    public void It_does_not_matter_which_files_come_first_nor_in_how_many_runs(string name)
    {
        Write(name, Asking);
        Run();
        Assert.Null(Indexed()["corpus/" + name].County);
        WriteTeachers(2);
        Run();
        WriteTeachers(4);
        IndexingReport last = Run();
        Assert.Equal((2, 0, 3), (last.Added, last.Updated, last.Unchanged));
        PolicyDocument grown = Indexed()["corpus/" + name];
        Assert.Equal("环县", grown.County);
        Run(new() { Rebuild = true });
        Assert.Equal(PolicyDocumentJson.Serialize(Indexed()["corpus/" + name]), PolicyDocumentJson.Serialize(grown));
    }

    [Fact]
    public void A_place_goes_when_the_documents_that_taught_it_are_gone()
    {
        Write("ask.txt", Asking);
        WriteTeachers(3);
        Run();
        File.Delete(Path.Combine(Corpus, "t1.txt"));
        Run(new() { Prune = true });
        Assert.Null(Indexed()["corpus/ask.txt"].County);
    }

    [Fact]
    public void A_run_without_news_reads_nothing_and_commits_nothing()
    {
        Write("ask.txt", Asking);
        WriteTeachers(3);
        Run();
        string[] before = CommitFiles();
        Run();
        Assert.Equal(before, CommitFiles());
    }

    [Fact]
    public void A_run_that_is_cancelled_while_it_reads_again_changes_nothing()
    {
        Write("ask.txt", Asking);
        Run();
        string[] before = CommitFiles();
        WriteTeachers(3);
        using var cancellation = new CancellationTokenSource();
        var indexer = new CorpusIndexer(Index, new StoppingReader(cancellation));
        Assert.ThrowsAny<OperationCanceledException>(() => indexer.Run([Corpus], new(), null, cancellation.Token));
        Assert.Equal(before, CommitFiles());
        Run();
        Assert.Equal("环县", Indexed()["corpus/ask.txt"].County);
    }

    private const string Asking = "庆环市监函字〔2025〕275号\n对县十一届人大四次会议第133号代表建议的答复函\n丁某代表：\n您提出的《关于规范集贸市场的建议》收悉，现答复如下：\n一、已完成整治。\n";

    private string Corpus => folder.Combine("corpus");

    private string Index => folder.Combine("index");

    private void WriteTeachers(int count)
    {
        for (int i = 1; i <= count; i++)
        {
            string office = i % 2 == 0 ? "教育局" : "水务局";
            Write($"t{i}.txt", $"庆环{(i % 2 == 0 ? "教" : "水")}函〔2024〕{i}号\n环县{office}关于做好第{i}项工作的通知\n各乡镇人民政府：\n现通知如下。\n环县{office}\n2024年5月{i}日\n");
        }
    }

    private void Write(string name, string text)
    {
        System.IO.Directory.CreateDirectory(Corpus);
        File.WriteAllText(Path.Combine(Corpus, name), text);
    }

    private IndexingReport Run(IndexingOptions? options = null) => new CorpusIndexer(Index, new DocumentReader()).Run([Corpus], options ?? new());

    private string[] CommitFiles() => [.. System.IO.Directory.GetFiles(Index, "segments_*").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    private Dictionary<string, PolicyDocument> Indexed()
    {
        using FSDirectory directory = FSDirectory.Open(Index);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var found = new Dictionary<string, PolicyDocument>();
        foreach (AtomicReaderContext leaf in reader.Leaves)
        {
            for (int i = 0; i < leaf.AtomicReader.MaxDoc; i++)
            {
                if (leaf.AtomicReader.LiveDocs?.Get(i) == false)
                    continue;
                PolicyDocument document = StoredDocument.ReadWhole(leaf.AtomicReader.Document(i));
                found.Add(document.Source, document);
            }
        }
        return found;
    }

    /// <summary>Reads as ever until it is taught; then it stops the run.</summary>
    private sealed class StoppingReader(CancellationTokenSource cancellation) : IDocumentReader
    {
        private readonly DocumentReader reader = new();

        public bool CanRead(string fileName) => reader.CanRead(fileName);

        public PolicyDocument Read(string path, string source, CancellationToken cancellationToken = default) => reader.Read(path, source, cancellationToken);

        public IDocumentReader Taught(DocumentNumberPrefixes prefixes)
        {
            cancellation.Cancel();
            return this;
        }
    }
}
