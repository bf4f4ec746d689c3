using System.IO;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using PolicySearch.Engine.Tests.Index;
using PolicySearch.Testing;

namespace PolicySearch.Engine.Tests.Damage;

/// <summary>
/// Every file of an index, flipped and cut at each of its regions. With checksums everything is found, and named. Behind a checksum that was made right again
/// (a broken program, not a broken disk) structures must still end, stay inside their file, and throw nothing but what says that the index is damaged.
/// </summary>
public sealed class DamageTests
{
    // Of larger files, bytes spread evenly, and every one near both ends; in the longest run every byte of every file.
    private static readonly int MostSamples = RunLength.Choose(desk: 25, whole: 40, most: int.MaxValue);
    private const int Ends = 12;

    // A whole check takes some 3 MB here; LZ4 may expand a damaged file of some 10 KB 255 times.
    private const long MostBytes = 64 << 20;

    public static TheoryData<string, string> Files()
    {
        var data = new TheoryData<string, string>();
        foreach (string sample in DamageSamples.Names)
        {
            // The hint segments.gen has a test of its own; what the sample of vectors has beside those, the others have too.
            foreach (string file in Load(sample).ListAll().Where(file => sample == "vectors" ? file.Contains(".tv", StringComparison.Ordinal) : file != "segments.gen"))
                data.Add(sample, file);
        }
        return data;
    }

    [Theory, MemberData(nameof(Files))]
    public void A_flipped_byte_is_reported_against_its_own_file(string sample, string file) =>
        Watch.Run(Flips(sample, file).Select(flip => (flip.Name, new Action(() => AssertReported(flip.Index, file)))), MostBytes);

    [Theory, MemberData(nameof(Files))]
    public void A_file_cut_short_is_reported_against_its_own_name(string sample, string file) =>
        Watch.Run(Cuts(sample, file).Select(cut => (cut.Name, new Action(() => AssertReported(cut.Index, file)))), MostBytes);

    [Theory, MemberData(nameof(Files))]
    public void Whoever_reads_without_checking_first_gets_answers_or_a_damaged_index(string sample, string file) =>
        Watch.Run(Flips(sample, file).Concat(Cuts(sample, file)).Select(damage => (damage.Name, new Action(() => ReadAll(damage.Index)))), MostBytes);

    [Theory, MemberData(nameof(Files))]
    public void Whoever_searches_without_checking_first_gets_hits_or_a_damaged_index(string sample, string file) =>
        Watch.Run(Flips(sample, file).Select(damage => (damage.Name, new Action(() => Search(damage.Index)))), MostBytes);

    [Theory, MemberData(nameof(Files))]
    public void Damage_behind_a_right_checksum_is_found_or_harmless(string sample, string file) =>
        Watch.Run(Flips(sample, file).Select(flip => (flip.Name, new Action(() => CheckResealed(flip.Index, file)))), MostBytes);

    [Theory, InlineData("plain"), InlineData("compound")]
    public void A_missing_file_is_named(string sample)
    {
        FilesInMemory index = Load(sample);
        foreach (string file in index.ListAll().Where(file => !file.StartsWith("segments", StringComparison.Ordinal)))
            AssertReported(index.Without(file), file);
    }

    [Fact]
    public void A_compound_file_cut_behind_one_of_its_files_is_told_from_its_table()
    {
        FilesInMemory index = Load("compound");
        byte[] bytes = index.Bytes("_0.cfs").ToArray();
        int[] footers = [.. Enumerable.Range(0, bytes.Length - 4).Where(at => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at)) == CodecUtil.FOOTER_MAGIC)];

        Assert.True(footers.Length > 5);
        foreach (int footer in footers.Where(at => at + CodecUtil.FooterLength < bytes.Length))
            AssertReported(index.With("_0.cfs", bytes.AsSpan(0, footer + CodecUtil.FooterLength)), "_0.cfs");
    }

    [Fact]
    public void Whatever_stands_in_the_hint_the_commit_is_found()
    {
        FilesInMemory index = Load("plain");
        for (int at = 0; at < index.Bytes("segments.gen").Length; at++)
        {
            byte[] bytes = index.Bytes("segments.gen").ToArray();
            bytes[at] ^= 0x41;
            CleanIndex.Assert(index.With("segments.gen", bytes));
            CleanIndex.Assert(index.With("segments.gen", bytes.AsSpan(0, at)));
        }
    }

    [Fact]
    public void The_samples_are_clean()
    {
        foreach (string sample in DamageSamples.Names)
            CleanIndex.Assert(Load(sample));
    }

    private static FilesInMemory Load(string sample) => Samples.GetOrAdd(sample, DamageSamples.Load);

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, FilesInMemory> Samples = new();

    private static IEnumerable<(string Name, FilesInMemory Index)> Flips(string sample, string file)
    {
        FilesInMemory index = Load(sample);
        var random = new Random(file.Length);
        foreach (int at in Places(index.Bytes(file).Length))
        {
            byte[] bytes = index.Bytes(file).ToArray();
            // All bits, one bit, or any.
            int mask = random.Next(3) switch { 0 => 0xff, 1 => 1 << random.Next(8), _ => random.Next(1, 256) };
            bytes[at] ^= (byte)mask;
            yield return ($"{file} @ {at} ^ {mask:x2}", index.With(file, bytes));
        }
    }

    private static IEnumerable<(string Name, FilesInMemory Index)> Cuts(string sample, string file)
    {
        FilesInMemory index = Load(sample);
        foreach (int at in Places(index.Bytes(file).Length))
            yield return ($"{file} cut at {at}", index.With(file, index.Bytes(file)[..at]));
    }

    private static IEnumerable<int> Places(int length) =>
        length - Ends <= MostSamples ? Enumerable.Range(0, length)
        : Enumerable.Range(0, Ends).Concat(Enumerable.Range(0, MostSamples).Select(i => (int)((long)i * length / MostSamples))).Concat(Enumerable.Range(length - Ends, Ends)).Distinct().Order();

    // The segment that a file belongs to; null for all when it belongs to the commit.
    private static string[]? SegmentOf(string file) => file.StartsWith('_') ? [IndexFileNames.ParseSegmentName(file)] : null;

    private static void AssertReported(FilesInMemory index, string file)
    {
        CheckIndex.Status status = new CheckIndex(index).DoCheckIndex(SegmentOf(file)!);
        Assert.False(status.Clean);
        var error = Assert.IsType<CorruptIndexException>(status.Problems[0], exactMatch: false);
        Assert.Equal(file, error.File);
        Assert.True(error.Expected != null && error.Found != null, error.Message);
    }

    private static void ReadAll(FilesInMemory index)
    {
        try
        {
            using DirectoryReader reader = DirectoryReader.Open(index);
            IndexDump.Of(reader);
        }
        catch (CorruptIndexException error)
        {
            Assert.NotNull(error.File);
        }
    }

    private static void Search(FilesInMemory index)
    {
        try
        {
            using DirectoryReader reader = DirectoryReader.Open(index);
            var searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
            foreach (Query query in DamageSamples.Queries())
            {
                // With a collector that takes documents in order, then ranked, then sorted by values.
                searcher.Search(query, new TotalHitCountCollector());
                searcher.Search(query, 10);
                searcher.Search(query, 10, new Sort(new SortField("sorted", SortFieldType.STRING), new SortField("wide", SortFieldType.INT64)));
            }
        }
        catch (CorruptIndexException error)
        {
            Assert.NotNull(error.File);
        }
    }

    private static void CheckResealed(FilesInMemory index, string file)
    {
        FilesInMemory resealed = index.WithSealed(file, index.Bytes(file));
        CheckIndex.Status status = new CheckIndex(resealed) { CrossCheckTermVectors = true }.DoCheckIndex(SegmentOf(file)!);
        if (!status.Clean)
            Assert.All(status.Problems, error => Assert.NotNull(Assert.IsType<CorruptIndexException>(error, exactMatch: false).File));
        else
            ReadAll(resealed);
    }
}
