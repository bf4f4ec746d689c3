using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cn.Smart;
using Lucene.Net.Util;
using PolicySearch.Documents;

namespace PolicySearch.Benchmarks.Verbs;

/// <summary>
/// Times reading, cleaning and extracting text documents, and segmenting the same documents' clean text with SmartCn, on one thread in one run:
/// the ratio is the figure, the rest depends on the machine. What is counted begins when the runtime has compiled what it wants to compile, since an indexing run of minutes
/// hardly feels that; on few documents or a busy machine it would be most of the time.
/// </summary>
internal static class DocumentsVerb
{
    public const string Usage = "documents FOLDER… [--seconds N]   time reading and extraction against segmentation, in turns";

    private const int QuietRounds = 3;

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
        bool warm = WarmUp(seconds, read, segment);
        // In turns, so that a busy machine slows both alike.
        for (var watch = Stopwatch.StartNew(); watch.Elapsed.TotalSeconds < seconds;)
        {
            read.Tick();
            segment.Tick();
        }
        long chars = bodies.Sum(body => (long)body.Length);
        Console.WriteLine($"{files.Length} documents, {chars} characters{(warm ? "" : "; the runtime was still compiling")}");
        foreach (Clock clock in (Clock[])[read, segment])
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Name,-22} {chars / clock.SecondsPerRun / 1e6:F1} million characters per CPU second, {clock.BytesPerRun / files.Length / 1024:F0} KiB allocated a document"));
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

    // Runs both until three rounds in a row had nothing compiled, at most twice as long as they are measured.
    private static bool WarmUp(double seconds, params ReadOnlySpan<Clock> clocks)
    {
        int quiet = 0;
        for (var watch = Stopwatch.StartNew(); quiet < QuietRounds && watch.Elapsed.TotalSeconds < 2 * seconds;)
        {
            long compiled = JitInfo.GetCompiledMethodCount();
            foreach (Clock clock in clocks)
                clock.Run();
            quiet = JitInfo.GetCompiledMethodCount() == compiled ? quiet + 1 : 0;
        }
        return quiet == QuietRounds;
    }

    /// <summary>CPU time and allocated bytes of repeated runs.</summary>
    private sealed class Clock(string name, Action run)
    {
        private TimeSpan total;
        private long bytes;
        private int runs;

        public string Name { get; } = name;

        public Action Run { get; } = run;

        public double SecondsPerRun => total.TotalSeconds / Math.Max(1, runs);

        public double BytesPerRun => (double)bytes / Math.Max(1, runs);

        public void Tick()
        {
            using Process self = Process.GetCurrentProcess();
            TimeSpan before = self.TotalProcessorTime;
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            Run();
            self.Refresh();
            total += self.TotalProcessorTime - before;
            bytes += GC.GetAllocatedBytesForCurrentThread() - allocated;
            runs++;
        }
    }
}
