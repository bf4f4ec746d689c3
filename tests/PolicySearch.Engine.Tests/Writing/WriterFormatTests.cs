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

/// <summary>What we write is what Apache Lucene writes: the same dump, and clean.</summary>
public sealed class WriterFormatTests
{
    [NeedsTheory(Requirement.Oracle)]
    [InlineData(1, 1, 1), InlineData(2, 5, 7), InlineData(3, 1, 1000), InlineData(4, 3, 900), InlineData(5, 20, 2)]
    public void Any_documents_in_any_segments_dump_as_the_oracles_do(int seed, int segments, int perSegment)
    {
        using var folder = new TemporaryFolder();
        List<SampleDocument> documents = new SampleDocuments(seed).Take(segments * perSegment);
        Write(folder.Combine("ours"), documents, config =>
        {
            config.MaxBufferedDocs = Math.Max(2, perSegment);
            config.MergePolicy = NoMergePolicy.NO_COMPOUND_FILES;
            config.UseCompoundFile = seed % 2 == 0;
        });
        SampleDocument.WriteCorpus(folder.Combine("corpus.jsonl"), documents);
        Oracle.Run("write", "--segments", $"{segments}", folder.Combine("theirs"), folder.Combine("corpus.jsonl"));
        AssertSameDump(folder.Combine("theirs"), folder.Combine("ours"));
    }

    [NeedsTheory(Requirement.Oracle)]
    [InlineData(11, 500, 30), InlineData(12, 2000, 150), InlineData(13, 60, 2)]
    public void Merged_segments_dump_as_if_deleted_documents_had_never_been_there(int seed, int count, int perSegment)
    {
        using var folder = new TemporaryFolder();
        List<SampleDocument> documents = new SampleDocuments(seed).Take(count);
        var random = new Random(seed);
        HashSet<string> deleted = [.. documents.Where(_ => random.Next(3) == 0).Select(document => document.Id)];
        Write(folder.Combine("ours"), documents, config =>
        {
            config.MaxBufferedDocs = perSegment;
            // Keeps the order of documents, as the oracle has it.
            config.MergePolicy = new LogDocMergePolicy { MergeFactor = 4, MinMergeDocs = 10 };
        }, writer =>
        {
            foreach (string id in deleted)
                writer.DeleteDocuments(new Term("id", id));
            writer.ForceMerge(1);
        });
        SampleDocument.WriteCorpus(folder.Combine("corpus.jsonl"), documents.Where(document => !deleted.Contains(document.Id)));
        Oracle.Run("write", folder.Combine("theirs"), folder.Combine("corpus.jsonl"));
        AssertSameDump(folder.Combine("theirs"), folder.Combine("ours"));
    }

    [NeedsTheory(Requirement.Oracle)]
    [InlineData(21), InlineData(22), InlineData(23)]
    public void Fields_of_every_kind_are_clean_for_the_oracle_before_and_after_merging(int seed)
    {
        using var folder = new TemporaryFolder();
        var random = new Random(seed);
        using (var directory = FSDirectory.Open(folder.Path))
        using (var writer = new IndexWriter(directory, Config(50)))
        {
            for (int i = 0; i < 400; i++)
                writer.AddDocument(VariedDocument.Create(random, i));
        }
        Oracle.AssertClean(folder.Path);
        string before = IndexDump.Of(folder.Path);
        Assert.Equal(Oracle.Run("dump", folder.Path).TrimEnd(), before.TrimEnd());
        using (var directory = FSDirectory.Open(folder.Path))
        using (var writer = new IndexWriter(directory, Config(50)))
        {
            writer.DeleteDocuments(new Term("mod", "3"));
            writer.ForceMerge(1);
        }
        Oracle.AssertClean(folder.Path);
        Assert.Equal(Oracle.Run("dump", folder.Path).TrimEnd(), IndexDump.Of(folder.Path).TrimEnd());
    }

    [NeedsFact(Requirement.Oracle)]
    public void The_index_is_no_larger_than_the_oracles()
    {
        using var folder = new TemporaryFolder();
        List<SampleDocument> documents = new SampleDocuments(6).Take(4000);
        Write(folder.Combine("ours"), documents, config => config.UseCompoundFile = false);
        SampleDocument.WriteCorpus(folder.Combine("corpus.jsonl"), documents);
        Oracle.Run("write", folder.Combine("theirs"), folder.Combine("corpus.jsonl"));
        Assert.InRange(Bytes(folder.Combine("ours")), 1, (long)(Bytes(folder.Combine("theirs")) * 1.02));
    }

    private static IndexWriterConfig Config(int maxBufferedDocs) =>
        new(LuceneVersion.LUCENE_48, new PayloadAnalyzer()) { MaxBufferedDocs = maxBufferedDocs, MergePolicy = new LogDocMergePolicy { MinMergeDocs = 10 } };

    internal static void Write(string path, IEnumerable<SampleDocument> documents, Action<IndexWriterConfig> configure, Action<IndexWriter>? atEnd = null)
    {
        using var directory = FSDirectory.Open(path);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48));
        configure(config);
        using var writer = new IndexWriter(directory, config);
        foreach (SampleDocument document in documents)
            writer.AddDocument(document.ToLucene());
        atEnd?.Invoke(writer);
    }

    internal static void AssertSameDump(string expected, string actual)
    {
        Oracle.AssertClean(actual);
        Assert.Equal(Dump(expected), Dump(actual));
    }

    /// <summary>The dump without what depends on the layout.</summary>
    private static string Dump(string path) =>
        string.Join('\n', Oracle.Run("dump", path).Split('\n').Where(line => !line.StartsWith("segment ", StringComparison.Ordinal) && !line.StartsWith("index ", StringComparison.Ordinal)));

    private static long Bytes(string path) => new DirectoryInfo(path).EnumerateFiles().Sum(file => file.Length);
}
