using System.Diagnostics;
using System.Globalization;
using System.Text;
using PolicySearch.Benchmarks.Versus;
using PolicySearch.Documents;
using PolicySearch.Search;
using PolicySearch.Search.Indexing;
using PolicySearch.Search.Querying;
using PolicySearch.Testing;
using PolicySearch.Testing.Generator;

namespace PolicySearch.Benchmarks.Verbs;

/// <summary>
/// The whole path as users have it: files are read, understood and indexed, then searched with facets, highlights and all. Writes
/// <c>results/MACHINE/service.md</c>.
/// </summary>
internal static class ServiceVerb
{
    public const string Usage = "service [COUNT] [--keep FOLDER]   index COUNT generated files (default 100000) as policysearch does and search them; speed, size, memory";

    private const int QueryCount = 400, Passes = 5;

    public static int Run(string[] args)
    {
        int count = 100_000;
        int keepAt = Array.IndexOf(args, "--keep");
        bool numbered = args.Length > 0 && keepAt != 0;
        if ((numbered && !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out count)) || count < 1 || (keepAt >= 0 && keepAt == args.Length - 1))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        using var temporary = new TemporaryFolder();
        string folder = keepAt >= 0 ? args[keepAt + 1] : temporary.Path;
        string corpus = Path.Combine(folder, "generated"), index = Path.Combine(folder, "index");
        if (!Directory.Exists(corpus) && GenerateVerb.Run([corpus, count.ToString(CultureInfo.InvariantCulture)]) is not 0 and var code)
            return code;
        IndexingReport report = new CorpusIndexer(index, new DocumentReader()).Run([corpus], new() { Rebuild = true }, new Dots());
        long indexing = PeakMemory();
        string text = Describe(count, report, SizeOf(index), indexing, Search(index, count));
        Console.WriteLine(text);
        string results = RepositoryRoot.Combine("tests", "PolicySearch.Benchmarks", "results", Machine.Folder);
        Directory.CreateDirectory(results);
        File.WriteAllText(Path.Combine(results, "service.md"), Table.Provenance("The whole service", "service") + text);
        return report.Rejected.Count == 0 ? 0 : 1;
    }

    private static string Describe(int count, IndexingReport report, long indexBytes, long peak, string searches)
    {
        double megabytes = report.Bytes / 1e6, seconds = report.Elapsed.TotalSeconds;
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{count:N0} generated files, {megabytes:F1} MB; read, understood, indexed with {Environment.ProcessorCount} threads.").AppendLine();
        text.AppendLine("| what | figure |").AppendLine("|---|---|");
        text.AppendLine(CultureInfo.InvariantCulture, $"| indexing | {report.Added / seconds:F0} documents/s, {megabytes / seconds:F2} MB/s |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| files rejected | {report.Rejected.Count} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| index size | {indexBytes / 1e6:F0} MB, {indexBytes / (double)report.Bytes:F2} times the files |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| peak memory of the process while indexing | {peak / 1e6:F0} MB |");
        text.Append(searches);
        text.AppendLine(CultureInfo.InvariantCulture, $"| peak memory of the process with searching | {PeakMemory() / 1e6:F0} MB |");
        return text.ToString();
    }

    private static string Search(string index, int count)
    {
        using var search = new EmbeddedPolicySearch(index);
        var rows = new StringBuilder();
        var opening = Stopwatch.StartNew();
        search.SearchAsync(new() { Query = "养老" }).GetAwaiter().GetResult();
        rows.AppendLine(CultureInfo.InvariantCulture, $"| opening and the first search | {opening.Elapsed.TotalMilliseconds:F0} ms |");
        foreach ((string name, SearchRequest[] requests) in Requests(count))
        {
            (double p50, double p95, double found) = Latency(search, requests);
            rows.AppendLine(CultureInfo.InvariantCulture, $"| {name}, top 10 with eight facets and highlights, {found:F0} hits in the mean | p50 {p50:F2} ms, p95 {p95:F2} ms |");
        }
        return rows.ToString();
    }

    private static IEnumerable<(string Name, SearchRequest[] Requests)> Requests(int count)
    {
        var generator = new DocumentGenerator();
        GeneratedTruth[] truths = [.. Enumerable.Range(0, QueryCount).Select(i => generator.Generate((int)((long)i * count / QueryCount)).Truth)];
        string[] words = [.. truths.Select(truth => truth.Topic[(truth.Topic.LastIndexOf('/') + 1)..]).Distinct()];
        yield return ("a word (last level of a topic)", [.. words.Select(word => new SearchRequest { Query = word })]);
        yield return ("a subject (several words)", [.. truths.Where(truth => truth.Subject != null).Select(truth => new SearchRequest { Query = truth.Subject! })]);
        yield return ("a quoted subject", [.. truths.Where(truth => truth.Subject != null).Select(truth => new SearchRequest { Query = $"\"{truth.Subject}\"" })]);
        yield return ("a 文号", [.. truths.Where(truth => truth.DocumentNumber != null).Select(truth => new SearchRequest { Query = truth.DocumentNumber! })]);
        yield return ("a word in a city", [.. truths.Where(truth => truth.City != null).Select(truth => new SearchRequest { Query = words[truth.Year % words.Length], Filters = In(truth) })]);
        yield return ("no word, a city", [.. truths.Where(truth => truth.City != null).Select(truth => new SearchRequest { Filters = In(truth) })]);
    }

    private static Dictionary<FacetField, IReadOnlyList<string>> In(GeneratedTruth truth) => new() { [FacetField.City] = [truth.City!] };

    private static (double P50, double P95, double Found) Latency(EmbeddedPolicySearch search, SearchRequest[] requests)
    {
        var took = new List<double>();
        long found = 0;
        for (int pass = -1; pass < Passes; pass++)
        {
            foreach (SearchRequest request in requests)
            {
                long start = Stopwatch.GetTimestamp();
                SearchResponse response = search.SearchAsync(request).GetAwaiter().GetResult();
                if (pass < 0)
                    continue;
                took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                found += response.Total;
            }
        }
        took.Sort();
        return (took[took.Count / 2], took[took.Count * 95 / 100], (double)found / took.Count);
    }

    private static long SizeOf(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(path => new FileInfo(path).Length);

    private static long PeakMemory()
    {
        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }

    /// <summary>A line for every 5,000 documents.</summary>
    private sealed class Dots : IProgress<IndexingProgress>
    {
        public void Report(IndexingProgress value)
        {
            if (value.Done % 5000 == 0)
                Console.Error.WriteLine($"indexed {value.Done}/{value.Total}");
        }
    }
}
