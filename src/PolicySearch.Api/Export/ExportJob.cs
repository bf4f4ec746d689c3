using PolicySearch.Api.Search;
using PolicySearch.Search.Exporting;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Export;

/// <summary>What is exported, and what is said about it. For one request.</summary>
/// <param name="Search">The search.</param>
/// <param name="Results">Its results.</param>
/// <param name="Site">Address of the page, ending in '/'; documents are linked below it.</param>
/// <param name="Now">When.</param>
internal sealed record ExportJob(SearchRequest Search, ResultSet Results, string Site, DateTimeOffset Now)
{
    /// <summary>Says that and where the results were cut, in Chinese; null when they are whole.</summary>
    public string? CutNotice => Results.IsCut
        ? $"共 {Results.Total} 条结果，已达导出上限，本文件只含前 {Results.Count} 条，其余 {Results.Total - Results.Count} 条没有导出；请增加筛选条件后分次导出。"
        : null;

    /// <summary>Address of a document on the page.</summary>
    public string LinkTo(string id) => $"{Site}?doc={id}";

    /// <summary>What was asked for, one line each: name and value.</summary>
    public IEnumerable<(string Name, string Value)> Conditions()
    {
        yield return ("检索词", Search.Query.Trim().Length > 0 ? Search.Query.Trim() : "（无，全部文件）");
        foreach ((FacetField field, _, string label) in FacetNames.All)
        {
            if (Search.Filters.TryGetValue(field, out IReadOnlyList<string>? values))
                yield return (label, string.Join("、", values.Select(value => Results.LabelOf(field, value))));
        }
        if (Search.From is { } from)
            yield return ("成文日期自", from.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        if (Search.To is { } to)
            yield return ("成文日期至", to.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        yield return ("排序", Search.Sort switch { SortOrder.DateDescending => "由新到旧", SortOrder.DateAscending => "由旧到新", _ => "相关度" });
        if (!Search.Expand)
            yield return ("同义词扩展", "已关闭");
        foreach (string notice in Results.Notices)
            yield return ("检索提示", notice);
    }
}

/// <summary>A format that results are written in. Thread-safe.</summary>
internal interface IExportFormat
{
    /// <summary>Media type of the file.</summary>
    string ContentType { get; }

    /// <summary>Extension of the file's name, with its dot.</summary>
    string Extension { get; }

    /// <summary>Writes all results, one after the other.</summary>
    Task WriteAsync(ExportJob job, Stream target, CancellationToken cancellationToken);
}
