using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicySearch.Engine.Tests.Index;
using Xunit;

namespace PolicySearch.Engine.Tests.Writing;

/// <summary>Several threads add, update, delete, commit and open readers on one writer.</summary>
public sealed class WriterThreadTests
{
    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Threads_that_update_the_same_keys_leave_each_key_once(int seed)
    {
        const int threads = 4, keys = 25, updates = 400;
        using var directory = new RAMDirectory();
        using (IndexWriter writer = Open(directory, seed))
        {
            Run(threads, thread =>
            {
                var random = new Random(seed * 100 + thread);
                for (int i = 0; i < updates; i++)
                {
                    // The first round touches every key; the order of the others is chance.
                    string key = i < keys ? $"k{(i + thread) % keys}" : $"k{random.Next(keys)}";
                    writer.UpdateDocument(new Term("id", key), Document(key, $"{thread}-{i}"));
                    if (random.Next(50) == 0)
                        writer.Commit();
                    if (random.Next(50) == 0)
                        AssertEachOnce(DirectoryReader.Open(writer, true));
                }
            });
        }
        CleanIndex.Assert(directory);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        Assert.Equal(keys, reader.NumDocs);
        AssertEachOnce(DirectoryReader.Open(directory));
    }

    [Theory]
    [InlineData(5), InlineData(6)]
    public void Threads_that_write_keys_of_their_own_find_their_last_state(int seed)
    {
        const int threads = 4;
        using var directory = new RAMDirectory();
        var models = new Dictionary<string, string>[threads];
        using (IndexWriter writer = Open(directory, seed))
        {
            Run(threads, thread =>
            {
                var random = new Random(seed * 100 + thread);
                Dictionary<string, string> model = models[thread] = [];
                for (int i = 0; i < 500; i++)
                {
                    string key = $"{thread}k{random.Next(20)}";
                    if (random.Next(4) == 0)
                    {
                        writer.DeleteDocuments(new Term("id", key));
                        model.Remove(key);
                    }
                    else
                    {
                        writer.UpdateDocument(new Term("id", key), Document(key, $"{i}"));
                        model[key] = $"{i}";
                    }
                    if (random.Next(100) == 0)
                        writer.ForceMerge(2);
                }
            });
        }
        CleanIndex.Assert(directory);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        Assert.Equal(models.SelectMany(model => model).OrderBy(entry => entry.Key), Contents(reader).OrderBy(entry => entry.Key));
    }

    private static IndexWriter Open(RAMDirectory directory, int seed) =>
        new(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48))
        {
            MaxBufferedDocs = seed % 2 == 0 ? 3 : 40,
            MaxBufferedDeleteTerms = seed % 3 == 0 ? 5 : IndexWriterConfig.DISABLE_AUTO_FLUSH,
            MergePolicy = new TieredMergePolicy { SegmentsPerTier = 2, MaxMergeAtOnce = 3 },
            UseCompoundFile = false,
        });

    private static Document Document(string key, string version) => new()
    {
        new StringField("id", key, Field.Store.YES),
        new StoredField("version", version),
        new TextField("body", $"{key} {version}", Field.Store.NO),
    };

    private static void Run(int threads, Action<int> work)
    {
        var tasks = Enumerable.Range(0, threads).Select(thread => Task.Factory.StartNew(() => work(thread), TaskCreationOptions.LongRunning)).ToArray();
        Assert.True(Task.WaitAll(tasks, TimeSpan.FromMinutes(2)), "the threads did not end: a deadlock");
    }

    private static void AssertEachOnce(DirectoryReader reader)
    {
        using (reader)
            Contents(reader);
    }

    /// <summary>Version by key; throws when a key is there twice.</summary>
    private static Dictionary<string, string> Contents(DirectoryReader reader)
    {
        var contents = new Dictionary<string, string>();
        foreach (AtomicReaderContext leaf in reader.Leaves)
        {
            for (int doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
            {
                if (leaf.AtomicReader.LiveDocs is { } live && !live.Get(doc))
                    continue;
                Document document = leaf.AtomicReader.Document(doc);
                contents.Add(document.Get("id")!, document.Get("version")!);
            }
        }
        return contents;
    }
}
