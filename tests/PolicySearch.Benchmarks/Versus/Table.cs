using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using PolicySearch.Testing;

namespace PolicySearch.Benchmarks.Versus;

/// <summary>The comparison as a table for people.</summary>
internal static class Table
{
    /// <summary>The rows of one corpus.</summary>
    public static string Of(BenchCorpus corpus, Samples samples)
    {
        var text = new StringBuilder();
        double megabytes = corpus.Documents.Sum(document => document.Bytes) / 1e6;
        text.AppendLine(CultureInfo.InvariantCulture, $"## {corpus.Name}: {corpus.Documents.Count:N0} documents, {megabytes:F1} MB of text").AppendLine();
        text.AppendLine("| work | ours | Lucene | ratio | mark | reached | runs |").AppendLine("|---|---|---|---|---|---|---|");
        foreach (Mark mark in Mark.All.Where(mark => samples.Runs(mark.Key) > 0))
            text.AppendLine(Row(mark, samples));
        return text.ToString();
    }

    /// <summary>What the figures stand on: when, which commit, which machine, which releases.</summary>
    public static string Heading(string corpus) => Provenance("Ours beside Lucene", $"versus --corpus {corpus}", $", Lucene {Lucene8.Release()} and 4.10.4, {Java()}") +
        $"""
        Medians of alternating runs, so only the ratios mean anything. Processes that ran or waited to run on the machine, over its last 15 minutes: {Machine.Load}.


        """;

    /// <summary>The head of a result file: title, date, commit, machine, the command that makes it again.</summary>
    public static string Provenance(string title, string verb, string releases = "")
    {
        string commit = Processes.Output("git", ["-C", RepositoryRoot.Path, "rev-parse", "--short", "HEAD"]);
        string changed = Processes.Output("git", ["-C", RepositoryRoot.Path, "status", "--porcelain", "--untracked-files=no"]).Length > 0 ? " with changes" : "";
        return $"""
            # {title}

            {DateTime.UtcNow:yyyy-MM-dd}, commit {commit}{changed}, {RuntimeInformation.FrameworkDescription}{releases}; {Machine.Processor}, {Environment.ProcessorCount} cores.
            `dotnet run -c Release --project tests/PolicySearch.Benchmarks -- {verb}`


            """;
    }

    private static string Java() => Processes.Output("java", ["--version"]).Split('\n')[0];

    private static string Row(Mark mark, Samples samples)
    {
        double ours = samples.OurMedian(mark.Key), theirs = samples.TheirMedian(mark.Key), ratio = mark.Alone ? ours : ours / theirs;
        string sign = mark.AtLeast ? "≥" : "≤", reached = double.IsNaN(ratio) ? "" : mark.Reached(ratio) ? "yes" : "**no**";
        return $"| {mark.Work} | {Figure(ours)} | {Figure(theirs)} | {(mark.Alone ? "" : Figure(ratio))} | {sign} {Figure(mark.Limit)} | {reached} | {samples.Runs(mark.Key)} |";
    }

    private static string Figure(double value) => double.IsNaN(value) ? "" : value.ToString(Math.Abs(value) switch { 0 => "0", < 0.1 => "F4", < 10 => "F3", _ => "F1" }, CultureInfo.InvariantCulture);
}
