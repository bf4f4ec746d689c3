using Lucene.Net.Index;
using Lucene.Net.Store;
using PolicySearch.Search.Indexing;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Schema;
using PolicySearch.Testing;

namespace PolicySearch.Search.Tests.Indexing;

public sealed class CorpusIndexerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeReader reader = new();

    public void Dispose() => folder.Dispose();

    private string Corpus => folder.Combine("corpus");

    private string Index => folder.Combine("index");

    [Fact]
    public void New_files_are_added_changed_ones_updated_and_the_rest_is_not_read_again()
    {
        Write("a.txt", "医共体建设");
        Write("b.txt", "养老服务");
        IndexingReport first = Run();
        Assert.Equal((2, 0, 0), (first.Added, first.Updated, first.Unchanged));
        Assert.Equal(2, first.Formats[".txt"]);
        int reads = reader.Reads;
        Write("b.txt", "充电桩建设");
        Write("c.txt", "家庭医生");
        IndexingReport second = Run();
        Assert.Equal((1, 1, 1), (second.Added, second.Updated, second.Unchanged));
        Assert.Equal(2, reader.Reads - reads);
        Assert.Equal(["corpus/b.txt"], Sources("充电桩"));
        Assert.Empty(Sources("养老"));
        Assert.Equal(3, Sources("").Count);
    }

    [Fact]
    public void A_run_that_finds_nothing_new_leaves_the_commit_as_it_is()
    {
        Write("a.txt", "医共体建设");
        Run();
        string[] before = CommitFiles();
        Run();
        Assert.Equal(before, CommitFiles());
    }

    [Fact]
    public void Documents_whose_files_are_gone_stay_until_pruned_and_other_corpora_are_not_touched()
    {
        Write("a.txt", "甲");
        Write("b.txt", "乙");
        string other = folder.Combine("corpus2");
        System.IO.Directory.CreateDirectory(other);
        File.WriteAllText(Path.Combine(other, "c.txt"), "丙");
        NewIndexer().Run([Corpus, other], new());
        File.Delete(Path.Combine(Corpus, "b.txt"));
        Assert.Equal(0, Run().Deleted);
        Assert.Equal(3, Sources("").Count);
        Assert.Equal(1, Run(new() { Prune = true }).Deleted);
        Assert.Equal(["corpus/a.txt", "corpus2/c.txt"], Sources(""));
    }

    [Fact]
    public void A_file_that_fails_is_reported_and_what_was_indexed_of_it_stays()
    {
        Write("a.txt", "医共体建设");
        Write("b.txt", "养老服务");
        Run();
        Write("a.txt", "unreadable now");
        Write("b.txt", "fault now");
        Write("c.txt", "充电桩 warn");
        IndexingReport report = Run(new() { Prune = true });
        Assert.Equal((1, 0, 0, 0), (report.Added, report.Updated, report.Unchanged, report.Deleted));
        Assert.Equal(["it is not to be read; leave it out", "it could not be understood (InvalidOperationException: a fault of the reader); report the file to the maintainers"],
            report.Rejected.Select(file => file.Reason));
        Assert.Equal([("corpus/c.txt", "look at it")], report.Warnings);
        Assert.Equal(["corpus/a.txt"], Sources("医共体"));
        Assert.Equal(["corpus/b.txt"], Sources("养老"));
    }

    [Fact]
    public void A_cancelled_run_leaves_the_last_commit()
    {
        Write("a.txt", "医共体建设");
        Run();
        Write("a.txt", "养老服务");
        Write("z.txt", "充电桩");
        using var cancel = new CancellationTokenSource();
        var cancelling = new FakeReader { Reading = path => { if (path.EndsWith("z.txt", StringComparison.Ordinal)) cancel.Cancel(); } };
        Assert.ThrowsAny<OperationCanceledException>(() => new CorpusIndexer(Index, cancelling).Run([Corpus], new() { Parallelism = 1 }, null, cancel.Token));
        Assert.Equal(["corpus/a.txt"], Sources("医共体"));
        Assert.Single(Sources(""));
        IndexingReport next = Run();
        Assert.Equal((1, 1), (next.Added, next.Updated));
    }

    [Fact]
    public void A_rebuild_keeps_the_old_index_searchable_until_the_new_one_is_whole()
    {
        Write("a.txt", "医共体建设");
        Run();
        using var search = new EmbeddedPolicySearch(Index, null, TimeSpan.Zero);
        Assert.Equal(1, Total(search, "医共体"));
        Write("a.txt", "养老服务");
        var during = new List<long>();
        var watching = new FakeReader { Reading = _ => during.Add(Total(search, "医共体")) };
        IndexingReport report = new CorpusIndexer(Index, watching).Run([Corpus], new() { Rebuild = true });
        Assert.Equal([1], during);
        Assert.Equal(1, report.Added);
        Assert.Equal((0, 1), (Total(search, "医共体"), Total(search, "养老")));
    }

    [Fact]
    public void An_index_that_another_run_is_writing_is_refused_and_not_harmed()
    {
        Write("a.txt", "医共体建设");
        Run();
        Write("b.txt", "养老服务");
        Exception? refused = null;
        var second = new FakeReader();
        var slow = new FakeReader { Reading = _ => refused = Record.Exception(() => new CorpusIndexer(Index, second).Run([Corpus], new())) };
        Assert.Equal(1, new CorpusIndexer(Index, slow).Run([Corpus], new()).Added);
        Assert.Contains("being written by another process", Assert.IsType<IndexUnavailableException>(refused).Message, StringComparison.Ordinal);
        Assert.Equal(2, Sources("").Count);
    }

    [Fact]
    public void A_damaged_index_and_one_of_another_lexicon_ask_for_a_rebuild_which_helps()
    {
        Write("a.txt", "医共体建设");
        Run();
        var other = new CorpusIndexer(Index, reader, DomainLexicon.Of("甲乙"));
        Assert.Contains("--rebuild", Assert.Throws<IndexUnavailableException>(() => other.Run([Corpus], new())).Message, StringComparison.Ordinal);
        foreach (string file in System.IO.Directory.GetFiles(Index).Where(path => Path.GetFileName(path) is not ("segments.gen" or "write.lock")))
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..^1]);
        Assert.Contains("--rebuild", Assert.Throws<IndexUnavailableException>(() => Run()).Message, StringComparison.Ordinal);
        Assert.Equal(1, Run(new() { Rebuild = true }).Added);
        Assert.Equal(["corpus/a.txt"], Sources("医共体"));
    }

    [Fact]
    public void A_long_run_commits_now_and_then()
    {
        for (int i = 0; i < 20; i++)
            Write($"{i:00}.txt", $"文件{i}");
        var commits = new SortedSet<long>();
        var watching = new FakeReader { Reading = _ => commits.Add(Generation()) };
        new CorpusIndexer(Index, watching).Run([Corpus], new() { CommitInterval = TimeSpan.FromTicks(1), Parallelism = 1 });
        Assert.True(commits.Count > 10, $"{commits.Count} commits were seen");
        Assert.Equal(20, Sources("").Count);
    }

    [Fact]
    public void Progress_comes_from_one_thread_at_a_time_counts_every_file_and_ends_with_the_total()
    {
        for (int i = 0; i < 50; i++)
            Write($"{i:00}.txt", i % 7 == 0 ? "unreadable" : $"文件{i}");
        var progress = new Recorder();
        NewIndexer().Run([Corpus], new() { Parallelism = 4 }, progress);
        Assert.False(progress.Overlapped);
        Assert.Equal(Enumerable.Range(1, 50).Append(50), progress.Reports.Select(report => report.Done));
        Assert.Null(progress.Reports[^1].Current);
        Assert.All(progress.Reports, report => Assert.Equal(50, report.Total));
    }

    [NeedsFact(Requirement.Oracle)]
    public void What_it_writes_is_clean_for_Lucene_after_updates_and_deletions()
    {
        for (int i = 0; i < 30; i++)
            Write($"{i:00}.txt", $"第{i}号提案 家庭医生签约");
        Run();
        for (int i = 0; i < 10; i++)
            Write($"{i:00}.txt", $"第{i}号建议 养老服务");
        File.Delete(Path.Combine(Corpus, "29.txt"));
        Run(new() { Prune = true });
        Oracle.AssertClean(Index);
        Assert.Empty(IndexCheck.Run(Index).Problems);
        Assert.Equal(29, IndexCheck.Run(Index).Documents);
    }

    private CorpusIndexer NewIndexer() => new(Index, reader);

    private IndexingReport Run(IndexingOptions? options = null) => NewIndexer().Run([Corpus], options ?? new());

    private void Write(string name, string text)
    {
        System.IO.Directory.CreateDirectory(Corpus);
        File.WriteAllText(Path.Combine(Corpus, name), text);
    }

    private List<string> Sources(string query)
    {
        using var search = new EmbeddedPolicySearch(Index);
        return [.. search.SearchAsync(new() { Query = query, Size = 100 }).Now().Hits.Select(hit => hit.Facts.Source).Order(StringComparer.Ordinal)];
    }

    private static long Total(EmbeddedPolicySearch search, string query) => search.SearchAsync(new() { Query = query }).Now().Total;

    private string[] CommitFiles() => [.. System.IO.Directory.GetFiles(Index, "segments_*").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private long Generation()
    {
        using FSDirectory directory = FSDirectory.Open(Index);
        if (!DirectoryReader.IndexExists(directory))
            return 0;
        using DirectoryReader opened = DirectoryReader.Open(directory);
        return opened.IndexCommit.Generation;
    }

    private sealed class Recorder : IProgress<IndexingProgress>
    {
        private int inside;

        public List<IndexingProgress> Reports { get; } = [];

        public bool Overlapped { get; private set; }

        public void Report(IndexingProgress value)
        {
            Overlapped |= Interlocked.Increment(ref inside) != 1;
            Reports.Add(value);
            Interlocked.Decrement(ref inside);
        }
    }
}
