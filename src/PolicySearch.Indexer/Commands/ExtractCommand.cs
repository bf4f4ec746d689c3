using System.CommandLine;
using PolicySearch.Documents;

namespace PolicySearch.Indexer.Commands;

/// <summary><c>extract FILE…</c>: what is understood of files, with provenance and warnings.</summary>
internal static class ExtractCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(CommandConsole console)
    {
        var files = new Argument<string[]>("FILE") { Description = "Documents, or folders with documents.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Print one JSON object a line instead of a sheet for people." };
        var command = new Command("extract", "Shows everything extracted from documents, with provenance and warnings.") { files, json };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(console, parsed.GetValue(files)!, parsed.GetValue(json), cancellation)));
        return command;
    }

    private static int Run(CommandConsole console, string[] files, bool json, CancellationToken cancellation)
    {
        var reader = new DocumentReader();
        int code = ExitCode.Success;
        foreach (string file in files.SelectMany(path => Expand(path, reader)))
        {
            try
            {
                PolicyDocument document = reader.Read(file, SourceOf(file), cancellation);
                if (json)
                    console.Output.WriteLine(PolicyDocumentJson.Serialize(document));
                else
                    DocumentSheet.Write(console.Output, document);
            }
            catch (UnreadableDocumentException problem)
            {
                console.Error.WriteLine($"policysearch: {problem.Message}");
                code = ExitCode.Problem;
            }
        }
        return code;
    }

    private static IEnumerable<string> Expand(string path, DocumentReader reader) =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(reader.CanRead).Order(StringComparer.Ordinal)
            : [path];

    /// <summary>As an index of the file's folder would know it.</summary>
    private static string SourceOf(string file)
    {
        string path = Path.GetFullPath(file);
        return $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)}";
    }
}
