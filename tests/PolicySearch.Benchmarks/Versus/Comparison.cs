using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using PolicySearch.Benchmarks.Verbs;
using PolicySearch.Testing;

namespace PolicySearch.Benchmarks.Versus;

/// <summary>Measures the wanted rows of one corpus, ours and Lucene's in turn.</summary>
/// <param name="corpus">What is indexed and asked.</param>
/// <param name="rows">The wanted groups of <see cref="Mark.Groups"/>.</param>
/// <param name="runs">How often.</param>
/// <param name="lucene">Whether Lucene is measured too; else ours alone.</param>
internal sealed class Comparison(BenchCorpus corpus, IReadOnlySet<string> rows, int runs, bool lucene)
{
    // The index with facets of the last run, by which opening is measured: ours and Lucene's.
    private const string Ours = "ours", Theirs = "lucene8";

    private readonly Samples samples = new();

    /// <summary>Runs everything and prints what is going on; gives the figures so far after every run.</summary>
    public IEnumerable<Samples> Run()
    {
        if (rows.Contains("size"))
            Sizes();
        for (int run = 1; run <= runs; run++)
        {
            using var folder = new TemporaryFolder();
            Once(run, folder);
            yield return samples;
        }
    }

    private void Once(int run, TemporaryFolder folder)
    {
        Say($"run {run} of {runs}: ours");
        if (rows.Contains("tokens"))
            Tokens();
        if (NeedsIndex)
            OwnJobs(folder);
        if (!lucene)
            return;
        Say($"run {run} of {runs}: Lucene 8");
        LuceneJobs(folder);
        if (rows.Contains("open"))
            Open(folder);
    }

    private bool NeedsIndex => rows.Overlaps(["index", "search", "facets", "open", "garbage"]);

    private void Sizes()
    {
        using var folder = new TemporaryFolder();
        Say("index size");
        OwnEngine.Index(corpus, folder.Combine(Ours), 1, facets: false);
        samples.Ours("size", OwnEngine.Size(folder.Combine(Ours)) / 1e6);
        if (!lucene)
            return;
        Oracle.Run("write", folder.Combine(Theirs), corpus.Jsonl);
        samples.Theirs("size", OwnEngine.Size(folder.Combine(Theirs)) / 1e6);
    }

    private void Tokens()
    {
        (double speed, double garbage) = TokensVerb.Measure(corpus.Lines);
        samples.Ours("tokens", speed / 1e6);
        // What a stream costs once is spread over its tokens: three digits are what the figure means.
        samples.Ours("garbage-token", Math.Round(garbage, 3));
    }

    private void OwnJobs(TemporaryFolder folder)
    {
        samples.Ours("index-1", OwnEngine.Index(corpus, folder.Combine(Ours), 1, facets: true));
        if (rows.Contains("index"))
            samples.Ours("index-2", OwnEngine.Index(corpus, folder.Combine("ours2"), 2, facets: true));
        if (!rows.Overlaps(["search", "facets", "garbage"]))
            return;
        using var directory = new MMapDirectory(folder.Combine(Ours));
        using DirectoryReader reader = DirectoryReader.Open(directory);
        IndexSearcher searcher = OwnEngine.NewSearcher(reader);
        Action<IndexSearcher, Query> withFacets = OwnEngine.TopAndFacets(reader);
        foreach (var type in QueriesVerb.Read(corpus.Queries).GroupBy(asked => asked.Type))
        {
            Query[] queries = [.. type.Select(asked => asked.Query)];
            if (rows.Overlaps(["search", "garbage"]))
                AddLatency("search", type.Key, QueriesVerb.Measure(queries, query => OwnEngine.Top(searcher, query)));
            if (rows.Contains("facets"))
                AddLatency("facets", type.Key, QueriesVerb.Measure(queries, query => withFacets(searcher, query)));
        }
    }

    private void AddLatency(string group, string type, QueriesVerb.Latency latency)
    {
        samples.Ours($"{group}-{type}-p50", latency.P50);
        samples.Ours($"{group}-{type}-p95", latency.P95);
        if (group == "search")
            samples.Ours($"garbage-{type}", latency.Kilobytes);
    }

    private void LuceneJobs(TemporaryFolder folder)
    {
        if (rows.Contains("tokens"))
            samples.Theirs("tokens", Lucene8.TokenSpeed(corpus.Lines) / 1e6);
        if (!rows.Overlaps(["index", "search", "facets", "open"]))
            return;
        foreach ((string row, double value) in Lucene8.Bench(folder.Combine(Theirs), corpus))
            samples.Theirs(row, value);
    }

    private void Open(TemporaryFolder folder)
    {
        string[] words = File.ReadLines(corpus.Queries).Select(line => line.Split('\t')).First(column => column[1] == "or")[3].Split(' ');
        samples.Ours("open", FirstQuery.Ours(folder.Combine(Ours), words));
        samples.Theirs("open", FirstQuery.Theirs(folder.Combine(Theirs, "threads1"), words));
    }

    private void Say(string what) => Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss} {corpus.Name}: {what}");
}
