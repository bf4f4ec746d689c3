using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace PolicySearch.Engine.Tests.Search;

/// <summary>The bounds by which documents are left out, held against the scores themselves; a bound that is too low by a rounding loses a hit once in a million queries.</summary>
public sealed class ScoreBoundTests
{
    private const int Lengths = 300;

    public static TheoryData<double, double> Frequencies => new() { { 1, 1 }, { 3, 7 }, { 50, 60 }, { 299, 500 } };

    [Theory, MemberData(nameof(Frequencies))]
    public void No_score_is_above_its_bound_and_the_best_reaches_it(double docFreq, double boost) => WithScorer((long)docFreq, (float)boost, scorer =>
    {
        for (int freq = 1; freq < 60; freq++)
        {
            float bound = scorer.UpperBound(freq), best = Enumerable.Range(0, Lengths).Max(doc => scorer.Score(doc, freq));

            Assert.InRange(best, bound * 0.99999f, bound);
        }
        Assert.True(scorer.UpperBound(int.MaxValue) >= scorer.Score(0, 1_000_000));
    });

    [Theory, MemberData(nameof(Frequencies))]
    public void Every_document_that_scores_above_a_threshold_is_selected(double docFreq, double boost) => WithScorer((long)docFreq, (float)boost, scorer =>
    {
        var random = new Random(1);
        int[] docs = [.. Enumerable.Range(0, Lengths)], freqs = [.. docs.Select(_ => random.Next(1, 40))], selected = new int[Lengths + 1];
        float[] scores = [.. docs.Zip(freqs, (doc, freq) => scorer.Score(doc, freq))];
        foreach (float score in scores)
        {
            // Just below a score that occurs, and that score itself.
            foreach (float threshold in new[] { MathF.BitDecrement(score), score })
            {
                int count = scorer.SelectAbove(threshold, docs, freqs, selected);
                Assert.Subset(selected.Take(count).ToHashSet(), docs.Where(doc => scores[doc] > threshold).ToHashSet());
                Assert.True(count < Lengths || threshold <= scores.Min(), "a threshold in the middle leaves some out");
            }
        }
    });

    private static void WithScorer(long docFreq, float boost, Action<Similarity.SimScorer> check)
    {
        using var directory = new RAMDirectory();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48)) { Similarity = new BM25Similarity() }))
        {
            for (int length = 1; length <= Lengths; length++)
                writer.AddDocument([new TextField("body", string.Concat(Enumerable.Repeat("a ", length)), Field.Store.NO)]);
        }
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var similarity = new BM25Similarity();
        Similarity.SimWeight weight = similarity.ComputeWeight(boost,
            new CollectionStatistics("body", reader.MaxDoc, reader.GetDocCount("body"), reader.GetSumTotalTermFreq("body"), reader.GetSumDocFreq("body")),
            new TermStatistics(new BytesRef("a"), docFreq, 10 * docFreq));
        weight.Normalize(1, 1);
        check(similarity.GetSimScorer(weight, reader.Leaves[0]));
    }
}
