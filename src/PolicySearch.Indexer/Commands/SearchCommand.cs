using System.CommandLine;
using System.Globalization;
using PolicySearch.Search;
using PolicySearch.Search.Querying;

namespace PolicySearch.Indexer.Commands;

/// <summary><c>search QUERY</c>: the same search as the API's.</summary>
internal static class SearchCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(CommandConsole console)
    {
        var query = new Argument<string>("QUERY") { Description = "What to look for: words, \"phrases\", +must -not, title:word, 文号. Empty lists documents." };
        Option<string> index = CommonOptions.Index();
        Option<string?> lexicon = CommonOptions.Lexicon();
        Dictionary<FacetField, Option<string[]>> filters = Enum.GetValues<FacetField>().ToDictionary(facet => facet, Filter);
        var from = new Option<string?>("--from") { Description = "Earliest issue date.", HelpName = "YYYY-MM-DD" };
        var to = new Option<string?>("--to") { Description = "Latest issue date.", HelpName = "YYYY-MM-DD" };
        var sort = new Option<string>("--sort") { Description = "Order of the hits.", DefaultValueFactory = _ => "relevance" };
        sort.AcceptOnlyFromAmong("relevance", "newest", "oldest");
        var page = new Option<int>("--page") { Description = "Page, from 1.", DefaultValueFactory = _ => 1 };
        var size = new Option<int>("--size") { Description = $"Hits on a page, 0 to {SearchRequest.MaxSize}.", DefaultValueFactory = _ => 10 };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("search", "Searches the index.") { query, index, from, to, sort, page, size, json, lexicon };
        foreach (Option<string[]> filter in filters.Values)
            command.Add(filter);
        command.SetAction(async (parsed, cancellation) =>
        {
            var request = new SearchRequest
            {
                Query = parsed.GetValue(query) ?? "",
                Filters = filters.Where(filter => parsed.GetValue(filter.Value) is { Length: > 0 })
                    .ToDictionary(filter => filter.Key, filter => (IReadOnlyList<string>)parsed.GetValue(filter.Value)!),
                From = Date(parsed.GetValue(from), "--from"),
                To = Date(parsed.GetValue(to), "--to"),
                Sort = parsed.GetValue(sort) switch { "newest" => SortOrder.DateDescending, "oldest" => SortOrder.DateAscending, _ => SortOrder.Relevance },
                Page = Within(parsed.GetValue(page), 1, int.MaxValue, "--page"),
                Size = Within(parsed.GetValue(size), 0, SearchRequest.MaxSize, "--size"),
            };
            using var search = new EmbeddedPolicySearch(parsed.GetValue(index)!, CommonOptions.LexiconOf(parsed.GetValue(lexicon)));
            SearchResponse response = await search.SearchAsync(request, cancellation).ConfigureAwait(false);
            foreach (string notice in response.Notices)
                console.Error.WriteLine($"policysearch: {notice}");
            if (parsed.GetValue(json))
                SearchOutput.WriteJson(console.Output, response);
            else
                SearchOutput.WriteText(console.Output, response);
            return ExitCode.Success;
        });
        return command;
    }

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
