using System.Globalization;
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

    private readonly Dictionary<string, string[]> errors = new(StringComparer.Ordinal);

    private SearchQuery(IQueryCollection values)
    {
        RejectUnknown(values);
        Request = new SearchRequest
        {
            Query = Text(values, "q", SearchRequest.MaxQueryLength),
            Filters = Filters(values),
            From = Date(values, "from"),
            To = Date(values, "to"),
            Sort = Sort(values),
            Page = Number(values, "page", 1, 1, MaxPage),
            Size = Number(values, "size", 10, 0, SearchRequest.MaxSize),
            FacetSize = Number(values, "facetSize", 50, 1, MaxFacetSize),
        };
        if (Request.From > Request.To)
            Reject("from", $"from（{Request.From:yyyy-MM-dd}）晚于 to（{Request.To:yyyy-MM-dd}），起始日期不能晚于截止日期。");
    }

    /// <summary>The search. Only meaningful without <see cref="Errors"/>.</summary>
    public SearchRequest Request { get; }

    /// <summary>Parameter name → what is wrong with it and what is allowed, in Chinese.</summary>
    public IDictionary<string, string[]> Errors => errors;

    /// <summary>Called by the framework.</summary>
    public static ValueTask<SearchQuery> BindAsync(HttpContext context)
    {
        var query = new SearchQuery(context.Request.Query);
        RequestFacts facts = context.LogFacts();
        facts.Query = query.Request.Query;
        facts.Filters = query.Request.Filters.ToDictionary(filter => FacetNames.Of(filter.Key).Name, filter => filter.Value);
        return ValueTask.FromResult(query);
    }

    private void RejectUnknown(IQueryCollection values)
    {
        foreach (string name in values.Keys.Where(name => !SearchParameters.Names.Contains(name)))
            Reject(Shorten(name), $"不认识参数“{Shorten(name)}”，可用的参数有：{string.Join('、', SearchParameters.Names)}。");
    }

    private string Text(IQueryCollection values, string name, int longest)
    {
        string text = Single(values, name) ?? "";
        if (text.Length > longest)
            Reject(name, $"{name} 有 {text.Length} 个字符，最多 {longest} 个。");
        return text;
    }

    private string? Single(IQueryCollection values, string name)
    {
        if (values[name].Count > 1)
            Reject(name, $"{name} 只能出现一次。");
        return values[name].FirstOrDefault();
    }

    private Dictionary<FacetField, IReadOnlyList<string>> Filters(IQueryCollection values)
    {
        var filters = new Dictionary<FacetField, IReadOnlyList<string>>();
        foreach ((FacetField field, string name, _) in FacetNames.All)
        {
            List<string> wanted = values[name].Select(value => value?.Trim() ?? "").Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).ToList();
            CheckFilter(field, name, wanted);
            if (wanted.Count > 0)
                filters[field] = wanted;
        }
        return filters;
    }

    private void CheckFilter(FacetField field, string name, List<string> wanted)
    {
        if (wanted.Count > MaxValues)
            Reject(name, $"{name} 有 {wanted.Count} 个值，最多 {MaxValues} 个。");
        if (wanted.Find(value => value.Length > MaxValueLength) is { } tooLong)
            Reject(name, $"{name} 的值“{Shorten(tooLong)}”过长，最多 {MaxValueLength} 个字符。");
        if (field == FacetField.Year && wanted.Find(value => !IsYear(value)) is { } noYear)
            Reject(name, $"{name} 的值“{Shorten(noYear)}”不是年份，应为 1900 至 2100 的四位数字，或“{SearchRequest.Unlabelled}”。");
    }

    private static bool IsYear(string value) => value == SearchRequest.Unlabelled
        || (value.Length == 4 && value.All(char.IsAsciiDigit) && int.Parse(value, CultureInfo.InvariantCulture) is >= 1900 and <= 2100);

    private DateOnly? Date(IQueryCollection values, string name)
    {
        if (Single(values, name) is not { Length: > 0 } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            return date;
        Reject(name, $"{name} 的值“{Shorten(text)}”不是日期，应写作 2024-06-30 的形式。");
        return null;
    }

    private SortOrder Sort(IQueryCollection values)
    {
        switch (Single(values, "sort"))
        {
            case null or "" or "relevance":
                return SortOrder.Relevance;
            case "-date":
                return SortOrder.DateDescending;
            case "date":
                return SortOrder.DateAscending;
            case { } other:
                Reject("sort", $"sort 的值“{Shorten(other)}”不可用，可用的值有：{SortNames}。");
                return SortOrder.Relevance;
        }
    }

    private int Number(IQueryCollection values, string name, int absent, int least, int most)
    {
        if (Single(values, name) is not { Length: > 0 } text)
            return absent;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most)
            return value;
        Reject(name, $"{name} 的值“{Shorten(text)}”不可用，应为 {least} 至 {most} 的整数。");
        return absent;
    }

    private void Reject(string name, string message) =>
        errors[name] = errors.TryGetValue(name, out string[]? earlier) ? [.. earlier, message] : [message];

    /// <summary>What is quoted back in an error stays readable, and cannot split a surrogate pair.</summary>
    private static string Shorten(string text)
    {
        const int longest = 40;
        if (text.Length <= longest)
            return text;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest), "…");
    }
}
