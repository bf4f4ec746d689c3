using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;

namespace PolicySearch.Engine.Tests.Writing;

/// <summary>
/// Writes an index by a random course: documents of all kinds, blocks, updates, deletes by term and query, flushes, commits, merges, reopened
/// writers, by one or three threads. The same seed takes the same course, but for the order in which threads come.
/// </summary>
internal sealed class RandomHistory(int seed)
{
    private readonly Random random = new(seed);
    private readonly SampleDocuments samples = new(seed);
    private int number;

    public void Write(Directory directory)
    {
        for (int sessions = random.Next(1, 4); sessions > 0; sessions--)
        {
            using var writer = new IndexWriter(directory, RandomConfig());
            int threads = random.Next(4) == 0 ? 3 : 1, steps = random.Next(5, random.Next(2) == 0 ? 40 : 400) / threads;
            // Each thread has a random source of its own, seeded in turn.
            Task[] tasks = [.. Enumerable.Range(0, threads).Select(_ => new Random(random.Next())).ToArray().Select(own => Task.Run(() => Go(writer, own, steps)))];
            Task.WaitAll(tasks);
            if (random.Next(4) == 0)
                writer.ForceMerge(random.Next(1, 4));
        }
    }

    private void Go(IndexWriter writer, Random own, int steps)
    {
        for (int step = 0; step < steps; step++)
            Step(writer, own);
    }

    private void Step(IndexWriter writer, Random own)
    {
        switch (own.Next(100))
        {
            case < 55:
                writer.AddDocument(NextDocument(own));
                break;
            case < 75:
                Document document = NextDocument(own);
                writer.UpdateDocument(new Term("id", document.Get("id") ?? "none"), document);
                break;
            case < 80:
                writer.AddDocuments(Enumerable.Range(0, own.Next(2, 6)).Select(_ => NextDocument(own)).ToList());
                break;
            case < 88:
                writer.DeleteDocuments(new Term("id", $"k{own.Next(60)}"));
                break;
            case < 92:
                writer.DeleteDocuments(new TermQuery(new Term("topic", $"t{own.Next(40)}")));
                break;
            case < 96:
                writer.Commit();
                break;
            case < 98:
                DirectoryReader.Open(writer, true).Dispose();
                break;
            default:
                writer.MaybeMerge();
                break;
        }
    }

    private Document NextDocument(Random own)
    {
        int i = Interlocked.Increment(ref number);
        if (own.Next(3) == 0)
            return VariedDocument.Create(own, i, mostRepeats: own.Next(2, 60));
        lock (samples)
            return samples.Next($"k{own.Next(60)}").ToLucene();
    }

    private IndexWriterConfig RandomConfig()
    {
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new PayloadAnalyzer())
        {
            MaxBufferedDocs = random.Next(4) == 0 ? 1000 : random.Next(2, 80),
            UseCompoundFile = random.Next(2) == 0,
            MergePolicy = random.Next(4) switch
            {
                0 => NoMergePolicy.COMPOUND_FILES,
                1 => new TieredMergePolicy { SegmentsPerTier = 3, MaxMergeAtOnce = 3 },
                2 => new LogDocMergePolicy { MergeFactor = random.Next(2, 6), MinMergeDocs = 5 },
                _ => new LogByteSizeMergePolicy { MergeFactor = random.Next(2, 10) },
            },
            MergeScheduler = random.Next(2) == 0 ? new SerialMergeScheduler() : new ConcurrentMergeScheduler(),
        };
        if (random.Next(3) == 0)
            config.MaxBufferedDeleteTerms = random.Next(1, 10);
        return config;
    }
}
