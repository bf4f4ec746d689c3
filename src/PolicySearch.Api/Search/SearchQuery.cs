using PolicySearch.Api.Hosting;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Search;

/// <summary>
/// The parameters of a search as they stand in the URL. Binding never fails: what cannot be used stands in <see cref="Errors"/>, every
/// fault at once, and then <see cref="Request"/> must not be used.
/// </summary>
internal sealed class SearchQuery
{
    /// <summary>Most values of one filter.</summary>
    public const int MaxValues = 50;

    /// <summary>Longest filter value in UTF-16 units.</summary>
    public const int MaxValueLength = 200;

    /// <summary>Last page that may be asked for.</summary>
    public const int MaxPage = 10_000_000;

    /// <summary>Most facet values that may be asked for.</summary>
    public const int MaxFacetSize = 1000;

    private const string SortNames = "relevance（相关度）、-date（由新到旧）、date（由旧到新）";

    private static readonly Dictionary<string, SortOrder> Sorts = new(StringComparer.Ordinal)
    {
        ["relevance"] = SortOrder.Relevance,
        ["-date"] = SortOrder.DateDescending,
        ["date"] = SortOrder.DateAscending,
    };

    private static readonly Dictionary<string, bool> Flags = new(StringComparer.Ordinal) { ["true"] = true, ["false"] = false };

    private readonly Parameters parameters;

    private SearchQuery(IQueryCollection values, IReadOnlyCollection<string> allowed)
    {
        parameters = new(values);
        parameters.Allow(allowed);
        Request = new SearchRequest
        {
            Query = parameters.Text("q", SearchRequest.MaxQueryLength),
            Expand = parameters.Choice("expand", true, Flags, "true、false"),
            Filters = parameters.Filters(FacetNames.All.Select(facet => facet.Field)),
            From = parameters.Date("from"),
            To = parameters.Date("to"),
            Sort = parameters.Choice("sort", SortOrder.Relevance, Sorts, SortNames),
            Page = parameters.Number("page", 1, 1, MaxPage),
            Size = parameters.Number("size", 10, 0, SearchRequest.MaxSize),
            FacetSize = parameters.Number("facetSize", 50, 1, MaxFacetSize),
        };
        if (Request.From > Request.To)
            parameters.Reject("from", $"from（{Request.From:yyyy-MM-dd}）晚于 to（{Request.To:yyyy-MM-dd}），起始日期不能晚于截止日期。");
    }

    /// <summary>The search. Only meaningful without <see cref="Errors"/>.</summary>
    public SearchRequest Request { get; }

    /// <summary>Parameter name → what is wrong with it and what is allowed, in Chinese.</summary>
    public IDictionary<string, string[]> Errors => parameters.Errors;

    /// <summary>The parameters, for those that a route has beside these.</summary>
    public Parameters Parameters => parameters;

    /// <summary>Called by the framework.</summary>
    public static ValueTask<SearchQuery> BindAsync(HttpContext context) => ValueTask.FromResult(Read(context, []));

    /// <summary>Reads the parameters of a search on a route that has others beside them.</summary>
    public static SearchQuery Read(HttpContext context, IReadOnlyCollection<string> others) => ReadThese(context, [.. SearchParameters.Names, .. others]);

    /// <summary>Reads the parameters of a route that takes some of those of a search, and others; none but these <paramref name="names"/> may stand in the URL.</summary>
    public static SearchQuery ReadThese(HttpContext context, IReadOnlyCollection<string> names)
    {
        var query = new SearchQuery(context.Request.Query, names);
        RequestFacts facts = context.LogFacts();
        facts.Query = query.Request.Query;
        facts.Filters = query.Request.Filters.ToDictionary(filter => FacetNames.Of(filter.Key).Name, filter => filter.Value);
        return query;
    }
}
