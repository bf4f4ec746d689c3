using System.CommandLine;
using System.Globalization;
using PolicySearch.Search;
using PolicySearch.Search.Querying;

namespace PolicySearch.Indexer.Commands;

/// <summary><c>search QUERY</c>: the same search as the API's.</summary>
internal sealed class SearchCommand
{
    private readonly Argument<string> query = new("QUERY") { Description = "What to look for: words, \"phrases\", +must -not, title:word, 文号. Empty lists documents." };
    private readonly Option<string> index = CommonOptions.Index();
    private readonly Option<string?> lexicon = CommonOptions.Lexicon();
    private readonly Option<string?> synonyms = new("--synonyms")
    {
        Description = "Your own names of one thing beside the built-in ones: UTF-8, one thing a line, NAME = NAME. The service's setting Synonyms names the same file.",
        HelpName = "FILE",
    };
    private readonly Option<bool> noExpansion = new("--no-expand") { Description = "Look for the words as typed alone, not for other names of the same thing." };
    private readonly Dictionary<FacetField, Option<string[]>> filters = Enum.GetValues<FacetField>().ToDictionary(facet => facet, Filter);
    private readonly Option<string?> from = new("--from") { Description = "Earliest issue date.", HelpName = "YYYY-MM-DD" };
    private readonly Option<string?> to = new("--to") { Description = "Latest issue date.", HelpName = "YYYY-MM-DD" };
    private readonly Option<string> sort = new("--sort") { Description = "Order of the hits.", DefaultValueFactory = _ => "relevance" };
    private readonly Option<int> page = new("--page") { Description = "Page, from 1.", DefaultValueFactory = _ => 1 };
    private readonly Option<int> size = new("--size") { Description = $"Hits on a page, 0 to {SearchRequest.MaxSize}.", DefaultValueFactory = _ => 10 };
    private readonly Option<bool> json = new("--json") { Description = "Print one JSON object." };

    /// <summary>The verb.</summary>
    public static Command Create(CommandConsole console)
    {
        var verb = new SearchCommand();
        verb.sort.AcceptOnlyFromAmong("relevance", "newest", "oldest");
        var command = new Command("search", "Searches the index.")
        {
            verb.query, verb.index, verb.from, verb.to, verb.sort, verb.page, verb.size, verb.json, verb.lexicon, verb.synonyms, verb.noExpansion,
        };
        foreach (Option<string[]> filter in verb.filters.Values)
            command.Add(filter);
        command.SetAction((parsed, cancellation) => verb.RunAsync(console, parsed, cancellation));
        return command;
    }

    private async Task<int> RunAsync(CommandConsole console, ParseResult parsed, CancellationToken cancellation)
    {
        SynonymList names = Names(console, parsed.GetValue(synonyms));
        using var search = new EmbeddedPolicySearch(parsed.GetValue(index)!, CommonOptions.LexiconOf(parsed.GetValue(lexicon)), synonyms: () => names);
        SearchResponse response = await search.SearchAsync(Request(parsed), cancellation).ConfigureAwait(false);
        foreach (string notice in response.Notices)
            console.Error.WriteLine($"policysearch: {notice}");
        if (parsed.GetValue(json))
            SearchOutput.WriteJson(console.Output, response);
        else
            SearchOutput.WriteText(console.Output, response);
        return ExitCode.Success;
    }

    private static SynonymList Names(CommandConsole console, string? file)
    {
        SynonymList names = SynonymList.Load(file);
        foreach (SynonymFault fault in names.Faults)
            console.Error.WriteLine($"policysearch: {file}, line {fault.Line}: {fault.Reason}; the line is left out: {fault.Text}");
        return names;
    }

    private SearchRequest Request(ParseResult parsed) => new()
    {
        Query = parsed.GetValue(query) ?? "",
        Expand = !parsed.GetValue(noExpansion),
        Filters = filters.Where(filter => parsed.GetValue(filter.Value) is { Length: > 0 })
            .ToDictionary(filter => filter.Key, filter => (IReadOnlyList<string>)parsed.GetValue(filter.Value)!),
        From = Date(parsed.GetValue(from), "--from"),
        To = Date(parsed.GetValue(to), "--to"),
        Sort = parsed.GetValue(sort) switch { "newest" => SortOrder.DateDescending, "oldest" => SortOrder.DateAscending, _ => SortOrder.Relevance },
        Page = Within(parsed.GetValue(page), 1, int.MaxValue, "--page"),
        Size = Within(parsed.GetValue(size), 0, SearchRequest.MaxSize, "--size"),
    };

    private static Option<string[]> Filter(FacetField facet) => new("--" + facet.ToString().ToLowerInvariant())
    {
        Description = $"Only documents with this {facet.ToString().ToLowerInvariant()}; several are alternatives; {SearchRequest.Unlabelled} means none.",
        HelpName = "VALUE",
    };

    private static int Within(int value, int least, int most, string option) =>
        value >= least && value <= most ? value : throw new UsageException($"{option} {value}: a number from {least} to {most} is expected");

    private static DateOnly? Date(string? text, string option)
    {
        if (text == null)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            return date;
        throw new UsageException($"{option} {text}: no date; write it as 2023-12-31");
    }
}
