using System.Globalization;
using PolicySearch.Benchmarks.Versus;
using PolicySearch.Testing;

namespace PolicySearch.Benchmarks.Verbs;

/// <summary>The whole comparison with Lucene for Java in one table: prints it, and keeps it with the machine's results.</summary>
internal static class VersusVerb
{
    public const string Usage = """
        versus [--corpus NAMES] [--rows NAMES] [--runs N] [--generated N] [--ours] [--draft]
                                        ours beside Lucene 8 and 4.10, medians of N alternating runs (default 5), a table for each corpus, kept
                                        in results/MACHINE/versus-CORPUS.md after every run unless it is a --draft; NAMES parted by commas, default all;
                                        corpora: laws, articles, generated (default 100000 documents);
                                        rows: tokens, index, search, facets, size, open, garbage; --ours measures without Lucene
        """;

    private sealed record Options(string[] Corpora, HashSet<string> Rows, int Runs, int Generated, bool Keep, bool Lucene);

    public static int Run(string[] args)
    {
        if (Parse(args) is not { } options)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        if (options.Lucene && Lucene8.Prepare() is { } missing)
        {
            Console.Error.WriteLine($"versus: {missing}; --ours measures without Lucene");
            return 2;
        }
        if (options.Corpora.Select(BenchCorpus.Missing).FirstOrDefault(missing => missing != null) is { } data)
        {
            Console.Error.WriteLine($"versus: {data}");
            return 2;
        }
        int missed = 0;
        foreach (string corpus in options.Corpora)
        {
            string report = Compare(corpus, options);
            Console.WriteLine(report);
            missed += report.Contains("**no**", StringComparison.Ordinal) ? 1 : 0;
        }
        return missed > 0 ? 1 : 0;
    }

    private static string Compare(string name, Options options)
    {
        using var folder = new TemporaryFolder();
        BenchCorpus corpus = BenchCorpus.Make(name, folder.Path, options.Generated);
        string report = "";
        foreach (Samples samples in new Comparison(corpus, options.Rows, options.Runs, options.Lucene).Run())
        {
            report = (options.Lucene ? Table.Heading(name) : "") + Table.Of(corpus, samples);
            if (options.Keep)
                Keep(name, report);
        }
        return report;
    }

    private static void Keep(string corpus, string report)
    {
        string folder = RepositoryRoot.Combine("tests", "PolicySearch.Benchmarks", "results", Machine.Folder);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"versus-{corpus}.md"), report);
    }

    private static Options? Parse(string[] args)
    {
        var rest = args.ToList();
        bool lucene = !rest.Remove("--ours"), keep = !rest.Remove("--draft") && lucene;
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["--corpus"] = "", ["--rows"] = "", ["--runs"] = "5", ["--generated"] = "100000" };
        if (rest.Count % 2 != 0)
            return null;
        for (int i = 0; i < rest.Count; i += 2)
        {
            if (!values.ContainsKey(rest[i]))
                return null;
            values[rest[i]] = rest[i + 1];
        }
        int generated = 0;
        string[] corpora = Names(values["--corpus"], BenchCorpus.Names);
        string[] rows = Names(values["--rows"], Mark.Groups);
        bool valid = int.TryParse(values["--runs"], NumberStyles.None, CultureInfo.InvariantCulture, out int runs) && runs > 0
            && int.TryParse(values["--generated"], NumberStyles.None, CultureInfo.InvariantCulture, out generated) && generated > 0
            && corpora.All(BenchCorpus.Names.Contains) && rows.All(Mark.Groups.Contains);
        return valid ? new Options(corpora, [.. rows], runs, generated, keep, lucene) : null;
    }

    private static string[] Names(string list, string[] all) => list.Length > 0 ? list.Split(',') : all;
}
