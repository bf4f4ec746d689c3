using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using PolicySearch.Engine.Tests.Index;
using PolicySearch.Testing;
using Xunit;

namespace PolicySearch.Engine.Tests.Writing;

/// <summary>A writer's process is killed again and again: 300 times in CI's run.</summary>
public sealed class WriterCrashTests
{
    private static readonly int Kills = RunLength.Choose(desk: 24, whole: 300, most: 1000);

    [Fact]
    public void A_commit_that_returned_survives_the_kill_of_its_process()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(1);
        int last = 0;
        for (int i = 0; i < Kills; i++)
        {
            int returned = Math.Max(last, WriteAndKill(folder.Path, random.Next(random.Next(2) == 0 ? 30 : 250)));
            int found = AssertHoldsWholeCommit(folder.Path);
            Assert.True(found >= returned, $"kill {i}: commit of {returned} operations returned, found the one of {found}");
            last = found;
        }
        Assert.True(last > 0, "no process got as far as a commit");
    }

    [NeedsFact(Requirement.Oracle)]
    public void What_a_kill_leaves_is_clean_for_the_oracle()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(2);
        for (int i = 0; i < 3; i++)
            WriteAndKill(folder.Path, 100 + random.Next(300));
        Oracle.AssertClean(folder.Path);
    }

    /// <summary>The last number that the process printed: operations whose commit returned. Waits for the first, then for so long.</summary>
    private static int WriteAndKill(string path, int milliseconds)
    {
        using ChildWriter child = ChildWriter.Start(path);
        child.WaitForCommit();
        Thread.Sleep(milliseconds);
        return child.Kill();
    }

    private static int AssertHoldsWholeCommit(string path)
    {
        using var directory = FSDirectory.Open(path);
        CleanIndex.Assert(directory);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        int operations = CrashingWriter.Operations(reader.IndexCommit.UserData);
        var found = new Dictionary<string, string>();
        foreach (AtomicReaderContext leaf in reader.Leaves)
        {
            for (int doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
            {
                if (leaf.AtomicReader.LiveDocs is { } live && !live.Get(doc))
                    continue;
                Document document = leaf.AtomicReader.Document(doc);
                found.Add(document.Get("id")!, document.Get("version")!);
            }
        }
        Assert.Equal(CrashingWriter.Model(operations).OrderBy(entry => entry.Key), found.OrderBy(entry => entry.Key));
        return operations;
    }
}
