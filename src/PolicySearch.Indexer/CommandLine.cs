using System.CommandLine;
using System.CommandLine.Parsing;
using PolicySearch.Indexer.Commands;
using PolicySearch.Search;

namespace PolicySearch.Indexer;

/// <summary>The command line <c>policysearch</c>: results go to standard output, everything else to standard error.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line and returns its <see cref="ExitCode"/>.</summary>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var console = new CommandConsole(output, error);
        ParseResult parsed = Root(console).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (ParseError problem in parsed.Errors)
                error.WriteLine($"policysearch: {problem.Message}");
            error.WriteLine("policysearch: see policysearch --help, or policysearch VERB --help");
            return ExitCode.Usage;
        }
        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (UsageException problem)
        {
            return Fail(error, problem.Message, ExitCode.Usage);
        }
        catch (Exception problem) when (problem is IndexUnavailableException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return Fail(error, problem.Message, ExitCode.Problem);
        }
        catch (OperationCanceledException)
        {
            return Fail(error, "stopped; what was not committed is dropped", ExitCode.Problem);
        }
        finally
        {
            output.Flush();
        }
    }

    private static RootCommand Root(CommandConsole console)
    {
        var root = new RootCommand("Full-text search over Chinese official documents: builds the index, searches it, shows what is understood of a file.")
        {
            IndexCommand.Create(console),
            SearchCommand.Create(console),
            ExtractCommand.Create(console),
            TokensCommand.Create(console),
            CheckCommand.Create(console),
        };
        root.SetAction(_ =>
        {
            console.Error.WriteLine("policysearch: name a verb: index, search, extract, tokens or check; see policysearch --help");
            return ExitCode.Usage;
        });
        return root;
    }

    private static int Fail(TextWriter error, string message, int code)
    {
        error.WriteLine($"policysearch: {message}");
        return code;
    }
}
