using Lucene.Net.Search;

namespace PolicySearch.Search.Querying;

/// <summary>Finds out which part of a search finds nothing: every word alone, then the search without each word and each filter. For one request.</summary>
internal sealed class NothingFoundReport(PolicySearcher searcher, QueryPlanner planner, SearchRequest request, CancellationToken cancellation)
{
    /// <summary>Most words, and most filters, that are looked into.</summary>
    private const int MaxParts = 8;

    /// <summary>Makes the report.</summary>
    public NothingFound Make()
    {
        ParsedQuery query = QueryParser.Parse(request.Query);
        List<(int Start, int End)> parts = [.. planner.PartsOf(query).Take(MaxParts)];
        string[] texts = [.. parts.Select(part => query.Raw[part.Start..part.End].Trim())];
        List<TermTotal> terms = [.. texts.Distinct(StringComparer.Ordinal).Where(text => !text.StartsWith('-')).Select(text => new TermTotal(text, CountAlone(text)))];
        var removals = new List<Removal>();
        for (int i = 0; i < parts.Count && parts.Count > 1; i++)
        {
            string rest = (query.Raw[..parts[i].Start].TrimEnd() + " " + query.Raw[parts[i].End..].TrimStart()).Trim();
            removals.Add(new(texts[i], rest, null, Count(request with { Query = rest })));
        }
        foreach (FacetField facet in request.Filters.Where(filter => filter.Value.Count > 0).Select(filter => filter.Key).Take(MaxParts))
            removals.Add(new(null, null, facet, Count(request with { Filters = request.Filters.Where(filter => filter.Key != facet).ToDictionary() })));
        if (request.From != null || request.To != null)
            removals.Add(new(null, null, null, Count(request with { From = null, To = null })));
        return new(terms, [.. removals.Where(removal => removal.Total > 0)]);
    }

    /// <summary>Documents that have all that a request asks for.</summary>
    public long Count(SearchRequest other)
    {
        bool filtered = other.Filters.Any(filter => filter.Value.Count > 0) || other.From != null || other.To != null;
        return filtered ? CountFiltered(other) : CountAlone(other.Query);
    }

    private long CountFiltered(SearchRequest other) => planner.Plan(other.Query, other.Expand).Attempts.Where(attempt => !attempt.IsRelaxed)
        .Select(attempt => SearchPass.Run(searcher, attempt.Query, other with { Page = 1, Size = 0, FacetSize = 1 }, SortOrder.DateDescending, cancellation).Total)
        .FirstOrDefault(total => total > 0);

    private int CountAlone(string text)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (QueryAttempt attempt in planner.Plan(text, request.Expand).Attempts.Where(attempt => !attempt.IsRelaxed))
        {
            var counter = new TotalHitCountCollector();
            searcher.Search(attempt.Query, counter);
            if (counter.TotalHits > 0)
                return counter.TotalHits;
        }
        return 0;
    }
}
