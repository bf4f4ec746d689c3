using System.CommandLine;
using System.Globalization;
using PolicySearch.Search.Indexing;

namespace PolicySearch.Indexer.Commands;

/// <summary><c>check</c>: verifies every file of the index; says what is wrong and what to do.</summary>
internal static class CheckCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(CommandConsole console)
    {
        Option<string> index = CommonOptions.Index();
        var command = new Command("check", "Verifies every file of the index.") { index };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(console, parsed.GetValue(index)!, cancellation)));
        return command;
    }

    private static int Run(CommandConsole console, string index, CancellationToken cancellation)
    {
        IndexCheckReport report = IndexCheck.Run(index, cancellation);
        foreach (string problem in report.Problems)
            console.Error.WriteLine($"policysearch: {problem}");
        if (report.Problems.Count > 0)
        {
            console.Error.WriteLine($"policysearch: the index is damaged; build it anew: policysearch index CORPUS --index {index} --rebuild");
            return ExitCode.Problem;
        }
        console.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{index}: clean; {report.Documents} documents with {report.Passages} passages in {report.Segments} segments, {report.Terms} terms"));
        return ExitCode.Success;
    }
}
