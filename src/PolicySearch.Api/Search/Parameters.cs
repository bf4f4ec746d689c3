using System.Globalization;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Search;

/// <summary>
/// Reads parameters of a URL. Reading never fails: what cannot be used gives a default and stands in <see cref="Errors"/>, every fault at once. For one request.
/// </summary>
internal sealed class Parameters(IQueryCollection values)
{
    private readonly Dictionary<string, string[]> errors = new(StringComparer.Ordinal);

    /// <summary>Parameter name → what is wrong with it and what is allowed, in Chinese.</summary>
    public IDictionary<string, string[]> Errors => errors;

    /// <summary>Names that are not among those allowed are errors.</summary>
    public void Allow(IReadOnlyCollection<string> names)
    {
        foreach (string name in values.Keys.Where(name => !names.Contains(name)))
            Reject(Shorten(name), $"不认识参数“{Shorten(name)}”，可用的参数有：{string.Join('、', names)}。");
    }

    /// <summary>A text, "" when absent.</summary>
    public string Text(string name, int longest)
    {
        string text = Single(name) ?? "";
        if (text.Length > longest)
            Reject(name, $"{name} 有 {text.Length} 个字符，最多 {longest} 个。");
        return text;
    }

    /// <summary>Filters by the given facets.</summary>
    public Dictionary<FacetField, IReadOnlyList<string>> Filters(IEnumerable<FacetField> facets)
    {
        var filters = new Dictionary<FacetField, IReadOnlyList<string>>();
        foreach (FacetField field in facets)
        {
            string name = FacetNames.Of(field).Name;
            List<string> wanted = values[name].Select(value => value?.Trim() ?? "").Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).ToList();
            CheckFilter(field, name, wanted);
            if (wanted.Count > 0)
                filters[field] = wanted;
        }
        return filters;
    }

    /// <summary>A day, null when absent.</summary>
    public DateOnly? Date(string name)
    {
        if (Single(name) is not { Length: > 0 } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            return date;
        Reject(name, $"{name} 的值“{Shorten(text)}”不是日期，应写作 2024-06-30 的形式。");
        return null;
    }

    /// <summary>A whole number.</summary>
    public int Number(string name, int absent, int least, int most)
    {
        if (Single(name) is not { Length: > 0 } text)
            return absent;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most)
            return value;
        Reject(name, $"{name} 的值“{Shorten(text)}”不可用，应为 {least} 至 {most} 的整数。");
        return absent;
    }

    /// <summary>One of several words.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="absent">What holds when it is absent.</param>
    /// <param name="known">The words and what they mean.</param>
    /// <param name="described">The words as an error names them.</param>
    public T Choice<T>(string name, T absent, IReadOnlyDictionary<string, T> known, string described)
    {
        if (Single(name) is not { Length: > 0 } text)
            return absent;
        if (known.TryGetValue(text, out T? value))
            return value;
        Reject(name, $"{name} 的值“{Shorten(text)}”不可用，可用的值有：{described}。");
        return absent;
    }

    /// <summary>Adds an error.</summary>
    public void Reject(string name, string message) =>
        errors[name] = errors.TryGetValue(name, out string[]? earlier) ? [.. earlier, message] : [message];

    /// <summary>What is quoted back in an error stays readable, and cannot split a surrogate pair.</summary>
    public static string Shorten(string text)
    {
        const int longest = 40;
        if (text.Length <= longest)
            return text;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest), "…");
    }

    private string? Single(string name)
    {
        if (values[name].Count > 1)
            Reject(name, $"{name} 只能出现一次。");
        return values[name].FirstOrDefault();
    }

    private void CheckFilter(FacetField field, string name, List<string> wanted)
    {
        if (wanted.Count > SearchQuery.MaxValues)
            Reject(name, $"{name} 有 {wanted.Count} 个值，最多 {SearchQuery.MaxValues} 个。");
        if (wanted.Find(value => value.Length > SearchQuery.MaxValueLength) is { } tooLong)
            Reject(name, $"{name} 的值“{Shorten(tooLong)}”过长，最多 {SearchQuery.MaxValueLength} 个字符。");
        if (field == FacetField.Year && wanted.Find(value => !IsYear(value)) is { } noYear)
            Reject(name, $"{name} 的值“{Shorten(noYear)}”不是年份，应为 1900 至 2100 的四位数字，或“{SearchRequest.Unlabelled}”。");
    }

    private static bool IsYear(string value) => value == SearchRequest.Unlabelled
        || (value.Length == 4 && value.All(char.IsAsciiDigit) && int.Parse(value, CultureInfo.InvariantCulture) is >= 1900 and <= 2100);
}
