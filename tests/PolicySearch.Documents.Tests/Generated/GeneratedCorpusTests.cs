using PolicySearch.Testing;
using PolicySearch.Testing.Generator;

namespace PolicySearch.Documents.Tests.Generated;

/// <summary>corpus/generated is what the generator makes, and has the variety that it is there for.</summary>
public sealed class GeneratedCorpusTests
{
    private const int Count = 400;

    private static readonly DocumentGenerator Generator = new();

    [Fact]
    public void Files_of_the_corpus_are_the_generators_byte_for_byte()
    {
        string folder = RepositoryRoot.Combine("corpus", "generated");
        Assert.Equal(Generator.Documents(Count).Select(document => document.FileName), Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        foreach (GeneratedDocument document in Generator.Documents(Count))
        {
            Assert.True(document.ToBytes().AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder, document.FileName))),
                $"{document.FileName} differs; after a change of the generator run: dotnet run --project tests/PolicySearch.Benchmarks -- generate corpus/generated {Count}");
        }
    }

    [Fact]
    public void The_corpus_has_the_variety_that_facets_need()
    {
        GeneratedTruth[] truths = [.. Generator.Documents(Count).Select(document => document.Truth)];
        Assert.True(truths.Select(truth => truth.City).Distinct().Count(city => city != null) >= 30);
        Assert.True(truths.Select(truth => truth.Province).Distinct().Count() >= 12);
        Assert.Equal(Enumerable.Range(2015, 11), truths.Select(truth => truth.Year).Distinct().Order());
        Assert.True(truths.Select(truth => truth.Topic).Distinct().Count() >= 12);
        Assert.Equal(["会办意见", "建议答复", "提案答复", "通知"], truths.Select(truth => truth.Kind).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(truths, truth => truth.County != null);
        Assert.Contains(truths, truth => truth.City == null);
        Assert.Equal(3, Generator.Documents(Count).Select(document => document.Encoding).Distinct().Count());
        Assert.Contains(Generator.Documents(Count), document => document.CrLf);
    }

    [Fact]
    public void Optional_fields_are_sometimes_missing_and_sometimes_there()
    {
        GeneratedTruth[] truths = [.. Generator.Documents(Count).Select(document => document.Truth)];
        foreach (Func<GeneratedTruth, bool> has in (Func<GeneratedTruth, bool>[])
            [t => t.DocumentNumber != null, t => t.IssueDate != null, t => t.Outcome != null, t => t.Disclosure != null, t => t.Signatory != null, t => t.Session != null, t => t.Subject != null,
            t => t.Contacts.Count > 0, t => t.CopiedTo.Count > 0, t => t.Citations.Count > 0, t => t.Addressees.Count > 0])
        {
            Assert.Contains(truths, truth => has(truth));
            Assert.Contains(truths, truth => !has(truth));
        }
    }

    [Fact]
    public void A_document_depends_on_seed_and_index_alone()
    {
        GeneratedDocument late = new DocumentGenerator(7).Generate(99_999);
        Assert.Equal(late.ToBytes(), new DocumentGenerator(7).Generate(99_999).ToBytes());
        Assert.NotEqual(late.Text, new DocumentGenerator(8).Generate(99_999).Text);
        var generator = new DocumentGenerator(7);
        string[] forwards = [.. generator.Documents(60).Select(document => document.Text)];
        for (int index = 59; index >= 0; index--)
            Assert.Equal(forwards[index], generator.Generate(index).Text);
    }

    [Fact]
    public void Some_replies_repeat_an_earlier_one_under_another_number()
    {
        GeneratedDocument[] repeats = [.. Generator.Documents(5000).Where(document => document.NearDuplicateOf != null)];
        Assert.InRange(repeats.Length, 50, 150);
        foreach (GeneratedDocument repeat in repeats)
        {
            GeneratedDocument original = Generator.Generate(repeat.NearDuplicateOf!.Value);
            Assert.True(original.Index < repeat.Index && original.NearDuplicateOf == null);
            Assert.Equal(original.Truth.City, repeat.Truth.City);
            Assert.Equal(original.Truth.Year, repeat.Truth.Year);
            Assert.Equal(original.Truth.Figures, repeat.Truth.Figures);
            Assert.NotEqual(original.Text, repeat.Text);
            Assert.True(Shared(original.Text, repeat.Text) > 0.5, $"{repeat.FileName} is no near duplicate of {original.FileName}");
        }
    }

    [Fact]
    public void Some_paragraphs_stand_in_another_citys_document_too()
    {
        GeneratedDocument[] takers = [.. Generator.Documents(5000).Where(document => document.SharedParagraphs.Count > 0)];
        Assert.InRange(takers.Length, 80, 250);
        foreach (GeneratedDocument taker in takers)
        {
            SharedParagraph paragraph = Assert.Single(taker.SharedParagraphs);
            GeneratedDocument source = Generator.Generate(paragraph.SourceIndex);
            Assert.NotEqual(source.Truth.City ?? source.Truth.Province, taker.Truth.City ?? taker.Truth.Province);
            Assert.Contains(Bare(paragraph.Text), Bare(taker.Text), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_place_is_in_the_gazetteer_below_its_parents()
    {
        ILookup<string, string> codes = File.ReadLines(RepositoryRoot.Combine("src", "PolicySearch.Documents", "Regions", "regions.txt"))
            .Where(line => line[0] is not ('#' or '!')).Select(line => line.Split('\t')).ToLookup(row => row[1], row => row[0]);
        foreach (GeneratedTruth truth in Generator.Documents(5000).Select(document => document.Truth))
        {
            string province = codes[truth.Province].Single(code => code.EndsWith("0000", StringComparison.Ordinal));
            string city = truth.City == null || truth.City == truth.Province ? province[..2] : codes[truth.City].Single(code => code.EndsWith("00", StringComparison.Ordinal))[..4];
            Assert.StartsWith(province[..2], city, StringComparison.Ordinal);
            if (truth.County != null)
                Assert.Contains(codes[truth.County], code => code.StartsWith(city, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void People_appear_by_surname_only()
    {
        foreach (GeneratedDocument document in Generator.Documents(Count))
        {
            Assert.All(document.Truth.Contacts, contact => Assert.EndsWith("某", contact.Person, StringComparison.Ordinal));
            Assert.True(document.Truth.Signatory?.EndsWith('某') ?? true);
            Assert.DoesNotContain(document.Text, "[|{}", StringComparison.Ordinal);
        }
    }

    // Share of the longer text's runs of twelve characters that the other one has too.
    private static double Shared(string first, string second)
    {
        HashSet<string> a = Runs(Bare(first)), b = Runs(Bare(second));
        return a.Count(b.Contains) / (double)Math.Max(a.Count, b.Count);
    }

    private static HashSet<string> Runs(string text) => [.. Enumerable.Range(0, Math.Max(0, text.Length - 11)).Select(at => text.Substring(at, 12))];

    // Layout apart: blanks, line ends, bold marks and half-width punctuation.
    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not '*' and not '#'))
        .Replace(',', '，').Replace(':', '：').Replace(';', '；').Replace('(', '（').Replace(')', '）');
}
