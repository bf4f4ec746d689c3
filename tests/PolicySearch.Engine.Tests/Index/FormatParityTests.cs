using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicySearch.Engine.Tests.Writing;
using PolicySearch.Testing;
using Directory = Lucene.Net.Store.Directory;

namespace PolicySearch.Engine.Tests.Index;

/// <summary>
/// Random indexes in both directions: what we wrote is clean for Apache Lucene and says to it what it says to us; what it wrote is clean for us, says the same,
/// and can be written on. The seed is in the test's name; TEST_SEED replays it.
/// </summary>
public sealed class FormatParityTests(OracleProcess oracle) : IClassFixture<OracleProcess>
{
    public static TheoryData<int> Histories => [.. RunLength.Seeds(RunLength.Choose(desk: 20, whole: 60, most: 600))];

    public static TheoryData<int> Corpora => [.. RunLength.Seeds(RunLength.Choose(desk: 3, whole: 6, most: 60))];

    [NeedsTheory(Requirement.Oracle), MemberData(nameof(Histories))]
    public void Whatever_course_the_writer_took_the_oracle_reads_the_same(int seed)
    {
        using var folder = new TemporaryFolder();
        using (var directory = FSDirectory.Open(folder.Path))
            new RandomHistory(seed).Write(directory);

        AssertSame(folder.Path);
    }

    [NeedsTheory(Requirement.Oracle), MemberData(nameof(Corpora))]
    public void Whatever_the_oracle_wrote_we_read_the_same_and_write_on(int seed)
    {
        using var folder = new TemporaryFolder();
        var random = new Random(seed);
        string path = folder.Combine("index"), corpus = folder.Combine("corpus.jsonl");
        SampleDocument.WriteCorpus(corpus, new SampleDocuments(seed).Take(random.Next(1, 1200)));
        Oracle.Run(["write", .. Options(random), path, corpus]);
        AssertSame(path);

        using (var directory = FSDirectory.Open(path))
            WriteOn(directory, seed);

        AssertSame(path);
    }

    private static List<string> Options(Random random)
    {
        var options = new List<string>();
        if (random.Next(3) > 0)
            options.AddRange(["--segments", $"{random.Next(2, 8)}"]);
        if (random.Next(2) == 0)
            options.AddRange(["--delete", $"{random.Next(2, 20)}"]);
        if (random.Next(2) == 0)
            options.Add("--cfs");
        if (random.Next(2) == 0)
            options.Add("--vectors");
        return options;
    }

    private static void WriteOn(Directory directory, int seed)
    {
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48)) { MaxBufferedDocs = 20 });
        foreach (SampleDocument document in new SampleDocuments(seed + 1000).Take(50))
            writer.UpdateDocument(new Term("id", document.Id), document.ToLucene());
        writer.DeleteDocuments(new Term("topic", "t3"));
        if (seed % 2 == 0)
            writer.ForceMerge(1);
    }

    private void AssertSame(string path)
    {
        CleanIndex.Assert(path);
        oracle.AssertClean(path);
        Assert.Equal(oracle.Dump(path), IndexDump.Of(path));
    }
}
