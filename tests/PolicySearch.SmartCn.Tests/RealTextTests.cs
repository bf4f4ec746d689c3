using System.IO;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PolicySearch.Testing;

namespace PolicySearch.SmartCn.Tests;

public sealed class RealTextTests
{
    private const int LongestLine = 1000;

    /// <summary>CI's run compares the corpora whole, which takes some two minutes; else this much of the laws.</summary>
    private static long CorpusBytes => RunLength.IsWhole ? long.MaxValue : 20_000_000;

    private static IEnumerable<string> Documents() =>
        new[] { "seeds", "data/labelled" }.SelectMany(folder => Directory.EnumerateFiles(RepositoryRoot.InShared(folder), "*.txt").Order(StringComparer.Ordinal));

    [NeedsTheory(Requirement.Oracle, Requirement.SharedData)]
    [InlineData("", false)]
    [InlineData("", true)]
    [InlineData("--stem", false)]
    [InlineData("--stop", false)]
    [InlineData("--stop", true)]
    public void All_seeds_and_labelled_documents_have_the_oracles_tokens(string option, bool whole)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Combine("documents.txt");
        File.WriteAllText(path, string.Join('\n', Documents().Select(File.ReadAllText)));

        Assert.True(Comparison.AssertSame(path, option, whole) > 100_000);
    }

    [NeedsTheory(Requirement.Oracle, Requirement.SharedData)]
    [InlineData("seeds/000.txt")]
    [InlineData("seeds/001.txt")]
    [InlineData("seeds/002.txt")]
    [InlineData("seeds/003.txt")]
    [InlineData("seeds/004.txt")]
    public void A_seed_has_the_oracles_tokens(string name) => Assert.True(Comparison.AssertSame(RepositoryRoot.InShared(name)) > 100);

    [NeedsFact(Requirement.Oracle, Requirement.SharedData)]
    public void Laws_have_the_oracles_tokens() => CompareCorpus("data/laws/corpus.jsonl.gz", 0, CorpusBytes);

    [NeedsFact(Requirement.Oracle, Requirement.SharedData)]
    public void Articles_have_the_oracles_tokens() => CompareCorpus("data/stard/corpus.jsonl.gz", 10_000_000, 10_000_000 + CorpusBytes / 4);

    /// <summary>Compares the paragraphs that begin in the bytes [from, to) of all bodies, in portions that the oracle's output allows to hold in memory.</summary>
    private static void CompareCorpus(string name, long from, long to)
    {
        using var folder = new TemporaryFolder();
        if (to == long.MaxValue)
            from = 0;
        foreach (string path in WritePortions(folder, Paragraphs(RepositoryRoot.InShared(name)), from, to))
        {
            Assert.True(Comparison.AssertSame(path) > 100_000);
            File.Delete(path);
        }
    }

    private static IEnumerable<string> WritePortions(TemporaryFolder folder, IEnumerable<string> paragraphs, long from, long to)
    {
        const long portion = 20_000_000;
        long position = 0, end = Math.Min(from, to) + portion;
        string path = folder.Combine("paragraphs.txt");
        StreamWriter? writer = null;
        foreach (string paragraph in paragraphs)
        {
            position += Encoding.UTF8.GetByteCount(paragraph) + 1;
            if (position < from)
                continue;
            if (position >= to)
                break;
            writer ??= new StreamWriter(path) { NewLine = "\n" };
            writer.WriteLine(paragraph);
            if (position < end)
                continue;
            end += portion;
            writer.Dispose();
            writer = null;
            yield return path;
        }
        writer?.Dispose();
        if (writer != null)
            yield return path;
    }

    private static IEnumerable<string> Paragraphs(string corpus)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(corpus), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            foreach (string paragraph in document.RootElement.GetProperty("body").GetString()!.Split('\n'))
            {
                if (paragraph.Length <= LongestLine)
                    yield return paragraph;
            }
        }
    }
}
