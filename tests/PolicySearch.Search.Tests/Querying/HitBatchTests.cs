using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Querying.Facets;
using PolicySearch.Search.Schema;
using Xunit;

namespace PolicySearch.Search.Tests.Querying;

/// <summary>Counting hits in facets against counting one by one, from windows without a hit to windows full of them.</summary>
public sealed class HitBatchTests
{
    private const int Window = FacetOrdinals.WindowSize;

    // The last window of each segment is a partial one.
    private static readonly int[] SegmentSizes = [5 * Window + 100, 3 * Window + 1];

    /// <param name="topics">How many values the facet with several values has: with many of them no window has totals.</param>
    /// <param name="seed">Of the documents and of the hits.</param>
    [Theory]
    [InlineData(20, 1), InlineData(20, 2), InlineData(20, 3), InlineData(20, 4), InlineData(3_000, 5), InlineData(3_000, 6)]
    public void Counts_are_those_of_the_hits(int topics, int seed)
    {
        var random = new Random(seed);
        List<Labels> documents = [.. Enumerable.Range(0, SegmentSizes.Sum()).Select(_ => Labels.Draw(random, topics))];
        using var directory = new RAMDirectory();
        using DirectoryReader reader = Write(directory, documents);
        Assert.Equal(SegmentSizes, reader.Leaves.Select(leaf => leaf.AtomicReader.MaxDoc));
        FacetColumn[] columns = [.. new[] { FacetField.City, FacetField.Topic }.Select(facet => new FacetColumn(FacetValues.Read(reader, facet), null))];
        List<int> hits = DrawHits(random, documents.Count);

        using var batch = new HitBatch(columns);
        foreach (AtomicReaderContext leaf in reader.Leaves)
        {
            int maxDoc = leaf.AtomicReader.MaxDoc;
            batch.SetSegment(maxDoc);
            foreach (FacetColumn column in columns)
                column.SetSegment(leaf);
            foreach (int doc in hits.Where(hit => hit >= leaf.DocBase && hit < leaf.DocBase + maxDoc))
                batch.Add(doc - leaf.DocBase);
        }
        batch.Flush();

        Assert.Equal(hits.Count, batch.Total);
        AssertCounts(columns[0], [.. hits.Select(hit => documents[hit].City is { } city ? new[] { city } : [])]);
        AssertCounts(columns[1], [.. hits.Select(hit => documents[hit].Topics)]);
        foreach (FacetColumn column in columns)
            column.Dispose();
    }

    private static void AssertCounts(FacetColumn column, IReadOnlyList<string[]> valuesOfHits)
    {
        column.Finish();
        Dictionary<string, int> expected = valuesOfHits.SelectMany(values => values).CountBy(value => value).ToDictionary();
        int[] counts = column.Counts.ToArray();
        Assert.Equal(expected, counts.Index().Where(one => one.Item != 0).ToDictionary(one => column.Values[one.Index], one => one.Item));
        Assert.Equal(valuesOfHits.Count(values => values.Length == 0), column.Unlabelled);
    }

    /// <summary>Each window has hits of its own density.</summary>
    private static List<int> DrawHits(Random random, int count)
    {
        double[] densities = [0, 0.001, 0.3, 0.5, 0.9, 1];
        var hits = new List<int>();
        double density = 0;
        for (int doc = 0; doc < count; doc++)
        {
            if (doc % Window == 0)
                density = densities[random.Next(densities.Length)];
            if (random.NextDouble() < density)
                hits.Add(doc);
        }
        return hits;
    }

    private static DirectoryReader Write(RAMDirectory directory, List<Labels> documents)
    {
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new PolicyAnalyzer()) { MergePolicy = NoMergePolicy.COMPOUND_FILES };
        using var writer = new IndexWriter(directory, config);
        int next = 0;
        foreach (int size in SegmentSizes)
        {
            for (int end = next + size; next < end; next++)
                writer.AddDocument(documents[next].ToLucene());
            writer.Commit();
        }
        return DirectoryReader.Open(directory);
    }

    private sealed record Labels(string? City, string[] Topics)
    {
        public static Labels Draw(Random random, int topics) =>
            new(random.Next(5) == 0 ? null : $"city{random.Next(30)}", [.. Enumerable.Range(0, random.Next(4)).Select(_ => $"topic{random.Next(topics)}").Distinct()]);

        public Document ToLucene()
        {
            var document = new Document();
            if (City != null)
                document.Add(new SortedDocValuesField(PolicySchema.FacetName(FacetField.City), new BytesRef(City)));
            foreach (string topic in Topics)
                document.Add(new SortedSetDocValuesField(PolicySchema.FacetName(FacetField.Topic), new BytesRef(topic)));
            return document;
        }
    }
}
