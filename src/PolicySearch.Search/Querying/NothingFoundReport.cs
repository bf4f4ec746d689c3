using Lucene.Net.Search;

namespace PolicySearch.Search.Querying;

/// <summary>
/// Finds out which part of a search finds nothing: every word alone, then the search without each word and each filter. What a word that nothing has
/// already decides is not searched for. For one request.
/// </summary>
internal sealed class NothingFoundReport(PolicySearcher searcher, QueryPlanner planner, SearchRequest request, CancellationToken cancellation)
{
    /// <summary>Most words, and most filters, that are looked into.</summary>
    private const int MaxParts = 8;

    private readonly ParsedQuery query = QueryParser.Parse(request.Query);
    private List<Part>? parts;

    /// <summary>Searches made so far.</summary>
    internal int Searches { get; private set; }

    private List<Part> Parts => parts ??= ReadParts();

    /// <summary>Makes the report.</summary>
    public NothingFound Make()
    {
        var removals = new List<Removal>();
        foreach (Part part in Parts.Where(part => Parts.Count > 1 && !IsSpoiledOutside(part.Start, part.End)))
        {
            string rest = (query.Raw[..part.Start].TrimEnd() + " " + query.Raw[part.End..].TrimStart()).Trim();
            removals.Add(new(part.Text, rest, null, Count(request with { Query = rest })));
        }
        foreach (FacetField facet in request.Filters.Where(filter => filter.Value.Count > 0).Select(filter => filter.Key).Take(MaxParts))
            removals.Add(new(null, null, facet, Count(request with { Filters = request.Filters.Where(filter => filter.Key != facet).ToDictionary() })));
        if (request.From != null || request.To != null)
            removals.Add(new(null, null, null, Count(request with { From = null, To = null })));
        TermTotal[] terms = [.. Parts.Where(part => part.Total != null).DistinctBy(part => part.Text).Select(part => new TermTotal(part.Text, part.Total!.Value))];
        return new(terms, [.. removals.Where(removal => removal.Total > 0)]);
    }

    /// <summary>Whether a word outside a piece of the query is one that nothing has: then nothing is found, whatever is done to the piece.</summary>
    /// <param name="start">Where the piece begins.</param>
    /// <param name="end">Where it ends.</param>
    public bool IsSpoiledOutside(int start, int end) => Parts.Exists(part => part.Total == 0 && (part.End <= start || part.Start >= end));

    private List<Part> ReadParts()
    {
        var totals = new Dictionary<string, int?>(StringComparer.Ordinal);
        var read = new List<Part>();
        foreach ((int start, int end) in planner.PartsOf(query).Take(MaxParts))
        {
            string text = query.Raw[start..end].Trim();
            if (!totals.TryGetValue(text, out int? total))
                totals[text] = total = text.StartsWith('-') ? null : CountAlone(text);
            read.Add(new(text, start, end, total));
        }
        return read;
    }

    /// <summary>Documents that have all that a request asks for.</summary>
    public long Count(SearchRequest other)
    {
        bool filtered = other.Filters.Any(filter => filter.Value.Count > 0) || other.From != null || other.To != null;
        return filtered ? CountFiltered(other) : CountAlone(other.Query);
    }

    private long CountFiltered(SearchRequest other)
    {
        Searches++;
        return planner.Plan(other.Query, other.Expand).Attempts.Where(attempt => !attempt.IsRelaxed)
            .Select(attempt => SearchPass.Run(searcher, attempt.Query, other with { Page = 1, Size = 0, FacetSize = 1 }, SortOrder.DateDescending, cancellation).Total)
            .FirstOrDefault(total => total > 0);
    }

    private int CountAlone(string text)
    {
        cancellation.ThrowIfCancellationRequested();
        Searches++;
        foreach (QueryAttempt attempt in planner.Plan(text, request.Expand).Attempts.Where(attempt => !attempt.IsRelaxed))
        {
            var counter = new TotalHitCountCollector();
            searcher.Search(attempt.Query, counter);
            if (counter.TotalHits > 0)
                return counter.TotalHits;
        }
        return 0;
    }

    /// <summary>A word, or a part of one.</summary>
    /// <param name="Text">As typed.</param>
    /// <param name="Start">Where it begins in the query.</param>
    /// <param name="End">Where it ends.</param>
    /// <param name="Total">Documents that have it; null for what must not be there.</param>
    private sealed record Part(string Text, int Start, int End, int? Total);
}
