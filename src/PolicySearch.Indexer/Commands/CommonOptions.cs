using System.CommandLine;
using PolicySearch.Search.Schema;

namespace PolicySearch.Indexer.Commands;

/// <summary>Options that several verbs have.</summary>
internal static class CommonOptions
{
    /// <summary>Folder of the index unless another is named.</summary>
    public const string DefaultIndex = "index";

    /// <summary>--index DIR.</summary>
    public static Option<string> Index() => new("--index")
    {
        Description = "Folder of the index.",
        HelpName = "DIR",
        DefaultValueFactory = _ => DefaultIndex,
    };

    /// <summary>--lexicon FILE.</summary>
    public static Option<string?> Lexicon() => new("--lexicon")
    {
        Description = "Your own compounds beside the built-in ones: UTF-8, one a line. Use the same file to index and to search.",
        HelpName = "FILE",
    };

    /// <summary>The lexicon that the options name.</summary>
    public static DomainLexicon LexiconOf(string? file) => DomainLexicon.Load(file);
}
