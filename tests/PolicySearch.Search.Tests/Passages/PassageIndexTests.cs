using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicySearch.Documents;
using PolicySearch.Search.Indexing;
using PolicySearch.Search.Passages;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Schema;
using PolicySearch.Search.Tests.Indexing;
using PolicySearch.Testing;

namespace PolicySearch.Search.Tests.Passages;

public sealed class PassageIndexTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly PolicyAnalyzer analyzer = new();

    private string Index => folder.Combine("index");

    public void Dispose()
    {
        analyzer.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Updates_and_deletions_take_the_passages_along()
    {
        using (FSDirectory directory = NewDirectory())
        {
            Write(directory, isNew: true, writer => { writer.Update(Document("a", "甲甲", 3)); writer.Update(Document("b", "乙乙", 2)); });
            Assert.Equal(5, IndexCheck.Run(Index).Passages);
            Write(directory, isNew: false, writer => { writer.Update(Document("a", "丙丙", 1)); writer.Delete("made/b"); });
        }
        IndexCheckReport report = IndexCheck.Run(Index);
        Assert.Equal((1, 1), (report.Documents, report.Passages));
        Assert.Empty(report.Problems);
    }

    [Fact]
    public void Passages_that_were_committed_without_their_documents_are_as_if_they_had_not_been()
    {
        using FSDirectory directory = NewDirectory();
        Write(directory, isNew: true, writer => writer.Update(Document("a", "甲甲", 3)));
        CommitPassagesAlone(directory);
        Assert.Equal(3, IndexCheck.Run(Index).Passages);
        using var open = new OpenIndex(Index, TimeSpan.Zero);
        Assert.Equal(3, open.Use((_, passages) => passages.IndexReader.NumDocs));
        Write(directory, isNew: false, writer => writer.Update(Document("b", "乙乙", 2)));
        Assert.Equal(5, open.Use((_, passages) => passages.IndexReader.NumDocs));
        Assert.Empty(IndexCheck.Run(Index).Problems);
        using FSDirectory below = PassageReaders.OpenDirectory(directory);
        Assert.Single(DirectoryReader.ListCommits(below), commit => commit.Generation == PassageReaders.NamedGeneration(directory));
    }

    [Fact]
    public void A_reader_keeps_the_passages_that_it_began_with()
    {
        using FSDirectory directory = NewDirectory();
        Write(directory, isNew: true, writer => writer.Update(Document("a", "甲甲", 3)));
        using var open = new OpenIndex(Index, TimeSpan.Zero);
        (int before, int during, int after) = open.Use((_, passages) =>
        {
            int now = passages.IndexReader.NumDocs;
            for (int i = 0; i < 3; i++)
                Write(directory, isNew: false, writer => writer.Update(Document("b" + i, "乙乙", 2)));
            return (now, passages.IndexReader.NumDocs, open.Use((_, later) => later.IndexReader.NumDocs));
        });
        Assert.Equal((3, 3, 9), (before, during, after));
    }

    [Fact]
    public void A_rebuild_without_any_passage_leaves_none_of_before()
    {
        using FSDirectory directory = NewDirectory();
        Write(directory, isNew: true, writer => writer.Update(Document("a", "甲甲", 3)));
        Write(directory, isNew: true, writer => writer.Update(TestDocuments.Plain("made/c", "短")));
        Assert.Equal((1, 0), (IndexCheck.Run(Index).Documents, IndexCheck.Run(Index).Passages));
    }

    [Fact]
    public void What_is_not_committed_is_given_up()
    {
        using FSDirectory directory = NewDirectory();
        Write(directory, isNew: true, writer => writer.Update(Document("a", "甲甲", 3)));
        using (var writer = new PolicyIndexWriter(directory, analyzer, null))
            writer.Update(Document("b", "乙乙", 2));
        Assert.Equal((1, 3), (IndexCheck.Run(Index).Documents, IndexCheck.Run(Index).Passages));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Ordinary_search_answers_as_if_there_were_no_passages(int seed)
    {
        List<PolicyDocument> documents = TestDocuments.Random(seed, 120);
        using (FSDirectory directory = NewDirectory())
            Write(directory, isNew: true, writer => documents.ForEach(document => writer.Update(document)));
        string plain = folder.Combine("plain");
        WriteWithoutPassages(plain, documents);
        using var with = new EmbeddedPolicySearch(Index);
        using var without = new EmbeddedPolicySearch(plain);
        foreach (string query in (string[])["", "-养老", "家庭医生", "\"医共体建设\"", "校园安全 补贴", "2023年", "类型:通知", "卫函〔2020〕3号"])
        {
            SearchResponse expected = without.SearchAsync(new() { Query = query, Size = 100 }).Now(), actual = with.SearchAsync(new() { Query = query, Size = 100 }).Now();
            Assert.Equal(expected.Total, actual.Total);
            Assert.Equal(expected.Hits.Select(hit => (hit.Id, hit.Score)), actual.Hits.Select(hit => (hit.Id, hit.Score)));
            Assert.Equal(expected.Facets.SelectMany(facet => facet.Values), actual.Facets.SelectMany(facet => facet.Values));
        }
        Assert.Equal(without.StatusAsync().Now().Documents, with.StatusAsync().Now().Documents);
    }

    private FSDirectory NewDirectory() => FSDirectory.Open(System.IO.Directory.CreateDirectory(Index));

    private void Write(FSDirectory directory, bool isNew, Action<PolicyIndexWriter> work)
    {
        var data = new Dictionary<string, string> { [PolicySchema.VersionKey] = PolicySchema.Version, [PolicySchema.IndexIdKey] = "made" };
        using var writer = new PolicyIndexWriter(directory, analyzer, isNew ? data : null);
        work(writer);
        writer.Commit();
    }

    /// <summary>What a crash leaves between the two commits.</summary>
    private void CommitPassagesAlone(FSDirectory directory)
    {
        using FSDirectory below = PassageReaders.OpenDirectory(directory);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { IndexDeletionPolicy = new PassageCommits(PassageReaders.NamedGeneration(directory)) };
        using var passages = new IndexWriter(below, config);
        passages.DeleteAll();
        passages.AddDocuments(PassageMapper.Map(Document("x", "丁丁", 4), RecordedTokens.Of(analyzer, PolicySchema.Body, Document("x", "丁丁", 4).Body)));
        passages.Commit();
    }

    private void WriteWithoutPassages(string target, List<PolicyDocument> documents)
    {
        using FSDirectory directory = FSDirectory.Open(System.IO.Directory.CreateDirectory(target));
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = new BM25Similarity() });
        foreach (PolicyDocument document in documents)
            writer.AddDocument(DocumentMapper.Map(document));
        writer.SetCommitData(new Dictionary<string, string> { [PolicySchema.VersionKey] = PolicySchema.Version, [PolicySchema.IndexIdKey] = "plain" });
        writer.Commit();
    }

    private static PolicyDocument Document(string name, string word, int paragraphs)
    {
        string[] texts = [.. Enumerable.Range(0, paragraphs).Select(i => $"{word}第{i}段，加快推进医共体建设，提高乡村医生待遇。")];
        int start = 0;
        var parts = new List<Paragraph>();
        foreach (string text in texts)
        {
            parts.Add(new(ParagraphKind.Body, 0, start, start + text.Length, 1));
            start += text.Length + 1;
        }
        return TestDocuments.Plain("made/" + name, string.Join('\n', texts)) with { Paragraphs = parts };
    }
}
