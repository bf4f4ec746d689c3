using System.Diagnostics;
using System.Globalization;
using PolicySearch.Search.Indexing;
using Spectre.Console;

namespace PolicySearch.Indexer;

/// <summary>Shows how far an indexing run has come: a bar for a person who watches, otherwise a line from time to time.</summary>
internal static class IndexingProgressLines
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    /// <summary>Runs the work while showing its progress on standard error.</summary>
    public static IndexingReport Show(CommandConsole console, Func<IProgress<IndexingProgress>, IndexingReport> work) =>
        console.IsWatched ? ShowBar(work) : work(new Lines(console.Error));

    private static IndexingReport ShowBar(Func<IProgress<IndexingProgress>, IndexingReport> work)
    {
        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => work(new Bar(context.AddTask("counting files"))));
    }

    /// <summary>A bar. Reports come from one thread at a time.</summary>
    private sealed class Bar(ProgressTask task) : IProgress<IndexingProgress>
    {
        public void Report(IndexingProgress value)
        {
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Done;
            task.Description = string.Create(CultureInfo.InvariantCulture, $"indexing {value.Done}/{value.Total}");
        }
    }

    /// <summary>Plain lines. Reports come from one thread at a time.</summary>
    private sealed class Lines(TextWriter error) : IProgress<IndexingProgress>
    {
        private long lastLine = Stopwatch.GetTimestamp();

        public void Report(IndexingProgress value)
        {
            if (value.Current != null && Stopwatch.GetElapsedTime(lastLine) < BetweenLines)
                return;
            lastLine = Stopwatch.GetTimestamp();
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"indexing {value.Done}/{value.Total} files, {value.Bytes / 1e6:0.0} MB"));
        }
    }
}
