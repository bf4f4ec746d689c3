using System.CommandLine;
using PolicySearch.Documents;
using PolicySearch.Search.Indexing;

namespace PolicySearch.Indexer.Commands;

/// <summary><c>index CORPUS…</c>: brings the index up to date with folders of files.</summary>
internal sealed class IndexCommand
{
    private readonly Argument<string[]> corpora = new("CORPUS") { Description = "Folders with documents, or documents.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> index = CommonOptions.Index();
    private readonly Option<string?> lexicon = CommonOptions.Lexicon();
    private readonly Option<bool> rebuild = new("--rebuild") { Description = "Build the index anew; the old one stays searchable until the new one is whole." };
    private readonly Option<bool> prune = new("--prune") { Description = "Delete documents of these folders whose files are gone." };
    private readonly Option<int> threads = new("--threads") { Description = "Documents read side by side; 0 means one per core." };
    private readonly Option<string?> report = new("--report") { Description = "Write the summary, with every rejected file and warning, to this JSON file.", HelpName = "FILE" };

    /// <summary>The verb.</summary>
    public static Command Create(CommandConsole console)
    {
        var verb = new IndexCommand();
        var command = new Command("index", "Adds new documents to the index and updates changed ones. A file that cannot be read is reported and never stops the run.")
        {
            verb.corpora, verb.index, verb.rebuild, verb.prune, verb.threads, verb.report, verb.lexicon,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(verb.Run(console, parsed, cancellation)));
        return command;
    }

    private int Run(CommandConsole console, ParseResult parsed, CancellationToken cancellation)
    {
        var indexer = new CorpusIndexer(parsed.GetValue(index)!, new DocumentReader(), CommonOptions.LexiconOf(parsed.GetValue(lexicon)));
        var options = new IndexingOptions { Rebuild = parsed.GetValue(rebuild), Prune = parsed.GetValue(prune), Parallelism = Threads(parsed) };
        IndexingReport done = IndexingProgressLines.Show(console, progress => Index(indexer, parsed.GetValue(corpora)!, options, progress, cancellation));
        IndexingSummary.WriteText(console.Output, done);
        if (parsed.GetValue(report) is { } file)
            IndexingSummary.WriteJson(file, done);
        return done.Rejected.Count > 0 ? ExitCode.Problem : ExitCode.Success;
    }

    private static IndexingReport Index(
        CorpusIndexer indexer, string[] corpora, IndexingOptions options, IProgress<IndexingProgress> progress, CancellationToken cancellation)
    {
        try
        {
            return indexer.Run(corpora, options, progress, cancellation);
        }
        catch (ArgumentException problem)
        {
            throw new UsageException(problem.Message);
        }
    }

    private int Threads(ParseResult parsed) =>
        parsed.GetValue(threads) is >= 0 and <= 256 and var number ? number : throw new UsageException($"--threads {parsed.GetValue(threads)}: a number from 0 to 256 is expected");
}
