using System.Diagnostics;
using PolicySearch.Documents;

namespace PolicySearch.Search.Tests.Similar;

/// <summary>What a comparison costs on the planted corpus. The figure that counts, at 100,000 documents, is the benchmark's.</summary>
public sealed class SimilarSpeedTests(PlantedCorpus corpus) : IClassFixture<PlantedCorpus>
{
    [Fact]
    public void A_comparison_costs_time_in_proportion_to_its_text_not_to_its_square()
    {
        string text = string.Concat(corpus.Documents.Take(30).Select(document => document.Text));
        TimeSpan shorter = Best(text[..3000]), longer = Best(text[..12_000]);
        Assert.True(longer < 12 * shorter, $"3,000 characters took {shorter.TotalMilliseconds:0} ms, 12,000 took {longer.TotalMilliseconds:0} ms");
    }

    private TimeSpan Best(string text)
    {
        PolicyDocument draft = TestDocuments.Plain("draft", text);
        return Enumerable.Range(0, 8).Select(_ =>
        {
            long start = Stopwatch.GetTimestamp();
            corpus.Search.SimilarToAsync(draft, new()).Now();
            return Stopwatch.GetElapsedTime(start);
        }).Min();
    }
}
