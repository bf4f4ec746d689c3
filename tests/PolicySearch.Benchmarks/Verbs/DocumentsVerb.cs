using System.Diagnostics;
using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cn.Smart;
using Lucene.Net.Util;
using PolicySearch.Documents;

namespace PolicySearch.Benchmarks.Verbs;

/// <summary>
/// Times reading, cleaning and extracting text documents, and segmenting the same documents' clean text with SmartCn, on one thread in one run:
/// the ratio is the figure, the rest depends on the machine.
/// </summary>
internal static class DocumentsVerb
{
    public const string Usage = "documents FOLDER… [--seconds N]   time reading and extraction against segmentation, in turns";

    public static int Run(string[] args)
    {
        int flag = Array.IndexOf(args, "--seconds");
        double seconds = flag >= 0 && flag + 1 < args.Length ? double.Parse(args[flag + 1], CultureInfo.InvariantCulture) : 10;
        string[] files = [.. args.TakeWhile(arg => arg != "--seconds").Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.txt")).Order(StringComparer.Ordinal)];
        if (files.Length == 0)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        var reader = new DocumentReader();
        string[] bodies = [.. files.Select(file => reader.Read(file, file).Body)];
        using Analyzer analyzer = new SmartChineseAnalyzer(LuceneVersion.LUCENE_48);
        var read = new Clock("read, clean, extract", () => Array.ForEach(files, file => reader.Read(file, file)));
        var segment = new Clock("segment (SmartCn)", () => Array.ForEach(bodies, body => Segment(analyzer, body)));
        // In turns, so that a busy machine slows both alike.
        for (var watch = Stopwatch.StartNew(); watch.Elapsed.TotalSeconds < seconds;)
        {
            read.Tick();
            segment.Tick();
        }
        long chars = bodies.Sum(body => (long)body.Length);
        Console.WriteLine($"{files.Length} documents, {chars} characters");
        foreach (Clock clock in (Clock[])[read, segment])
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Name,-22} {chars / clock.SecondsPerRun / 1e6:F1} million characters per CPU second"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio                  {read.SecondsPerRun / segment.SecondsPerRun:F2} of the segmenter's time"));
        return 0;
    }

    private static void Segment(Analyzer analyzer, string body)
    {
        using TokenStream stream = analyzer.GetTokenStream("body", new StringReader(body));
        stream.Reset();
        while (stream.IncrementToken())
        {
        }
        stream.End();
    }

    /// <summary>CPU time of repeated runs; the first run, which compiles, does not count.</summary>
    private sealed class Clock(string name, Action run)
    {
        private TimeSpan total;
        private int runs = -1;

        public string Name { get; } = name;

        public double SecondsPerRun => total.TotalSeconds / Math.Max(1, runs);

        public void Tick()
        {
            using Process self = Process.GetCurrentProcess();
            TimeSpan before = self.TotalProcessorTime;
            run();
            self.Refresh();
            if (++runs > 0)
                total += self.TotalProcessorTime - before;
        }
    }
}
