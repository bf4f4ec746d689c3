using System.IO;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicySearch.Engine.Tests.Index;
using PolicySearch.Testing;
using Xunit;

namespace PolicySearch.Engine.Tests.Writing;

/// <summary>Whatever call of the directory fails: the last commit that returned is what a reader finds, and a new writer goes on from there.</summary>
public sealed class WriterFaultTests
{
    private const int Rounds = 25;

    public static TheoryData<int> Seeds() => [.. RunLength.Seeds(RunLength.Choose(desk: 15, whole: 30, most: 300))];

    [Theory, MemberData(nameof(Seeds))]
    public void A_failing_directory_leaves_the_last_commit(int seed)
    {
        using var ram = new RAMDirectory();
        using var directory = new FaultyDirectory(ram);
        var random = new Random(seed);
        var samples = new SampleDocuments(seed);
        HashSet<string> committed = [];
        for (int round = 0; round < Rounds; round++)
        {
            committed = WriteUntilFailure(directory, committed, random, samples, round);
            Assert.Equal(committed.Order(), Ids(ram).Order());
        }
        AssertNothingLeftBehind(directory, ram, committed);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_full_disk_leaves_the_last_commit_and_room_lets_the_next_writer_go_on(int seed)
    {
        using var ram = new RAMDirectory();
        using var directory = new FaultyDirectory(ram);
        var random = new Random(seed);
        var samples = new SampleDocuments(seed);
        HashSet<string> committed = [];
        int full = 0;
        for (int round = 0; round < 8; round++)
        {
            directory.Capacity = ram.GetSizeInBytes() + random.Next(200, 60_000);
            committed = WriteUntilFailure(directory, committed, random, samples, round, failing: false);
            full += directory.HasFailed ? 1 : 0;
            directory.Capacity = long.MaxValue;
            directory.Heal();
            Assert.Equal(committed.Order(), Ids(ram).Order());
        }
        Assert.True(full > 0, "the disk was never full");
        AssertNothingLeftBehind(directory, ram, committed);
    }

    /// <summary>What was committed when the writer failed, or ended.</summary>
    private static HashSet<string> WriteUntilFailure(FaultyDirectory directory, HashSet<string> committed, Random random, SampleDocuments samples, int round, bool failing = true)
    {
        HashSet<string> now = [.. committed];
        IndexWriter writer = Open(directory, random);
        if (failing)
            directory.FailAfter(random.Next(random.Next(2) == 0 ? 30 : 3000), forGood: random.Next(2) == 0);
        try
        {
            for (int i = 0; i < 40; i++)
            {
                string id = $"k{random.Next(50)}";
                if (random.Next(4) == 0)
                {
                    writer.DeleteDocuments(new Term("id", id));
                    now.Remove(id);
                }
                else
                {
                    writer.UpdateDocument(new Term("id", id), samples.Next(id).ToLucene());
                    now.Add(id);
                }
                CommitSometimes(writer, now, ref committed, random);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or MergePolicy.MergeException)
        {
            Assert.True(directory.HasFailed, $"round {round}: {e}");
        }
        finally
        {
            if (failing)
                directory.Heal();
            writer.Rollback();
        }
        return committed;
    }

    private static void CommitSometimes(IndexWriter writer, HashSet<string> now, ref HashSet<string> committed, Random random)
    {
        if (random.Next(10) != 0)
            return;
        writer.Commit();
        committed = [.. now];
    }

    private static IndexWriter Open(FaultyDirectory directory, Random random) =>
        new(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48))
        {
            MaxBufferedDocs = random.Next(2, 10),
            MergeScheduler = new SerialMergeScheduler(),
            MergePolicy = new LogDocMergePolicy { MergeFactor = 3, MinMergeDocs = 2 },
            UseCompoundFile = random.Next(2) == 0,
        });

    private static List<string> Ids(RAMDirectory directory)
    {
        if (!DirectoryReader.IndexExists(directory))
            return [];
        CleanIndex.Assert(directory);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        return [.. from leaf in reader.Leaves
                   from doc in Enumerable.Range(0, leaf.AtomicReader.MaxDoc)
                   where leaf.AtomicReader.LiveDocs?.Get(doc) ?? true
                   select leaf.AtomicReader.Document(doc).Get("id")!];
    }

    private static void AssertNothingLeftBehind(FaultyDirectory directory, RAMDirectory ram, HashSet<string> committed)
    {
        using (IndexWriter writer = Open(directory, new Random(0)))
            writer.UpdateDocument(new Term("id", "last"), new Document { new StringField("id", "last", Field.Store.YES) });
        var infos = new SegmentInfos();
        infos.Read(ram);
        Assert.Equal(
            infos.GetFiles(ram, includeSegmentsFile: true).Append("segments.gen").Order(),
            ram.ListAll().Where(name => name != IndexWriter.WRITE_LOCK_NAME).Order());
        Assert.Equal(committed.Append("last").Distinct().Order(), Ids(ram).Order());
    }
}
