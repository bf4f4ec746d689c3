using System.Globalization;
using PolicySearch.Api.Documents;
using PolicySearch.Documents;
using PolicySearch.Search.Exporting;

namespace PolicySearch.Api.Export;

/// <summary>The columns of a table of results.</summary>
internal static class ExportColumns
{
    /// <summary>Heading, width in characters, and value; an absent value is "".</summary>
    public static IReadOnlyList<(string Heading, int Width, Func<ExportJob, ResultDocument, string> Value)> All { get; } =
    [
        ("标题", 48, (_, result) => result.Hit.Title.Text),
        ("案由", 32, (_, result) => result.Document.Subject ?? ""),
        ("文种", 10, (_, result) => result.Document.Kind),
        ("文号", 22, (_, result) => result.Document.DocumentNumber ?? ""),
        ("发文机关", 26, (_, result) => Issuers(result.Document)),
        ("省", 10, (_, result) => result.Document.Province ?? ""),
        ("市", 12, (_, result) => result.Document.City ?? ""),
        ("县（区）", 12, (_, result) => result.Document.County ?? ""),
        ("年份", 8, (_, result) => result.Document.Year?.ToString(CultureInfo.InvariantCulture) ?? ""),
        ("成文日期", 12, (_, result) => result.Document.IssueDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
        ("届次", 28, (_, result) => SessionView.From(result.Document.Session)?.Label ?? ""),
        ("办理结果", 10, (_, result) => result.Document.Outcome?.Raw ?? ""),
        ("公开属性", 12, (_, result) => result.Document.Disclosure ?? ""),
        ("主题", 30, (_, result) => string.Join("；", result.Document.Topics)),
        ("引用政策", 48, (_, result) => string.Join("；", result.Document.Citations.Select(Cited))),
        ("匹配段落", 80, (_, result) => Passages(result)),
        ("链接", 40, (job, result) => job.LinkTo(result.Hit.Id)),
        ("来源", 30, (_, result) => result.Document.Source),
    ];

    /// <summary>All issuers of a joint document.</summary>
    public static string Issuers(PolicyDocument document) => document.Issuers.Count > 0 ? string.Join("、", document.Issuers) : document.Issuer ?? "";

    /// <summary>《标题》（文号）.</summary>
    public static string Cited(Citation citation) =>
        (citation.Title is { } title ? $"《{title}》" : "") + (citation.DocumentNumber is { } number ? citation.Title is null ? number : $"（{number}）" : "");

    private static string Passages(ResultDocument result)
    {
        var mask = PhoneMask.For(result.Document);
        return mask.Apply(string.Join(" …… ", result.Hit.Fragments.Select(fragment => fragment.Text.ReplaceLineEndings(" ").Trim())));
    }
}
