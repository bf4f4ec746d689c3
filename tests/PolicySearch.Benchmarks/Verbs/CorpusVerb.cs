using System.Globalization;
using PolicySearch.Benchmarks.Versus;

namespace PolicySearch.Benchmarks.Verbs;

/// <summary>A corpus of the comparison with its queries and our index of it, kept, so that one change can be measured again and again.</summary>
internal static class CorpusVerb
{
    public const string Usage = "corpus NAME FOLDER [COUNT]      laws, articles or COUNT generated replies (default 100000) with their queries (NAME.tsv) and index, as versus makes them";

    public static int Run(string[] args)
    {
        int generated = 100_000;
        if (args.Length is not (2 or 3) || !BenchCorpus.Names.Contains(args[0])
            || (args.Length == 3 && !int.TryParse(args[2], NumberStyles.None, CultureInfo.InvariantCulture, out generated)))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        if (BenchCorpus.Missing(args[0]) is { } data)
        {
            Console.Error.WriteLine($"corpus: {data}");
            return 2;
        }
        Directory.CreateDirectory(args[1]);
        BenchCorpus corpus = BenchCorpus.Make(args[0], args[1], generated);
        double speed = OwnEngine.Index(corpus, Path.Combine(args[1], "index"), 1, facets: true);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{corpus.Documents.Count} documents indexed, {speed:F1} MB/s; queries in {corpus.Queries}"));
        return 0;
    }
}
