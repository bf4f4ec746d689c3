using System.Diagnostics;
using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cn.Smart;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicySearch.Benchmarks.Versus;

namespace PolicySearch.Benchmarks.Verbs;

/// <summary>Latency, or with --print the hits, of the queries of a file, in the form in which <c>oracle search</c> prints them.</summary>
internal static class QueriesVerb
{
    public const string Usage = "queries [--print | --facets] [--type TYPE] INDEXDIR QUERIES.tsv    p50 and p95 by type: top 10 with exact totals";

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3), Measured = TimeSpan.FromSeconds(5);

    /// <summary>A query of the file.</summary>
    internal sealed record Asked(string Id, string Type, Query Query);

    /// <summary>
    /// Milliseconds of searches, and the garbage of one in KB. <paramref name="Best"/> is the mean of every query's fastest run, which waiting for a core on a shared
    /// machine does not show in.
    /// </summary>
    internal readonly record struct Latency(int Count, double P50, double P95, double Max, double Best, double PerSecond, double Kilobytes);

    public static int Run(string[] args)
    {
        var rest = args.ToList();
        bool print = rest.Remove("--print"), facets = rest.Remove("--facets");
        string? type = null;
        if (rest.IndexOf("--type") is >= 0 and var at && at + 1 < rest.Count)
        {
            type = rest[at + 1];
            rest.RemoveRange(at, 2);
        }
        if (rest.Count != 2)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        using var directory = new MMapDirectory(rest[0]);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity(1.2f, 0.75f) };
        List<Asked> queries = Read(rest[1]).Where(q => type == null || q.Type == type).ToList();
        if (print)
            Print(searcher, queries);
        else
            Time(searcher, queries, facets ? OwnEngine.TopAndFacets(reader) : OwnEngine.Top);
        return 0;
    }

    private static void Print(IndexSearcher searcher, List<Asked> queries)
    {
        foreach (Asked asked in queries)
        {
            TopDocs top = searcher.Search(asked.Query, 10);
            for (int rank = 0; rank < top.ScoreDocs.Length; rank++)
            {
                ScoreDoc hit = top.ScoreDocs[rank];
                string score = hit.Score.ToString("G9", CultureInfo.InvariantCulture);
                Console.WriteLine($"{asked.Id}\t{rank + 1}\t{hit.Doc}\t{score}\t{searcher.Doc(hit.Doc).Get("id")}");
            }
            Console.WriteLine($"{asked.Id}\ttotal\t{top.TotalHits}");
        }
    }

    private static void Time(IndexSearcher searcher, List<Asked> queries, Action<IndexSearcher, Query> search)
    {
        foreach (var type in queries.GroupBy(q => q.Type).OrderBy(g => g.Key, StringComparer.Ordinal))
            Report(searcher, type.Key, type.ToList(), search);
        Report(searcher, "all", queries, search);
    }

    private static void Report(IndexSearcher searcher, string type, List<Asked> queries, Action<IndexSearcher, Query> search)
    {
        Latency took = Measure([.. queries.Select(q => q.Query)], query => search(searcher, query));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"top 10 {type}: n={took.Count} p50={took.P50:F3}ms p95={took.P95:F3}ms max={took.Max:F3}ms best={took.Best:F4}ms qps={took.PerSecond:F1} garbage={took.Kilobytes:F1}KB"));
    }

    /// <summary>Times an operation on every query: a warm-up, then whole passes for at least five seconds.</summary>
    internal static Latency Measure(Query[] queries, Action<Query> operation)
    {
        var took = new List<double>(1 << 22);
        Passes(queries, operation, WarmUp, took);
        took.Clear();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        Passes(queries, operation, Measured, took);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        double sum = took.Sum(), best = took.Index().GroupBy(one => one.Index % queries.Length, one => one.Item).Average(ofQuery => ofQuery.Min());
        took.Sort();
        return new(took.Count, took[took.Count / 2], took[took.Count * 95 / 100], took[^1], best, took.Count / sum * 1000, allocated / 1024.0 / took.Count);
    }

    private static void Passes(Query[] queries, Action<Query> operation, TimeSpan least, List<double> took)
    {
        long start = Stopwatch.GetTimestamp();
        do
        {
            foreach (Query query in queries)
            {
                long before = Stopwatch.GetTimestamp();
                operation(query);
                took.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
            }
        }
        while (Stopwatch.GetElapsedTime(start) < least);
    }

    /// <summary>The queries of a file, analysed as <c>oracle search</c> does.</summary>
    internal static IEnumerable<Asked> Read(string file)
    {
        using var analyzer = new SmartChineseAnalyzer(LuceneVersion.LUCENE_48);
        foreach (string line in File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#'))
        {
            string[] column = line.Split('\t', 4);
            yield return new Asked(column[0], column[1], Build(analyzer, column[1], column[2], column[3]));
        }
    }

    private static Query Build(Analyzer analyzer, string type, string field, string text)
    {
        var term = new Term(field, text);
        if (type is "term" or "prefix")
            return type == "term" ? new TermQuery(term) : new PrefixQuery(term);
        List<(Term Term, int Position)> tokens = Tokens(analyzer, field, text);
        if (tokens.Count <= 1)
            return new TermQuery(tokens.Count == 1 ? tokens[0].Term : new Term("no such field", ""));
        if (type == "phrase")
        {
            var phrase = new PhraseQuery();
            tokens.ForEach(t => phrase.Add(t.Term, t.Position));
            return phrase;
        }
        var query = new BooleanQuery();
        tokens.ForEach(t => query.Add(new TermQuery(t.Term), type == "and" ? Occur.MUST : Occur.SHOULD));
        return query;
    }

    private static List<(Term Term, int Position)> Tokens(Analyzer analyzer, string field, string text)
    {
        var tokens = new List<(Term, int)>();
        if (field is not ("title" or "body"))
            return [(new Term(field, text), 0)];
        using TokenStream stream = analyzer.GetTokenStream(field, new StringReader(text));
        var term = stream.AddAttribute<ICharTermAttribute>();
        var increment = stream.AddAttribute<IPositionIncrementAttribute>();
        stream.Reset();
        for (int position = -1; stream.IncrementToken();)
            tokens.Add((new Term(field, term.ToString()!), position += increment.PositionIncrement));
        stream.End();
        return tokens;
    }
}
