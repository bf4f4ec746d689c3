using System.IO;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace PolicySearch.Engine.Tests.Writing;

/// <summary>
/// Writes without end, to be killed. Operation i is the same in every run; every tenth is followed by a commit that says how many operations it
/// holds, which is printed once the commit has returned. A new run goes on behind the last commit.
/// </summary>
internal static class CrashingWriter
{
    public const string Verb = "write-until-killed";

    private const int Keys = 60, PerCommit = 10;

    /// <summary>The number of operations in a commit.</summary>
    public static int Operations(IDictionary<string, string> userData) => userData.TryGetValue("operations", out string? count) ? int.Parse(count) : 0;

    /// <summary>What an index holds after so many operations: version by key.</summary>
    public static Dictionary<string, string> Model(int operations)
    {
        var model = new Dictionary<string, string>();
        for (int i = 0; i < operations; i++)
        {
            if (IsDelete(i))
                model.Remove(Key(i));
            else
                model[Key(i)] = $"{i}";
        }
        return model;
    }

    /// <summary>Writes until the process ends.</summary>
    public static void Run(string path)
    {
        using var directory = FSDirectory.Open(path);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48))
        {
            MaxBufferedDocs = 4,
            MergePolicy = new TieredMergePolicy { SegmentsPerTier = 3, MaxMergeAtOnce = 3 },
            WriteLockTimeout = 10_000,
        };
        using var writer = new IndexWriter(directory, config);
        for (int i = Operations(writer.CommitData); ; i++)
        {
            if (IsDelete(i))
                writer.DeleteDocuments(new Term("id", Key(i)));
            else
                writer.UpdateDocument(new Term("id", Key(i)), Document(i));
            if ((i + 1) % PerCommit == 0)
                Commit(writer, i + 1);
        }
    }

    private static void Commit(IndexWriter writer, int operations)
    {
        writer.SetCommitData(new Dictionary<string, string> { ["operations"] = $"{operations}" });
        writer.Commit();
        Console.Out.WriteLine(operations);
        Console.Out.Flush();
    }

    private static bool IsDelete(int i) => i % 7 == 3;

    private static string Key(int i) => $"k{i * 37 % Keys}";

    private static Document Document(int i) => new()
    {
        new StringField("id", Key(i), Field.Store.YES),
        new StoredField("version", $"{i}"),
        new TextField("body", string.Join(' ', Enumerable.Range(i, 50)), Field.Store.YES),
        new NumericDocValuesField("number", i),
    };
}

/// <summary>Runs the tests' own child processes; the test runner does not come here.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args is not [CrashingWriter.Verb, var path])
            return 2;
        CrashingWriter.Run(path);
        return 0;
    }
}
