using System.Diagnostics;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Xunit.Abstractions;

namespace PolicySearch.Engine.Tests.Scaling;

/// <summary>
/// How costs grow from a thousand documents to a hundred thousand. Counted are bytes allocated, touched and written, which do not depend on the machine;
/// times only where nothing can be counted, the best of many, and with room for a factor of several where the wrong growth would be a factor of a hundred.
/// </summary>
public sealed class ScalingTests(GrownIndexes indexes, ITestOutputHelper output) : IClassFixture<GrownIndexes>
{
    // What the same work may cost more: longer numbers, a deeper dictionary, an array that a pool did not have.
    private const double Same = 1.2;
    private const double SameTime = 6;

    [Fact]
    public void Opening_and_a_first_query_allocate_the_same_whatever_the_size() =>
        AssertSame("allocated", index => Allocated(() => FirstQuery(index)));

    [Fact]
    public void Opening_and_a_first_query_touch_a_small_part_of_the_files()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var index = new GrownIndex(100_000, segments: 1, storedBytes: 250);
        using DirectoryReader reader = FirstQuery(index);
        long touched = index.Touched;
        output.WriteLine($"touched {touched:N0} of {index.Size:N0} bytes");

        // Some pages at the beginning and the end of each file and where the term and the document lie; a mapping brings 64 KB at once.
        Assert.InRange(touched, 1, index.Size / 5);
    }

    [Fact]
    public void A_rare_term_costs_the_same_whatever_the_size()
    {
        using DirectoryReader small = indexes.Small.OpenReader(), large = indexes.Large.OpenReader();
        AssertSameWork(small, large, "rare", GrownIndex.Rare);
    }

    [Fact]
    public void The_best_ten_of_a_term_cost_what_its_postings_do_and_not_what_the_index_does()
    {
        using DirectoryReader small = indexes.Small.OpenReader(), large = indexes.Large.OpenReader();
        AssertSameWork(small, large, "some", GrownIndex.Some);

        // A hundred times the postings: at most as many times the work, but for noise.
        double some = BestTime(large, "some", GrownIndex.Some), all = BestTime(large, "all", indexes.Large.Documents);
        output.WriteLine($"{GrownIndex.Some} postings {some * 1e6:N1} µs, {indexes.Large.Documents} postings {all * 1e6:N1} µs");
        Assert.InRange(all, 0, 300 * some);
    }

    [Fact]
    public void A_reader_in_use_holds_as_much_whatever_the_size() => AssertSame("allocated by a reader in use", index => Allocated(() =>
    {
        using DirectoryReader reader = index.OpenReader();
        IndexSearcher searcher = GrownIndex.Searcher(reader);
        TopDocs hits = searcher.Search(new TermQuery(new Term("body", "some")), null, 10, new Sort(new SortField("number", SortFieldType.INT64, true)));
        foreach (ScoreDoc hit in hits.ScoreDocs)
            searcher.Doc(hit.Doc);
        searcher.Search(new PrefixQuery(new Term("id", "id77")), 10);
    }));

    [Fact]
    public void One_more_document_is_committed_without_writing_the_others_again()
    {
        (long bytes, long allocated) small = CommitOneByOne(indexes.Small), large = CommitOneByOne(indexes.Large);
        output.WriteLine($"written {small.bytes:N0} and {large.bytes:N0}, allocated {small.allocated:N0} and {large.allocated:N0} bytes");

        Assert.InRange(large.bytes, 1, (long)(Same * small.bytes));
        Assert.InRange(large.allocated, 1, (long)(Same * small.allocated));
    }

    [Fact]
    public void A_reader_is_opened_anew_without_reading_old_segments_again() => AssertSame("allocated by reopening", index =>
    {
        using RAMDirectory directory = CopyOf(index);
        using var writer = new IndexWriter(directory, GrownIndex.Config(index.Documents));
        using DirectoryReader before = DirectoryReader.Open(writer, true);
        writer.AddDocument(GrownIndex.Create(1, index.Documents));
        return Allocated(() => DirectoryReader.OpenIfChanged(before)!.Dispose());
    });

    private static (long Bytes, long Allocated) CommitOneByOne(GrownIndex index)
    {
        using RAMDirectory directory = CopyOf(index);
        var tracked = new TrackingDirectoryWrapper(directory);
        using var writer = new IndexWriter(tracked, GrownIndex.Config(index.Documents));
        long written = 0;
        long allocated = Allocated(() =>
        {
            for (int i = 0; i < 10; i++)
            {
                ISet<string> before = tracked.CreatedFiles;
                writer.AddDocument(GrownIndex.Create(i + 1, index.Documents));
                writer.Commit();
                written += tracked.CreatedFiles.Except(before).Sum(directory.FileLength);
            }
        });
        return (written, allocated);
    }

    private static RAMDirectory CopyOf(GrownIndex index)
    {
        using FSDirectory files = index.OpenDirectory();
        return new RAMDirectory(files, IOContext.DEFAULT);
    }

    private static DirectoryReader FirstQuery(GrownIndex index)
    {
        DirectoryReader reader = index.OpenReader();
        TopDocs hits = GrownIndex.Searcher(reader).Search(new TermQuery(new Term("body", "rare")), 10);
        Assert.Equal(GrownIndex.Rare, hits.TotalHits);
        Assert.NotNull(reader.Document(hits.ScoreDocs[0].Doc).Get("id"));
        return reader;
    }

    private void AssertSameWork(DirectoryReader small, DirectoryReader large, string word, int postings)
    {
        (double ofSmall, double ofLarge) = (BestTime(small, word, postings), BestTime(large, word, postings));
        output.WriteLine($"{word}: {ofSmall * 1e6:N1} and {ofLarge * 1e6:N1} µs");
        Assert.InRange(ofLarge, 0, SameTime * ofSmall);
        Assert.InRange(Allocated(() => Search(large, word, postings)), 1, (long)(Same * Allocated(() => Search(small, word, postings))));
    }

    private static void Search(DirectoryReader reader, string word, int postings) =>
        Assert.Equal(postings, GrownIndex.Searcher(reader).Search(new TermQuery(new Term("body", word)), 10).TotalHits);

    /// <summary>Seconds of the fastest of many runs.</summary>
    private static double BestTime(DirectoryReader reader, string word, int postings)
    {
        double best = double.MaxValue;
        for (int i = 0; i < 100; i++)
        {
            long start = Stopwatch.GetTimestamp();
            Search(reader, word, postings);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        return best;
    }

    private void AssertSame(string what, Func<GrownIndex, long> cost)
    {
        // The first call pays for what is made once.
        cost(indexes.Small);
        long small = cost(indexes.Small), large = cost(indexes.Large);
        output.WriteLine($"{what}: {small:N0} and {large:N0}");
        Assert.InRange(large, 1, (long)(Same * small));
    }

    private static long Allocated(Action work)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static long Allocated(Func<IDisposable> work) => Allocated(() => work().Dispose());
}
