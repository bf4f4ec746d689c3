namespace PolicySearch.Search.Querying;

/// <summary>What results may be narrowed by and counted over.</summary>
public enum FacetField
{
    /// <summary>省.</summary>
    Province,
    /// <summary>市.</summary>
    City,
    /// <summary>县、区.</summary>
    County,
    /// <summary>年份.</summary>
    Year,
    /// <summary>主题: paths of up to three levels, parted by '/'. A filter on a path takes in all below it.</summary>
    Topic,
    /// <summary>文种.</summary>
    Kind,
    /// <summary>发文机关.</summary>
    Issuer,
    /// <summary>办理结果.</summary>
    Outcome,
    /// <summary>引用政策: the ids of the policies that the text cites, as <see cref="Policies.CitedPolicy.Id"/> gives them.</summary>
    Policy,
}

/// <summary>Order of the hits. Ties are broken by document id, so that paging never repeats or skips a hit.</summary>
public enum SortOrder
{
    /// <summary>Best match first; for an empty query the newest first.</summary>
    Relevance,
    /// <summary>Newest first, undated last.</summary>
    DateDescending,
    /// <summary>Oldest first, undated last.</summary>
    DateAscending,
}

/// <summary>A search. Immutable.</summary>
public sealed record SearchRequest
{
    /// <summary>Most hits on one page.</summary>
    public const int MaxSize = 100;

    /// <summary>Longest query in UTF-16 units; what goes beyond is not searched, and <see cref="SearchResponse.Notices"/> says so.</summary>
    public const int MaxQueryLength = 1000;

    /// <summary>Stands for "has no value" in a filter and among facet values.</summary>
    public const string Unlabelled = "未标注";

    /// <summary>What the user typed. Empty lists all documents that pass the filters.</summary>
    public string Query { get; init; } = "";

    /// <summary>Whether words are widened by other names of the same thing (<see cref="SynonymList"/>); quoted phrases never are. Default true.</summary>
    public bool Expand { get; init; } = true;

    /// <summary>Filters: values of one facet are alternatives, facets narrow each other. Unknown values match nothing.</summary>
    public IReadOnlyDictionary<FacetField, IReadOnlyList<string>> Filters { get; init; } = new Dictionary<FacetField, IReadOnlyList<string>>();

    /// <summary>Earliest issue date, inclusive.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Latest issue date, inclusive.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Order of the hits. Default: by relevance.</summary>
    public SortOrder Sort { get; init; }

    /// <summary>Page, from 1. Default 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Hits on a page, 0 (facets only) to <see cref="MaxSize"/>. Default 10.</summary>
    public int Size { get; init; } = 10;

    /// <summary>Most values of a facet that are returned, the most frequent first (selected ones always). Default 50.</summary>
    public int FacetSize { get; init; } = 50;
}
