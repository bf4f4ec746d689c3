using System.IO;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicySearch.Engine.Tests.Index;
using PolicySearch.Testing;

namespace PolicySearch.Engine.Tests.Writing;

/// <summary>Backups while writing, and one writer at a time.</summary>
public sealed class SnapshotTests
{
    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void A_backup_taken_while_writing_goes_on_is_the_commit_that_was_snapshot(int seed)
    {
        using var folder = new TemporaryFolder();
        using var directory = FSDirectory.Open(folder.Combine("index"));
        var policy = new SnapshotDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy());
        using var writer = new IndexWriter(directory, Config(policy));
        var random = new Random(seed);
        Write(writer, random, 0, 50);
        writer.Commit();
        for (int round = 1; round <= 5; round++)
        {
            IndexCommit snapshot = policy.Snapshot();
            // More commits and a merge to one segment: without the snapshot its files would be gone.
            Write(writer, random, round * 50, 50);
            writer.ForceMerge(1);
            writer.Commit();
            string backup = folder.Combine($"backup{round}");
            Copy(directory, snapshot, backup);
            policy.Release(snapshot);
            writer.DeleteUnusedFiles();

            Assert.Equal(Enumerable.Range(0, round * 50), Numbers(backup));
        }
        Assert.Empty(policy.GetSnapshots());
        Assert.Single(DirectoryReader.ListCommits(directory));
        CleanIndex.Assert(directory);
    }

    [Fact]
    public void A_second_writer_in_the_process_is_refused_until_the_first_is_closed()
    {
        using var folder = new TemporaryFolder();
        using var directory = FSDirectory.Open(folder.Path);
        using (new IndexWriter(directory, Config(new KeepOnlyLastCommitDeletionPolicy())))
        {
            Assert.True(IndexWriter.IsLocked(directory));
            using var other = FSDirectory.Open(folder.Path);
            Assert.Throws<LockObtainFailedException>(() => new IndexWriter(other, Config(new KeepOnlyLastCommitDeletionPolicy())));
        }
        Assert.False(IndexWriter.IsLocked(directory));
        new IndexWriter(directory, Config(new KeepOnlyLastCommitDeletionPolicy())).Dispose();
    }

    [Fact]
    public void A_writer_in_another_process_holds_the_lock_until_that_process_ends()
    {
        using var folder = new TemporaryFolder();
        using (ChildWriter child = ChildWriter.Start(folder.Path))
        {
            child.WaitForCommit();
            using var directory = FSDirectory.Open(folder.Path);
            Assert.True(IndexWriter.IsLocked(directory));
            Assert.Throws<LockObtainFailedException>(() => new IndexWriter(directory, Config(new KeepOnlyLastCommitDeletionPolicy())));
            child.Kill();
        }
        using var after = FSDirectory.Open(folder.Path);
        new IndexWriter(after, Config(new KeepOnlyLastCommitDeletionPolicy())).Dispose();
        CleanIndex.Assert(after);
    }

    private static IndexWriterConfig Config(IndexDeletionPolicy policy) => new(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48))
    {
        IndexDeletionPolicy = policy,
        MaxBufferedDocs = 10,
        WriteLockTimeout = 50,
    };

    private static void Write(IndexWriter writer, Random random, int from, int count)
    {
        for (int i = from; i < from + count; i++)
        {
            writer.AddDocument(new Document { new StringField("number", $"{i}", Field.Store.YES), new TextField("body", $"a{random.Next(9)} b", Field.Store.YES) });
            if (random.Next(20) == 0)
                writer.Commit();
        }
    }

    private static void Copy(FSDirectory from, IndexCommit commit, string to)
    {
        System.IO.Directory.CreateDirectory(to);
        foreach (string name in commit.FileNames)
            File.Copy(Path.Combine(from.Directory.FullName, name), Path.Combine(to, name));
    }

    private static IEnumerable<int> Numbers(string path)
    {
        CleanIndex.Assert(path);
        using var directory = FSDirectory.Open(path);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        return [.. Enumerable.Range(0, reader.MaxDoc).Select(doc => int.Parse(reader.Document(doc).Get("number")!)).Order()];
    }
}
