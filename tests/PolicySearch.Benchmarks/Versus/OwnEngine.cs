using System.Diagnostics;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cn.Smart;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Querying.Facets;
using PolicySearch.Search.Schema;

namespace PolicySearch.Benchmarks.Versus;

/// <summary>Our side of the jobs of <c>oracle8 bench</c>: the same fields, the same buffer, the same queries.</summary>
internal static class OwnEngine
{
    private const double BufferMegabytes = 256;

    private static readonly FacetField[] Counted = [FacetField.City, FacetField.Year, FacetField.Topic];

    /// <summary>Indexes a corpus, commits, then merges to one segment. Returns MB of text a second up to the commit.</summary>
    public static double Index(BenchCorpus corpus, string folder, int threads, bool facets)
    {
        using var directory = FSDirectory.Open(folder);
        using Analyzer analyzer = NewAnalyzer();
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = NewSimilarity(), RAMBufferSizeMB = BufferMegabytes };
        using var writer = new IndexWriter(directory, config);
        var watch = Stopwatch.StartNew();
        AddAll(writer, corpus.Documents, threads, facets);
        writer.Commit();
        double seconds = watch.Elapsed.TotalSeconds;
        writer.ForceMerge(1);
        writer.Commit();
        return corpus.Documents.Sum(document => document.Bytes) / 1e6 / seconds;
    }

    /// <summary>A searcher as the comparison needs it.</summary>
    public static IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = NewSimilarity() };

    /// <summary>Top 10 with an exact count.</summary>
    public static void Top(IndexSearcher searcher, Query query) => searcher.Search(query, 10);

    /// <summary>Top 10, an exact count, and the ten most frequent values of city, year and topic, as the application counts them.</summary>
    public static Action<IndexSearcher, Query> TopAndFacets(IndexReader reader)
    {
        FacetValues[] values = [.. Counted.Select(facet => FacetValues.Read(reader, facet))];
        var request = new SearchRequest();
        return (searcher, query) =>
        {
            FacetColumn[] columns = [.. values.Select(facet => new FacetColumn(facet, null))];
            var top = new TopHits(10);
            using var collector = new HitCollector(columns, top, SortOrder.Relevance, request, CancellationToken.None);
            searcher.Search(query, collector);
            collector.Finish();
            top.Drain(0);
            foreach (FacetColumn column in columns)
            {
                FacetSummary.Of(column, 10);
                column.Dispose();
            }
        };
    }

    /// <summary>Bytes of an index's files.</summary>
    public static long Size(string folder) => new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);

    private static PerFieldAnalyzerWrapper NewAnalyzer()
    {
        var smart = new SmartChineseAnalyzer(LuceneVersion.LUCENE_48);
        return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), new Dictionary<string, Analyzer> { ["title"] = smart, ["body"] = smart });
    }

    private static BM25Similarity NewSimilarity() => new(1.2f, 0.75f);

    private static void AddAll(IndexWriter writer, IReadOnlyList<BenchDocument> documents, int threads, bool facets)
    {
        int next = -1;
        void Work()
        {
            for (int i; (i = Interlocked.Increment(ref next)) < documents.Count;)
                writer.AddDocument(documents[i].ToLucene(facets));
        }
        var others = Enumerable.Range(1, threads - 1).Select(_ => new Thread(Work)).ToList();
        others.ForEach(thread => thread.Start());
        Work();
        others.ForEach(thread => thread.Join());
    }
}
