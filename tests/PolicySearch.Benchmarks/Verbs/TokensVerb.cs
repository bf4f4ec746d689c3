using System.Diagnostics;
using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cn.Smart;
using Lucene.Net.Analysis.TokenAttributes;
using PolicySearch.Testing;

namespace PolicySearch.Benchmarks.Verbs;

/// <summary>How fast SmartCn cuts text on one thread, ours beside Lucene 8's, runs alternating. Both make a stream a line and fetch the same attributes.</summary>
internal static class TokensVerb
{
    public const string Usage = "tokens FILE [RUNS]              SmartCn, characters a second on one thread, ours and Lucene 8's (default 5 runs each)";

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5), Measured = TimeSpan.FromSeconds(10);

    private readonly record struct Speed(double Characters, double Tokens, double BytesPerToken);

    public static int Run(string[] args)
    {
        int runs = 5;
        if (args.Length is < 1 or > 2 || !File.Exists(args[0]) || (args.Length == 2 && !int.TryParse(args[1], out runs)) || runs < 1)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        if (Requirement.Missing(Requirement.Oracle8) is { } missing)
            Console.Error.WriteLine($"without Lucene 8: {missing}");
        Compare(args[0], runs, Requirement.Missing(Requirement.Oracle8) == null);
        return 0;
    }

    /// <summary>Characters a second over the lines of a file, and bytes of garbage per token.</summary>
    internal static (double Speed, double Garbage) Measure(string path)
    {
        string[] lines = File.ReadAllLines(path);
        using Analyzer chain = NewChain();
        Measure(chain, lines, WarmUp);
        Speed speed = Measure(chain, lines, Measured);
        return (speed.Characters, speed.BytesPerToken);
    }

    private static Analyzer NewChain() => Analyzer.NewAnonymous((_, reader) => new TokenStreamComponents(new HMMChineseTokenizer(reader)));

    private static void Compare(string path, int runs, bool withLucene8)
    {
        string[] lines = File.ReadAllLines(path);
        using Analyzer chain = NewChain();
        Console.WriteLine($"load of the dictionary: {LoadTime():F0} ms");
        Measure(chain, lines, WarmUp);
        var ours = new List<double>();
        var theirs = new List<double>();
        for (int run = 1; run <= runs; run++)
        {
            Speed speed = Measure(chain, lines, Measured);
            ours.Add(speed.Characters);
            if (withLucene8)
                theirs.Add(Lucene8(path));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"run {run}: ours {speed.Characters / 1e6:F2} M characters/s, {speed.Tokens / 1e6:F2} M tokens/s, {speed.BytesPerToken:F3} bytes of garbage per token; Lucene 8 {theirs.LastOrDefault() / 1e6:F2} M characters/s"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"median of {runs}: ours {Median(ours) / 1e6:F2}, Lucene 8 {Median(theirs) / 1e6:F2} M characters/s, ratio {Median(ours) / Median(theirs):F1}"));
    }

    private static double LoadTime()
    {
        var watch = Stopwatch.StartNew();
        _ = new HMMChineseTokenizer(TextReader.Null);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Lucene8(string path) =>
        double.Parse(Oracle.Run8("tokens", "--time", path).Split(' ')[0], CultureInfo.InvariantCulture);

    private static Speed Measure(Analyzer chain, string[] lines, TimeSpan atLeast)
    {
        long characters = 0, tokens = 0, allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        do
        {
            foreach (string line in lines)
            {
                characters += line.Length;
                tokens += Count(chain, line);
            }
        }
        while (watch.Elapsed < atLeast);
        double seconds = watch.Elapsed.TotalSeconds;
        return new Speed(characters / seconds, tokens / seconds, (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / tokens);
    }

    private static long Count(Analyzer chain, string line)
    {
        using TokenStream stream = chain.GetTokenStream("f", line);
        stream.AddAttribute<ICharTermAttribute>();
        stream.AddAttribute<IOffsetAttribute>();
        stream.AddAttribute<IPositionIncrementAttribute>();
        stream.AddAttribute<ITypeAttribute>();
        long tokens = 0;
        for (stream.Reset(); stream.IncrementToken();)
            tokens++;
        stream.End();
        return tokens;
    }

    private static double Median(List<double> values) => values.Count == 0 ? double.NaN : values.Order().ElementAt(values.Count / 2);
}
