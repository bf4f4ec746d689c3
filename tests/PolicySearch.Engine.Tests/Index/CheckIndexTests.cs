using System.IO;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Codecs;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicySearch.Engine.Tests.Damage;
using PolicySearch.Engine.Tests.Writing;
using PolicySearch.Testing;
using Directory = Lucene.Net.Store.Directory;

namespace PolicySearch.Engine.Tests.Index;

/// <summary>What a check reports and repairs; that it finds damage is the matter of DamageTests.</summary>
public sealed class CheckIndexTests
{
    [Fact]
    public void The_report_counts_what_is_there()
    {
        using RAMDirectory directory = TwoSegments();

        CheckIndex.Status status = CleanIndex.Assert(directory);

        Assert.Equal((2, 2, 0, "segments_2"), (status.NumSegments, status.SegmentInfos.Count, status.NumBadSegments, status.SegmentsFileName));
        Assert.Equal("test", status.UserData["who"]);
        CheckIndex.Status.SegmentInfoStatus first = status.SegmentInfos[0];
        Assert.Equal((10, 1, true, true), (first.DocCount, first.NumDeleted, first.HasDeletions, first.OpenReaderPassed));
        Assert.Equal((9, 18L), (first.StoredFieldStatus!.DocCount, first.StoredFieldStatus.TotFields));
        Assert.Equal((1L, 1L, 0L), (first.DocValuesStatus!.TotalValueFields, first.DocValuesStatus.TotalNumericFields, first.DocValuesStatus.TotalSortedFields));
        // Ten ids, of which one is only in a deleted document; and the word that all bodies share.
        Assert.Equal((10L, 1L, 19L), (first.TermIndexStatus!.TermCount, first.TermIndexStatus.DelTermCount, first.TermIndexStatus.TotFreq));
        Assert.Equal(1L, first.FieldNormStatus!.TotFields);
    }

    [Fact]
    public void Only_the_segments_asked_for_are_checked()
    {
        using RAMDirectory directory = TwoSegments();

        CheckIndex.Status status = new CheckIndex(directory).DoCheckIndex(["_1"]);

        Assert.True(status.Clean && status.Partial);
        Assert.Equal("_1", Assert.Single(status.SegmentInfos).Name);
    }

    [Fact]
    public void No_index_is_reported_as_missing()
    {
        using var directory = new RAMDirectory();

        CheckIndex.Status status = new CheckIndex(directory).DoCheckIndex();

        Assert.True(status.MissingSegments && !status.Clean);
    }

    [Fact]
    public void A_commit_that_was_never_completed_is_none()
    {
        using RAMDirectory directory = TwoSegments();
        Rewrite(directory, "segments_2", "segments_3", bytes => bytes[..^16]);

        Assert.Equal("segments_2", CleanIndex.Assert(directory).SegmentsFileName);
    }

    [Fact]
    public void A_damaged_commit_is_not_passed_over_for_the_one_before()
    {
        using RAMDirectory directory = TwoSegments();
        Rewrite(directory, "segments_2", "segments_3", bytes =>
        {
            bytes[30] ^= 1;
            return bytes;
        });

        CheckIndex.Status status = new CheckIndex(directory).DoCheckIndex();

        Assert.True(status.CantOpenSegments && !status.Clean);
        Assert.Equal("segments_3", Assert.IsType<CorruptIndexException>(status.Problems[0]).File);
    }

    [Fact]
    public void Fixing_leaves_out_broken_segments_and_nothing_else()
    {
        using RAMDirectory directory = TwoSegments();
        Rewrite(directory, "_0.fdt", "_0.fdt", bytes =>
        {
            bytes[^20] ^= 1;
            return bytes;
        });
        var check = new CheckIndex(directory);
        CheckIndex.Status broken = check.DoCheckIndex();

        Assert.Equal((1, 9), (broken.NumBadSegments, broken.TotLoseDocCount));
        check.FixIndex(broken);

        Assert.Equal("_1", Assert.Single(CleanIndex.Assert(directory).SegmentInfos).Name);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        Assert.Equal(5, reader.NumDocs);
        Assert.Equal("test", reader.IndexCommit.UserData["who"]);
    }

    [Theory]
    [InlineData("tim", "terms, as", "documents with a term, as", "documents of all terms, as", "positions of all terms, as", "positions of term", "terms in order")]
    [InlineData("doc", "by its skips", "positions of term")]
    [InlineData("dvd", "each of some document", "values in order", "an ord in")]
    public void What_no_checksum_tells_is_found_by_comparing_the_structures(string extension, params string[] findings)
    {
        using var folder = new TemporaryFolder();
        WriteBlocks(folder.Path);
        FilesInMemory index = FilesInMemory.Of(folder.Path);
        string file = index.ListAll().Single(name => name.EndsWith("." + extension, StringComparison.Ordinal));
        var found = new HashSet<string>();
        // Of a larger file one bit of each byte must do.
        byte[] masks = index.Bytes(file).Length < 500 ? [1, 6, 0x40] : [1];
        for (int at = CodecUtil.HeaderLength(""); at < index.Bytes(file).Length - CodecUtil.FooterLength; at++)
        {
            foreach (byte mask in masks)
            {
                byte[] bytes = index.Bytes(file).ToArray();
                bytes[at] ^= mask;
                CheckIndex.Status status = new CheckIndex(index.WithSealed(file, bytes)).DoCheckIndex();
                found.UnionWith(status.Problems.OfType<CorruptIndexException>().Select(problem => problem.Expected!));
            }
        }

        Assert.All(findings, finding => Assert.True(found.Any(one => one.Contains(finding, StringComparison.Ordinal)), $"{finding} is never missed; found are {string.Join(" | ", found)}"));
    }

    [Fact]
    public void A_check_of_some_segments_is_not_enough_to_fix()
    {
        using RAMDirectory directory = TwoSegments();
        var check = new CheckIndex(directory);

        Assert.Throws<ArgumentException>(() => check.FixIndex(check.DoCheckIndex(["_1"])));
    }

    /// <summary>A segment with postings of more than two blocks, and doc values of few texts.</summary>
    private static void WriteBlocks(string path)
    {
        using FSDirectory directory = FSDirectory.Open(path);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48)) { UseCompoundFile = false, MergePolicy = NoMergePolicy.NO_COMPOUND_FILES });
        for (int i = 0; i < 300; i++)
        {
            var document = new Document { new TextField("body", $"{(i % 9 == 8 ? "other" : "all all")} w{i % 3}", Field.Store.NO), new SortedDocValuesField("sorted", new BytesRef($"s{i % 3}")) };
            if (i % 2 == 0)
                document.Add(new StringField("part", "p", Field.Store.NO));
            writer.AddDocument(document);
        }
    }

    /// <summary>Ten documents of which one is deleted, and five.</summary>
    private static RAMDirectory TwoSegments()
    {
        var directory = new RAMDirectory();
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48))
        {
            UseCompoundFile = false,
            MergePolicy = NoMergePolicy.NO_COMPOUND_FILES,
        });
        for (int i = 0; i < 15; i++)
        {
            writer.AddDocument(new Document
            {
                new StringField("id", $"d{i}", Field.Store.YES),
                new TextField("body", "word", Field.Store.YES),
                new NumericDocValuesField("number", i),
            });
            if (i == 9)
                writer.Commit();
        }
        writer.DeleteDocuments(new Term("id", "d4"));
        writer.SetCommitData(new Dictionary<string, string> { ["who"] = "test" });
        writer.Commit();
        return directory;
    }

    private static void Rewrite(Directory directory, string from, string to, Func<byte[], byte[]> change)
    {
        byte[] bytes;
        using (IndexInput input = directory.OpenInput(from, IOContext.READ_ONCE))
        {
            bytes = new byte[input.Length];
            input.ReadBytes(bytes, 0, bytes.Length);
        }
        using IndexOutput output = directory.CreateOutput(to, IOContext.DEFAULT);
        bytes = change(bytes);
        output.WriteBytes(bytes, 0, bytes.Length);
    }
}
