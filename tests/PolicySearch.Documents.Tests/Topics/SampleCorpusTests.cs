using System.Text;
using System.Text.Json;
using PolicySearch.Documents.Regions;
using PolicySearch.Documents.Topics;
using PolicySearch.Testing;
using Xunit.Abstractions;

namespace PolicySearch.Documents.Tests.Topics;

/// <summary>Regions and topics against the hand-labelled documents of <c>corpus/samples</c>.</summary>
public class SampleCorpusTests(ITestOutputHelper output)
{
    private sealed record Sample(string Name, string Text, JsonElement Truth)
    {
        public string? Get(string field) => Truth.GetProperty(field).GetString();

        public string[] List(string field) => [.. Truth.GetProperty(field).EnumerateArray().Select(e => e.GetString()!)];
    }

    static SampleCorpusTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void Every_sample_is_labelled_with_places_and_topics_that_exist()
    {
        var paths = TopicTaxonomy.Default.Topics.Select(t => t.Path).ToHashSet();
        var samples = Samples();
        Assert.True(samples.Count >= 44);
        foreach (Sample sample in samples)
        {
            Region region = Gazetteer.Default.FindByCode(sample.Get("regionCode")!)!;
            Assert.Equal((sample.Get("province"), sample.Get("city"), sample.Get("county")), (region.Province.Name, region.City?.Name, region.County?.Name));
            Assert.Subset(paths, sample.List("topics").ToHashSet());
        }
    }

    [Fact]
    public void Samples_spread_over_places_years_and_topics()
    {
        var samples = Samples();
        Assert.True(samples.Select(s => s.Get("province")).Distinct().Count() >= 12);
        Assert.True(samples.Select(s => s.Get("city")).Distinct().Count() >= 20);
        Assert.True(samples.SelectMany(s => s.List("topics")).Distinct().Count() >= 12);
        Assert.Equal(Enumerable.Range(2015, 11), samples.Select(s => s.Truth.GetProperty("year").GetInt32()).Distinct().Order());
    }

    [Fact]
    public void The_issuer_resolves_to_the_labelled_place()
    {
        foreach (Sample sample in Samples())
        {
            RegionResolution found = Gazetteer.Default.Resolve(new RegionEvidence { Issuers = sample.List("issuers") });
            Assert.Equal((sample.Name, sample.Get("regionCode")), (sample.Name, found.Code));
            Assert.Empty(found.Warnings);
        }
    }

    [Fact]
    public void Without_the_issuer_no_wrong_place_is_named()
    {
        int right = 0, wrong = 0;
        foreach (Sample sample in Samples())
        {
            JsonElement session = sample.Truth.GetProperty("session");
            var evidence = new RegionEvidence
            {
                SessionPlace = session.ValueKind == JsonValueKind.Null ? null : session.GetProperty("place").GetString(),
                CopiedTo = sample.List("copiedTo"),
                Body = string.Concat(sample.Text.Where(c => !char.IsWhiteSpace(c))),
            };
            RegionResolution found = Gazetteer.Default.Resolve(evidence);
            Region truth = Gazetteer.Default.FindByCode(sample.Get("regionCode")!)!;
            bool isRight = found.Region == null || found.Region.Contains(truth) || truth.Contains(found.Region);
            right += found.Region != null && isRight ? 1 : 0;
            wrong += isRight ? 0 : 1;
            if (!isRight)
                output.WriteLine($"{sample.Name}: {truth}, found {found.Region} by {found.Basis}");
        }
        output.WriteLine($"{right} right, {wrong} wrong");
        Assert.True(wrong <= 2, $"{wrong} places wrong");
    }

    [Fact]
    public void Most_samples_get_their_main_topic()
    {
        int first = 0, any = 0;
        var samples = Samples();
        foreach (Sample sample in samples)
        {
            string body = string.Concat(sample.Text.Where(c => !char.IsWhiteSpace(c)));
            var found = TopicClassifier.Default.Classify(sample.Get("title"), sample.Get("subject"), [], body).Select(m => m.Path).ToList();
            string main = sample.List("topics")[0];
            first += found.FirstOrDefault() == main ? 1 : 0;
            any += found.Contains(main) ? 1 : 0;
            if (found.FirstOrDefault() != main)
                output.WriteLine($"{sample.Name}: {main}, found {string.Join("; ", found)}");
        }
        output.WriteLine($"main topic first in {first}, among the topics in {any} of {samples.Count}");
        Assert.True(any >= samples.Count * 0.85, $"main topic found in {any} of {samples.Count}");
    }

    private static List<Sample> Samples() =>
        [.. Directory.EnumerateFiles(RepositoryRoot.Combine("corpus", "samples")).Order(StringComparer.Ordinal).Select(Load)];

    private static Sample Load(string file)
    {
        string truth = RepositoryRoot.Combine("tests", "data", "corpus-truth", Path.GetFileNameWithoutExtension(file) + ".json");
        return new Sample(Path.GetFileName(file), Decode(File.ReadAllBytes(file)), JsonDocument.Parse(File.ReadAllBytes(truth)).RootElement);
    }

    private static string Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding("GB18030").GetString(bytes);
        }
    }
}
